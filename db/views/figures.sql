-- The figures that stand: one row for each report, metric and applicant column, with the words that state it and where they are published
CREATE VIEW figures AS
SELECT
    issuer.name AS issuer,
    issuer.region_code AS region_code,
    region.name AS region,
    edition.level AS level,
    report.year AS year,
    edition.form AS form,
    fact.metric AS metric,
    metric.label AS label,
    fact.party AS party,
    fact.value AS value,
    metric.unit AS unit,
    fact.qualifier AS qualifier,
    fact.scope AS scope,
    fact.source AS source,
    fact.raw AS raw,
    fact.quote AS quote,
    fact.start_offset AS start_offset,
    fact.end_offset AS end_offset,
    reading.portal_id AS portal,
    reading.url AS url,
    reading.title AS title,
    reading.published AS published,
    reading.first_seen_at AS first_seen_at,
    reading.content_sha256 AS content_sha256,
    edition.id AS edition_id,
    report.id AS report_id,
    issuer.id AS issuer_id
FROM report_source
JOIN report ON report.id = report_source.report_id
JOIN issuer ON issuer.id = report.issuer_id
LEFT JOIN region ON region.code = issuer.region_code
JOIN reading ON reading.id = report_source.reading_id
JOIN edition ON edition.id = reading.edition_id
JOIN fact ON fact.edition_id = edition.id AND fact.preferred
JOIN metric ON metric.code = fact.metric
WHERE report_source.stands
