-- Where do requests grow fastest?
-- The fifty largest growths from one year to the next, in times the figure before, of bodies that had twenty or more. Look at findings_failed
-- before believing the largest: rule jump marks those that may be misprints.
SELECT
    issuer,
    level,
    year,
    earlier_value AS requests_before,
    value AS requests,
    round(100 * value / earlier_value) / 100 AS times
FROM comparable_series
WHERE series = 'requests' AND earlier_year = year - 1 AND earlier_value >= 20 AND value > earlier_value
ORDER BY value / earlier_value DESC, issuer, year
LIMIT 50
