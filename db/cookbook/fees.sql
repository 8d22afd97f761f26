-- Who charges for information?
-- Amounts in 万元, with the words that state them: the cost fee of the years up to 2018, and the fee for handling many or frequent requests since.
SELECT issuer, level, year, metric, value AS amount, qualifier, quote, url
FROM figures
WHERE metric IN ('fees_collected', 'processing_fee_collected') AND party = 'all' AND value > 0
ORDER BY amount DESC, issuer, year
