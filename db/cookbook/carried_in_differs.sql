-- Whose year begins with other requests than the last one ended with?
-- carried_in is what the report brings in from the year before, carried_out what the report of that year passed on.
SELECT issuer, year, metrics, actual AS carried_in, expected AS carried_out, actual - expected AS difference, url
FROM findings_failed
WHERE rule = 'carried' AND found_in = 'series' AND metrics = 'requests_carried_in'
ORDER BY abs(actual - expected) DESC, issuer, year
