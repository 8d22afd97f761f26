-- Who refused much more than the year before?
-- The fifty largest rises from one year to the next, within one meaning of refusal: the forms of 2014 and 2019 changed the grounds, and what
-- stands on either side of such a change is left out.
SELECT issuer, level, year, earlier_value AS refused_before, value AS refused, value - earlier_value AS rise
FROM comparable_series
WHERE series = 'refused' AND earlier_year = year - 1 AND since IN ('same_form', 'same') AND value > earlier_value
ORDER BY rise DESC, issuer, year
LIMIT 50
