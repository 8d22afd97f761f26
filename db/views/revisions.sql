-- What a portal changed after publishing, figure by figure: the figure before and after, and the first capture of the change. NULL: not stated. Both texts are read by one version of the extractor, the newest that read both
CREATE VIEW revisions AS
WITH
shown AS (
    SELECT
        capture.portal_id,
        capture.url,
        capture.fetched_at,
        extractor.sort_key,
        edition.report_id,
        reading.edition_id,
        lag(reading.edition_id) OVER (
            PARTITION BY capture.portal_id, capture.url, reading.extractor_version, edition.report_id
            ORDER BY capture.fetched_at
        ) AS earlier_edition_id
    FROM capture
    JOIN reading
        ON reading.portal_id = capture.portal_id
        AND reading.url = capture.url
        AND reading.content_sha256 = capture.content_sha256
    JOIN extractor ON extractor.version = reading.extractor_version
    JOIN edition ON edition.id = reading.edition_id
    WHERE edition.report_id IS NOT NULL
),
compared AS (
    SELECT
        shown.*,
        row_number() OVER (PARTITION BY portal_id, url, report_id, fetched_at ORDER BY sort_key DESC) AS version_rank
    FROM shown
    WHERE earlier_edition_id IS NOT NULL
),
changed AS (
    SELECT * FROM compared WHERE version_rank = 1 AND edition_id <> earlier_edition_id
),
differing AS (
    SELECT
        changed.*,
        fact.metric,
        fact.party,
        earlier_fact.value AS earlier_value,
        fact.value AS value,
        earlier_fact.quote AS earlier_quote,
        fact.quote AS quote
    FROM changed
    JOIN fact ON fact.edition_id = changed.edition_id AND fact.preferred
    LEFT JOIN fact AS earlier_fact
        ON earlier_fact.edition_id = changed.earlier_edition_id
        AND earlier_fact.metric = fact.metric
        AND earlier_fact.party = fact.party
        AND earlier_fact.preferred
    WHERE earlier_fact.edition_id IS NULL
        OR (fact.value IS NULL) <> (earlier_fact.value IS NULL)
        OR fact.value <> earlier_fact.value
        OR fact.qualifier <> earlier_fact.qualifier
        OR fact.scope <> earlier_fact.scope
    UNION ALL
    SELECT changed.*, earlier_fact.metric, earlier_fact.party, earlier_fact.value, NULL, earlier_fact.quote, NULL
    FROM changed
    JOIN fact AS earlier_fact ON earlier_fact.edition_id = changed.earlier_edition_id AND earlier_fact.preferred
    WHERE NOT EXISTS (
        SELECT 1 FROM fact
        WHERE fact.edition_id = changed.edition_id
            AND fact.metric = earlier_fact.metric
            AND fact.party = earlier_fact.party
            AND fact.preferred
    )
)
SELECT
    issuer.name AS issuer,
    issuer.region_code AS region_code,
    report.year AS year,
    differing.metric AS metric,
    differing.party AS party,
    metric.unit AS unit,
    differing.earlier_value AS earlier_value,
    differing.value AS value,
    differing.earlier_quote AS earlier_quote,
    differing.quote AS quote,
    differing.fetched_at AS first_seen_at,
    differing.portal_id AS portal,
    differing.url AS url,
    differing.earlier_edition_id AS earlier_edition_id,
    differing.edition_id AS edition_id
FROM differing
JOIN report ON report.id = differing.report_id
JOIN issuer ON issuer.id = report.issuer_id
JOIN metric ON metric.code = differing.metric
