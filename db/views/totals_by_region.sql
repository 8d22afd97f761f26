-- Sums of exact figures for each region and all regions below it: a county counts in its prefecture and its province. level keeps a city's total apart from its districts'. bodies state an exact figure for all they report for; other_bodies state one that is not exact, or not for all, and are left out of total. Ask for one metric
CREATE VIEW totals_by_region AS
SELECT
    total.region_code AS region_code,
    region.name AS region,
    CASE total.digits WHEN 2 THEN 'province' WHEN 4 THEN 'prefecture' ELSE 'county' END AS region_level,
    total.level AS level,
    total.year AS year,
    total.metric AS metric,
    total.party AS party,
    total.unit AS unit,
    total.total AS total,
    total.bodies AS bodies,
    total.other_bodies AS other_bodies
FROM (
    SELECT
        substr(figures.region_code, 1, width.digits) || substr('000000', width.digits + 1) AS region_code,
        width.digits AS digits,
        figures.level AS level,
        figures.year AS year,
        figures.metric AS metric,
        figures.party AS party,
        figures.unit AS unit,
        round(sum(CASE WHEN figures.qualifier = 'exact' AND figures.scope = 'all' THEN figures.value END) * 1000000) / 1000000 AS total,
        count(CASE WHEN figures.qualifier = 'exact' AND figures.scope = 'all' THEN figures.value END) AS bodies,
        count(CASE WHEN figures.qualifier <> 'exact' OR figures.scope <> 'all' THEN 1 END) AS other_bodies
    FROM figures
    CROSS JOIN (SELECT 2 AS digits UNION ALL SELECT 4 UNION ALL SELECT 6) AS width
    -- A province's own code is six digits too, but it is no prefecture and no county.
    WHERE width.digits = 2 OR substr(figures.region_code, width.digits - 1, 2) <> '00'
    GROUP BY
        substr(figures.region_code, 1, width.digits) || substr('000000', width.digits + 1),
        width.digits, figures.level, figures.year, figures.metric, figures.party, figures.unit
) AS total
LEFT JOIN region ON region.code = total.region_code
