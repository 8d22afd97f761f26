-- What share of the answers grants the request, wholly or in part, year by year?
-- Over the reports of a year that state all three figures; reports says how many do, and those with a figure that is not exact are left out.
-- granted has those told where the information is published already, as the forms since 2019 count it; what came before the form of 2014
-- counted otherwise and is not here.
SELECT
    year,
    count(*) AS reports,
    sum(granted) AS granted,
    sum(partial) AS partial,
    sum(replies) AS replies,
    round(1000 * sum(granted + partial) / nullif(sum(replies), 0)) / 10 AS percent
FROM (
    SELECT
        year,
        coalesce(outcome_granted, reply_granted + reply_already_public) AS granted,
        coalesce(outcome_partial, reply_partial) AS partial,
        coalesce(outcome_total, replies_total) AS replies
    FROM figures_wide
    WHERE year >= 2014 AND inexact = 0
) AS stated
WHERE granted IS NOT NULL AND partial IS NOT NULL AND replies IS NOT NULL
GROUP BY year
ORDER BY year
