-- Each report with the edition its figures are taken from, and where and since when that is published
CREATE VIEW standing_reports AS
SELECT
    issuer.name AS issuer,
    issuer.region_code AS region_code,
    region.name AS region,
    edition.level AS level,
    report.year AS year,
    edition.form AS form,
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
WHERE report_source.stands
