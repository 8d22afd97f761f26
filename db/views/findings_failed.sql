-- Checks that fail in the editions that stand
CREATE VIEW findings_failed AS
SELECT
    issuer.name AS issuer,
    issuer.region_code AS region_code,
    report.year AS year,
    finding.rule AS rule,
    finding.metrics AS metrics,
    finding.expected AS expected,
    finding.actual AS actual,
    finding.message AS message,
    reading.portal_id AS portal,
    reading.url AS url,
    edition.id AS edition_id
FROM report_source
JOIN report ON report.id = report_source.report_id
JOIN issuer ON issuer.id = report.issuer_id
JOIN reading ON reading.id = report_source.reading_id
JOIN edition ON edition.id = reading.edition_id
JOIN finding ON finding.edition_id = edition.id AND finding.status = 'fail'
WHERE report_source.stands
