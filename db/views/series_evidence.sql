-- The figures behind each failed check of the series, of both years, with the words that state them: the one in question, those it should follow from, and for a copied report each figure that is the same
CREATE VIEW series_evidence AS
WITH failed AS (
    SELECT series_finding.*, comparison.earlier_edition_id
    FROM series_finding
    JOIN comparison ON comparison.edition_id = series_finding.edition_id
    JOIN year_pairs
        ON year_pairs.edition_id = comparison.edition_id AND year_pairs.earlier_edition_id = comparison.earlier_edition_id
),
looked_at AS (
    SELECT edition_id, position, rule, edition_id AS stated_in, metric, party FROM failed WHERE metric IS NOT NULL
    UNION ALL
    SELECT edition_id, position, rule, earlier_edition_id, metric, party FROM failed WHERE rule = 'jump'
    UNION ALL
    SELECT
        failed.edition_id,
        failed.position,
        failed.rule,
        CASE WHEN carry_rule.years_back = 0 THEN failed.edition_id ELSE failed.earlier_edition_id END,
        carry_rule.term,
        failed.party
    FROM failed
    JOIN carry_rule ON carry_rule.rule = failed.rule AND carry_rule.metric = failed.metric
    UNION ALL
    SELECT failed.edition_id, failed.position, failed.rule, either.edition_id, fact.metric, fact.party
    FROM failed
    JOIN fact ON fact.edition_id = failed.edition_id AND fact.preferred AND fact.party = 'all'
    JOIN yearly ON yearly.metric = fact.metric AND yearly.kind = 'flow'
    JOIN fact AS either
        ON either.edition_id IN (failed.edition_id, failed.earlier_edition_id)
        AND either.metric = fact.metric
        AND either.party = 'all'
        AND either.preferred
        AND either.value = fact.value
    WHERE failed.rule = 'copied'
        AND fact.value <> 0
        AND EXISTS (
            SELECT 1 FROM fact AS earlier
            WHERE earlier.edition_id = failed.earlier_edition_id
                AND earlier.metric = fact.metric
                AND earlier.party = 'all'
                AND earlier.preferred
                AND earlier.value = fact.value
        )
)
SELECT
    found.issuer AS issuer,
    found.region_code AS region_code,
    found.year AS year,
    looked_at.rule AS rule,
    looked_at.position AS finding,
    stated.year AS stated_year,
    fact.metric AS metric,
    fact.party AS party,
    fact.value AS value,
    fact.quote AS quote,
    stated.portal AS portal,
    stated.url AS url,
    looked_at.edition_id AS edition_id,
    fact.edition_id AS stated_edition_id
FROM looked_at
JOIN standing_reports AS found ON found.edition_id = looked_at.edition_id
JOIN standing_reports AS stated ON stated.edition_id = looked_at.stated_in
JOIN fact
    ON fact.edition_id = looked_at.stated_in
    AND fact.metric = looked_at.metric
    AND fact.party = looked_at.party
    AND fact.preferred
