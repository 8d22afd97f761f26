-- Figures that a report states twice and differently, in its text and its table or in two places: the figure that stands (the first, where none does) beside the other
CREATE VIEW conflicts AS
SELECT
    standing_reports.issuer AS issuer,
    standing_reports.region_code AS region_code,
    standing_reports.year AS year,
    fact.metric AS metric,
    fact.party AS party,
    metric.unit AS unit,
    fact.value AS value,
    fact.source AS source,
    fact.quote AS quote,
    other.value AS other_value,
    other.qualifier AS other_qualifier,
    other.source AS other_source,
    other.quote AS other_quote,
    standing_reports.portal AS portal,
    standing_reports.url AS url,
    standing_reports.edition_id AS edition_id
-- The few figures that do not stand come first: PostgreSQL takes so many joins in the order they are written.
FROM fact AS other
JOIN fact
    ON fact.edition_id = other.edition_id
    AND fact.metric = other.metric
    AND fact.party = other.party
    AND fact.scope = other.scope
    AND (
        fact.preferred
        OR (
            fact.start_offset < other.start_offset
            AND fact.scope <> 'part'
            AND NOT EXISTS (
                SELECT 1
                FROM fact AS standing
                WHERE standing.edition_id = other.edition_id
                    AND standing.metric = other.metric
                    AND standing.party = other.party
                    AND standing.preferred
            )
        )
    )
JOIN metric ON metric.code = fact.metric
JOIN standing_reports ON standing_reports.edition_id = other.edition_id
WHERE NOT other.preferred
    AND fact.qualifier = 'exact'
    AND (
        (other.qualifier = 'exact' AND other.value <> fact.value)
        OR (other.qualifier = 'at_least' AND other.value > fact.value)
        OR (other.qualifier = 'below' AND other.value <= fact.value)
    )
