-- Pages a person should look at: reports whose issuer or year is unknown, and files that could not be opened, as the newest version of the extractor left them
CREATE VIEW pages_to_check AS
SELECT portal, url, verdict, reason, title, media, extractor_version, first_seen_at, content_sha256, edition_id
FROM (
    SELECT
        reading.portal_id AS portal,
        reading.url AS url,
        reading.verdict AS verdict,
        reading.reason AS reason,
        reading.title AS title,
        reading.media AS media,
        reading.extractor_version AS extractor_version,
        reading.first_seen_at AS first_seen_at,
        reading.content_sha256 AS content_sha256,
        reading.edition_id AS edition_id,
        row_number() OVER (
            PARTITION BY reading.portal_id, reading.url, reading.content_sha256 ORDER BY extractor.sort_key DESC
        ) AS version_rank
    FROM reading
    JOIN extractor ON extractor.version = reading.extractor_version
) AS ranked
WHERE version_rank = 1 AND verdict IN ('unplaced', 'unreadable')
