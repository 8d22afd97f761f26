-- The figures that stand: one row for each report, metric and applicant column, with the words that state it and where they are published
CREATE VIEW figures AS
SELECT
    standing_reports.issuer AS issuer,
    standing_reports.region_code AS region_code,
    standing_reports.region AS region,
    standing_reports.level AS level,
    standing_reports.year AS year,
    standing_reports.form AS form,
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
    standing_reports.portal AS portal,
    standing_reports.url AS url,
    standing_reports.title AS title,
    standing_reports.published AS published,
    standing_reports.first_seen_at AS first_seen_at,
    standing_reports.content_sha256 AS content_sha256,
    standing_reports.edition_id AS edition_id,
    standing_reports.report_id AS report_id,
    standing_reports.issuer_id AS issuer_id
FROM standing_reports
JOIN fact ON fact.edition_id = standing_reports.edition_id AND fact.preferred
JOIN metric ON metric.code = fact.metric
