-- Long series across the forms: what each form counts the subject by is added up (series says how), exact figures only. since tells how a figure compares with the body's one before it: same_form, same, rough (read the note), or break (do not compare); segment counts the breaks, so figures of one segment may stand in one line. Ask for one series
CREATE VIEW comparable_series AS
WITH
era AS (
    SELECT
        series.code AS series,
        series.form AS form,
        series.label AS label,
        series.note AS note,
        sum(CASE WHEN series.follows = 'break' THEN 1 ELSE 0 END) OVER eras AS segment,
        sum(CASE WHEN series.follows = 'rough' THEN 1 ELSE 0 END) OVER eras AS roughness
    FROM series
    WINDOW eras AS (PARTITION BY series.code ORDER BY CASE series.form WHEN 'local' THEN '0' ELSE series.form END)
),
way AS (
    SELECT series, form, way, count(*) AS metrics FROM series_metric GROUP BY series, form, way
),
summed AS (
    SELECT
        series_metric.series AS series,
        standing_reports.issuer_id AS issuer_id,
        standing_reports.year AS year,
        standing_reports.form AS form,
        standing_reports.edition_id AS edition_id,
        series_metric.way AS way,
        round(sum(fact.value) * 1000000) / 1000000 AS value,
        row_number() OVER (PARTITION BY series_metric.series, standing_reports.edition_id ORDER BY series_metric.way) AS choice
    FROM series_metric
    JOIN standing_reports ON standing_reports.form = series_metric.form
    JOIN fact
        ON fact.edition_id = standing_reports.edition_id
        AND fact.metric = series_metric.metric
        AND fact.party = 'all'
        AND fact.preferred
        AND fact.qualifier = 'exact'
        AND fact.scope = 'all'
    GROUP BY
        series_metric.series, standing_reports.issuer_id, standing_reports.year, standing_reports.form, standing_reports.edition_id,
        series_metric.way
    -- A sum that lacks an addend is no figure.
    HAVING count(fact.value) = (
        SELECT way.metrics FROM way
        WHERE way.series = series_metric.series AND way.form = standing_reports.form AND way.way = series_metric.way
    )
),
placed AS (
    SELECT
        summed.series,
        summed.issuer_id,
        summed.year,
        summed.form,
        summed.edition_id,
        summed.value,
        era.label,
        era.note,
        era.segment,
        era.roughness,
        lag(summed.year) OVER line AS earlier_year,
        lag(summed.value) OVER line AS earlier_value,
        lag(summed.form) OVER line AS earlier_form,
        lag(era.segment) OVER line AS earlier_segment,
        lag(era.roughness) OVER line AS earlier_roughness
    FROM summed
    JOIN era ON era.series = summed.series AND era.form = summed.form
    WHERE summed.choice = 1
    WINDOW line AS (PARTITION BY summed.series, summed.issuer_id ORDER BY summed.year)
)
SELECT
    issuer.name AS issuer,
    issuer.region_code AS region_code,
    edition.level AS level,
    placed.series AS series,
    placed.label AS label,
    placed.year AS year,
    placed.form AS form,
    placed.value AS value,
    placed.segment AS segment,
    placed.earlier_year AS earlier_year,
    placed.earlier_value AS earlier_value,
    CASE
        WHEN placed.earlier_form IS NULL THEN NULL
        WHEN placed.earlier_form = placed.form THEN 'same_form'
        WHEN placed.earlier_segment <> placed.segment THEN 'break'
        WHEN placed.earlier_roughness <> placed.roughness THEN 'rough'
        ELSE 'same'
    END AS since,
    placed.note AS note,
    placed.edition_id AS edition_id,
    placed.issuer_id AS issuer_id
FROM placed
JOIN issuer ON issuer.id = placed.issuer_id
JOIN edition ON edition.id = placed.edition_id
