-- What each place says of a page that a report is on (meta tags, page head, list, text, address): titles, issuers and days, beside the one that is believed; differs where it is another
CREATE VIEW page_facts AS
SELECT
    portal,
    url,
    kind,
    source,
    name,
    raw,
    value,
    believed,
    value <> believed AS differs,
    reading_id
FROM (
    SELECT
        reading.portal_id AS portal,
        reading.url AS url,
        page_fact.kind AS kind,
        page_fact.source AS source,
        page_fact.name AS name,
        page_fact.raw AS raw,
        page_fact.value AS value,
        CASE page_fact.kind WHEN 'title' THEN reading.title WHEN 'issuer' THEN issuer.name WHEN 'published' THEN reading.published END AS believed,
        reading.id AS reading_id
    FROM report_source
    JOIN reading ON reading.id = report_source.reading_id
    JOIN page_fact ON page_fact.reading_id = reading.id
    JOIN report ON report.id = report_source.report_id
    JOIN issuer ON issuer.id = report.issuer_id
) AS stated
