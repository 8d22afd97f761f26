-- Reports whose page the portal took down: first missed when, with which answer, last seen when. Their figures stay where they were; stands says whether they are still taken from that page, and not from another address
CREATE VIEW reports_gone AS
SELECT
    issuer.name AS issuer,
    report.year AS year,
    report_source.portal_id AS portal,
    report_source.url AS url,
    (
        SELECT min(missed.fetched_at) FROM capture AS missed
        WHERE missed.portal_id = reading.portal_id AND missed.url = reading.url
            AND missed.body_sha256 IS NULL AND missed.fetched_at > reading.last_seen_at
    ) AS missed_at,
    gone.status AS status,
    reading.last_seen_at AS last_seen_at,
    report_source.stands AS stands,
    reading.edition_id AS edition_id,
    reading.content_sha256 AS content_sha256
FROM report_source
JOIN reading ON reading.id = report_source.reading_id
JOIN report ON report.id = report_source.report_id
JOIN issuer ON issuer.id = report.issuer_id
JOIN capture AS gone ON gone.portal_id = reading.portal_id AND gone.url = reading.url
WHERE gone.body_sha256 IS NULL
    AND NOT EXISTS (
        SELECT 1 FROM capture AS later
        WHERE later.portal_id = gone.portal_id AND later.url = gone.url AND later.fetched_at > gone.fetched_at
    )
