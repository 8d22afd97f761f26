-- What a newer version of the extractor changed, figure by figure, in a content that itself did not change. NULL: not stated. A report whose issuer or year was read otherwise shows all its figures
CREATE VIEW rereadings AS
WITH
versions AS (
    SELECT
        reading.portal_id,
        reading.url,
        reading.content_sha256,
        reading.extractor_version,
        reading.edition_id,
        lag(reading.extractor_version) OVER same_content AS earlier_version,
        lag(reading.edition_id) OVER same_content AS earlier_edition_id
    FROM reading
    JOIN extractor ON extractor.version = reading.extractor_version
    WINDOW same_content AS (PARTITION BY reading.portal_id, reading.url, reading.content_sha256 ORDER BY extractor.sort_key)
),
changed AS (
    SELECT * FROM versions
    WHERE earlier_version IS NOT NULL AND coalesce(edition_id, '') <> coalesce(earlier_edition_id, '')
),
keyed AS (
    SELECT changed.*, edition.report_id, fact.metric, fact.party
    FROM changed
    JOIN edition ON edition.id = changed.edition_id
    JOIN fact ON fact.edition_id = edition.id AND fact.preferred
    UNION
    SELECT changed.*, edition.report_id, fact.metric, fact.party
    FROM changed
    JOIN edition ON edition.id = changed.earlier_edition_id
    JOIN fact ON fact.edition_id = edition.id AND fact.preferred
)
SELECT
    issuer.name AS issuer,
    issuer.region_code AS region_code,
    report.year AS year,
    keyed.metric AS metric,
    keyed.party AS party,
    metric.unit AS unit,
    keyed.earlier_version AS earlier_version,
    keyed.extractor_version AS extractor_version,
    earlier_fact.value AS earlier_value,
    fact.value AS value,
    earlier_fact.quote AS earlier_quote,
    fact.quote AS quote,
    keyed.portal_id AS portal,
    keyed.url AS url,
    keyed.earlier_edition_id AS earlier_edition_id,
    keyed.edition_id AS edition_id
FROM keyed
LEFT JOIN report ON report.id = keyed.report_id
LEFT JOIN issuer ON issuer.id = report.issuer_id
JOIN metric ON metric.code = keyed.metric
LEFT JOIN edition ON edition.id = keyed.edition_id AND coalesce(edition.report_id, '') = coalesce(keyed.report_id, '')
LEFT JOIN fact
    ON fact.edition_id = edition.id AND fact.metric = keyed.metric AND fact.party = keyed.party AND fact.preferred
LEFT JOIN edition AS earlier_edition
    ON earlier_edition.id = keyed.earlier_edition_id AND coalesce(earlier_edition.report_id, '') = coalesce(keyed.report_id, '')
LEFT JOIN fact AS earlier_fact
    ON earlier_fact.edition_id = earlier_edition.id
    AND earlier_fact.metric = keyed.metric
    AND earlier_fact.party = keyed.party
    AND earlier_fact.preferred
WHERE (fact.edition_id IS NULL) <> (earlier_fact.edition_id IS NULL)
    OR (fact.value IS NULL) <> (earlier_fact.value IS NULL)
    OR fact.value <> earlier_fact.value
    OR fact.qualifier <> earlier_fact.qualifier
    OR fact.scope <> earlier_fact.scope
