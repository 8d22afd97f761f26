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
addend AS (
    SELECT series, form, way, metric, count(*) OVER (PARTITION BY series, form, way) AS addends FROM series_metric
),
summed AS (
    SELECT
        addend.series AS series,
        standing_reports.edition_id AS edition_id,
        addend.way AS way,
        round(sum(fact.value) * 1000000) / 1000000 AS value
    FROM addend
    JOIN standing_reports ON standing_reports.form = addend.form
    JOIN fact
        ON fact.edition_id = standing_reports.edition_id
        AND fact.metric = addend.metric
        AND fact.party = 'all'
        AND fact.preferred
        AND fact.qualifier = 'exact'
        AND fact.scope = 'all'
    GROUP BY addend.series, standing_reports.edition_id, addend.way, addend.addends
    HAVING count(fact.value) = addend.addends  -- a sum that lacks an addend is no figure
),
chosen AS (
    SELECT series, edition_id, value, row_number() OVER (PARTITION BY series, edition_id ORDER BY way) AS choice FROM summed
),
placed AS (
    SELECT
        chosen.series,
        report.issuer_id,
        report.year,
        edition.form,
        edition.level,
        chosen.edition_id,
        chosen.value,
        era.label,
        era.note,
        era.segment,
        lag(report.year) OVER line AS earlier_year,
        lag(chosen.value) OVER line AS earlier_value,
        CASE
            WHEN lag(edition.form) OVER line IS NULL THEN NULL
            WHEN lag(edition.form) OVER line = edition.form THEN 'same_form'
            WHEN lag(era.segment) OVER line <> era.segment THEN 'break'
            WHEN lag(era.roughness) OVER line <> era.roughness THEN 'rough'
            ELSE 'same'
        END AS since
    FROM chosen
    JOIN edition ON edition.id = chosen.edition_id
    JOIN report ON report.id = edition.report_id
    JOIN era ON era.series = chosen.series AND era.form = edition.form
    WHERE chosen.choice = 1
    WINDOW line AS (PARTITION BY chosen.series, report.issuer_id ORDER BY report.year)
)
SELECT
    issuer.name AS issuer,
    issuer.region_code AS region_code,
    placed.level AS level,
    placed.series AS series,
    placed.label AS label,
    placed.year AS year,
    placed.form AS form,
    placed.value AS value,
    placed.segment AS segment,
    placed.earlier_year AS earlier_year,
    placed.earlier_value AS earlier_value,
    placed.since AS since,
    placed.note AS note,
    placed.edition_id AS edition_id,
    placed.issuer_id AS issuer_id
FROM placed
JOIN issuer ON issuer.id = placed.issuer_id
