-- Which bodies never received a request?
-- One line for each body all of whose reports state none. reports counts those that state a figure; a report that is silent counts for
-- neither side, and a figure that is not exact is no zero.
SELECT issuer, level, count(*) AS reports, min(year) AS first_year, max(year) AS last_year
FROM figures
WHERE metric = 'requests_received' AND party = 'all'
GROUP BY issuer_id, issuer, level
HAVING max(value) = 0 AND max(CASE WHEN qualifier = 'exact' AND scope = 'all' THEN 0 ELSE 1 END) = 0
ORDER BY reports DESC, issuer
