-- How does a city compare with all cities of its province?
-- Requests answered since the reports of 2019 by the governments of cities: the share granted by the city, by all the province's cities
-- together, and the difference in percentage points.
WITH city AS (
    SELECT
        issuer,
        substr(region_code, 1, 2) || '0000' AS province_code,
        year,
        outcome_granted + outcome_partial AS granted,
        outcome_total AS answered
    FROM figures_wide
    WHERE level = 'prefecture' AND outcome_total > 0 AND outcome_granted IS NOT NULL AND outcome_partial IS NOT NULL
),
province AS (
    SELECT province_code, year, sum(granted) AS granted, sum(answered) AS answered, count(*) AS cities
    FROM city
    GROUP BY province_code, year
)
SELECT
    city.issuer AS issuer,
    city.year AS year,
    city.answered AS answered,
    round(1000 * city.granted / city.answered) / 10 AS percent,
    round(1000 * province.granted / province.answered) / 10 AS province_percent,
    round(1000 * city.granted / city.answered - 1000 * province.granted / province.answered) / 10 AS points,
    province.cities AS cities
FROM city
JOIN province ON province.province_code = city.province_code AND province.year = city.year
ORDER BY city.year DESC, province.province_code, points DESC, city.issuer
