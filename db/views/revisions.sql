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
keyed AS (
    SELECT changed.*, fact.metric, fact.party
    FROM changed
    JOIN fact ON fact.edition_id = changed.edition_id AND fact.preferred
    UNION
    SELECT changed.*, fact.metric, fact.party
    FROM changed
    JOIN fact ON fact.edition_id = changed.earlier_edition_id AND fact.preferred
)
SELECT
    issuer.name AS issuer,
    issuer.region_code AS region_code,
    report.year AS year,
    keyed.metric AS metric,
    keyed.party AS party,
    metric.unit AS unit,
    earlier_fact.value AS earlier_value,
    fact.value AS value,
    earlier_fact.quote AS earlier_quote,
    fact.quote AS quote,
    keyed.fetched_at AS first_seen_at,
    keyed.portal_id AS portal,
    keyed.url AS url,
    keyed.earlier_edition_id AS earlier_edition_id,
    keyed.edition_id AS edition_id
FROM keyed
JOIN report ON report.id = keyed.report_id
JOIN issuer ON issuer.id = report.issuer_id
JOIN metric ON metric.code = keyed.metric
LEFT JOIN fact
    ON fact.edition_id = keyed.edition_id AND fact.metric = keyed.metric AND fact.party = keyed.party AND fact.preferred
LEFT JOIN fact AS earlier_fact
    ON earlier_fact.edition_id = keyed.earlier_edition_id
    AND earlier_fact.metric = keyed.metric
    AND earlier_fact.party = keyed.party
    AND earlier_fact.preferred
WHERE (fact.edition_id IS NULL) <> (earlier_fact.edition_id IS NULL)
    OR (fact.value IS NULL) <> (earlier_fact.value IS NULL)
    OR fact.value <> earlier_fact.value
    OR fact.qualifier <> earlier_fact.qualifier
    OR fact.scope <> earlier_fact.scope
