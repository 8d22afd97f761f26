-- Each figure beside the same body's figure of the year before: change is absolute, change_ratio relative (0.1 is ten percent more; NULL after a zero). exact is 1 where both are exact and of one scope, same_form 1 where both follow one form; compare no others without reading the quotes
CREATE VIEW year_on_year AS
SELECT
    figures.issuer AS issuer,
    figures.region_code AS region_code,
    figures.region AS region,
    figures.level AS level,
    figures.year AS year,
    figures.metric AS metric,
    figures.party AS party,
    figures.unit AS unit,
    figures.value AS value,
    earlier_fact.value AS earlier_value,
    round((figures.value - earlier_fact.value) * 1000000) / 1000000 AS change,
    (figures.value - earlier_fact.value) / nullif(earlier_fact.value, 0) AS change_ratio,
    CASE
        WHEN figures.qualifier = 'exact' AND earlier_fact.qualifier = 'exact' AND figures.scope = earlier_fact.scope THEN 1 ELSE 0
    END AS exact,
    CASE WHEN figures.form = earlier_edition.form THEN 1 ELSE 0 END AS same_form,
    figures.quote AS quote,
    earlier_fact.quote AS earlier_quote,
    figures.edition_id AS edition_id,
    earlier_edition.id AS earlier_edition_id
FROM figures
JOIN year_pairs ON year_pairs.report_id = figures.report_id
JOIN edition AS earlier_edition ON earlier_edition.id = year_pairs.earlier_edition_id
JOIN fact AS earlier_fact
    ON earlier_fact.edition_id = earlier_edition.id
    AND earlier_fact.metric = figures.metric
    AND earlier_fact.party = figures.party
    AND earlier_fact.preferred
