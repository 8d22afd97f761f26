-- On what grounds are requests refused, year by year?
-- Sums of exact figures over all reports of 2019 and later that have the line; bodies says how many. Provinces, cities and districts each
-- count their own: the sum is of reports, not of requests in the country.
SELECT year, metric, label, sum(value) AS refused, count(*) AS bodies
FROM figures
WHERE metric IN (
    'outcome_refused_state_secret', 'outcome_refused_other_law', 'outcome_refused_three_safeties', 'outcome_refused_third_party',
    'outcome_refused_internal', 'outcome_refused_process', 'outcome_refused_enforcement_file', 'outcome_refused_query'
)
    AND party = 'all' AND qualifier = 'exact' AND scope = 'all'
GROUP BY year, metric, label
ORDER BY year, refused DESC, metric
