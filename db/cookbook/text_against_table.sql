-- Where does a report say one thing in its text and another in its table?
-- Both figures with their words. The table's is the one that stands.
SELECT issuer, year, metric, party, value AS in_table, other_value AS in_text, quote, other_quote, url
FROM conflicts
WHERE source = 'table' AND other_source = 'text'
ORDER BY year DESC, issuer, metric, party
