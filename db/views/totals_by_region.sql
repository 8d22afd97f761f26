-- Sums of exact figures by province, prefecture and level of government; level keeps a city's total apart from its districts'. bodies state an exact figure for all they report for; other_bodies state one that is not exact, or not for all, and are left out of total
CREATE VIEW totals_by_region AS
SELECT
    substr(region_code, 1, 2) || '0000' AS province_code,
    substr(region_code, 1, 4) || '00' AS prefecture_code,
    level,
    year,
    metric,
    party,
    unit,
    round(sum(CASE WHEN qualifier = 'exact' AND scope = 'all' THEN value END) * 1000000) / 1000000 AS total,
    count(CASE WHEN qualifier = 'exact' AND scope = 'all' THEN value END) AS bodies,
    count(CASE WHEN qualifier <> 'exact' OR scope <> 'all' THEN 1 END) AS other_bodies
FROM figures
GROUP BY substr(region_code, 1, 2), substr(region_code, 1, 4), level, year, metric, party, unit
