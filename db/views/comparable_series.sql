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
        addend.way AS way,
        standing_reports.edition_id AS edition_id,
        standing_reports.issuer_id AS issuer_id,
        standing_reports.issuer AS issuer,
        standing_reports.region_code AS region_code,
        standing_reports.level AS level,
        standing_reports.year AS year,
        standing_reports.form AS form,
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
    GROUP BY
        addend.series, addend.way, addend.addends, standing_reports.edition_id, standing_reports.issuer_id, standing_reports.issuer,
        standing_reports.region_code, standing_reports.level, standing_reports.year, standing_reports.form
    HAVING count(fact.value) = addend.addends  -- a sum that lacks an addend is no figure
),
chosen AS (
    SELECT summed.*, row_number() OVER (PARTITION BY series, edition_id ORDER BY way) AS choice FROM summed
),
placed AS (
    SELECT
        chosen.*,
        era.label,
        era.note,
        era.segment,
        lag(chosen.year) OVER line AS earlier_year,
        lag(chosen.value) OVER line AS earlier_value,
        CASE
            WHEN lag(chosen.form) OVER line IS NULL THEN NULL
            WHEN lag(chosen.form) OVER line = chosen.form THEN 'same_form'
            WHEN lag(era.segment) OVER line <> era.segment THEN 'break'
            WHEN lag(era.roughness) OVER line <> era.roughness THEN 'rough'
            ELSE 'same'
        END AS since
    FROM chosen
    JOIN era ON era.series = chosen.series AND era.form = chosen.form
    WHERE chosen.choice = 1
    WINDOW line AS (PARTITION BY chosen.series, chosen.issuer_id ORDER BY chosen.year)
)
SELECT
    issuer, region_code, level, series, label, year, form, value, segment, earlier_year, earlier_value, since, note, edition_id, issuer_id
FROM placed
