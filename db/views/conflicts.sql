-- Figures that a report states twice and differently, in its text and its table or in two places: the figure that stands beside the other
CREATE VIEW conflicts AS
SELECT
    figures.issuer AS issuer,
    figures.region_code AS region_code,
    figures.year AS year,
    figures.metric AS metric,
    figures.party AS party,
    figures.unit AS unit,
    figures.value AS value,
    figures.source AS source,
    figures.quote AS quote,
    other.value AS other_value,
    other.qualifier AS other_qualifier,
    other.source AS other_source,
    other.quote AS other_quote,
    figures.portal AS portal,
    figures.url AS url,
    figures.edition_id AS edition_id
FROM figures
JOIN fact AS other
    ON other.edition_id = figures.edition_id
    AND other.metric = figures.metric
    AND other.party = figures.party
    AND other.scope = figures.scope
    AND NOT other.preferred
WHERE figures.qualifier = 'exact'
    AND (
        (other.qualifier = 'exact' AND other.value <> figures.value)
        OR (other.qualifier = 'at_least' AND other.value > figures.value)
        OR (other.qualifier = 'below' AND other.value <= figures.value)
    )
