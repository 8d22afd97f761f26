-- Who carries most requests over into the next year?
-- The share of all requests of a year (new and carried in) that was not answered within it; bodies with twenty or more. The forms have the
-- line since the reports of 2019.
SELECT
    issuer,
    level,
    year,
    requests_received + requests_carried_in AS requests,
    requests_carried_out AS carried_over,
    round(1000 * requests_carried_out / (requests_received + requests_carried_in)) / 10 AS percent
FROM figures_wide
WHERE requests_carried_out > 0 AND requests_received + requests_carried_in >= 20
ORDER BY percent DESC, carried_over DESC, issuer, year
LIMIT 100
