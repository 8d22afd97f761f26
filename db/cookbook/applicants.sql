-- Who asks: citizens or companies?
-- New requests by kind of applicant, summed over the reports of 2019 and later that have the column, and the share of the year's requests.
SELECT
    year,
    figures.party AS party,
    party.label AS label,
    sum(value) AS requests,
    round(1000 * sum(value) / nullif(sum(sum(value)) OVER (PARTITION BY year), 0)) / 10 AS percent
FROM figures
JOIN party ON party.code = figures.party
WHERE metric = 'requests_received' AND figures.party <> 'all' AND qualifier = 'exact' AND scope = 'all'
GROUP BY year, figures.party, party.label
ORDER BY year, requests DESC, figures.party
