-- Figures that two addresses state differently for one report: the figure that stands beside that of the other source
CREATE VIEW source_conflicts AS
SELECT
    figures.issuer AS issuer,
    figures.region_code AS region_code,
    figures.year AS year,
    figures.metric AS metric,
    figures.party AS party,
    figures.unit AS unit,
    figures.value AS value,
    figures.qualifier AS qualifier,
    figures.quote AS quote,
    figures.portal AS portal,
    figures.url AS url,
    other.value AS other_value,
    other.qualifier AS other_qualifier,
    other.quote AS other_quote,
    other_reading.portal_id AS other_portal,
    other_reading.url AS other_url,
    figures.edition_id AS edition_id,
    other.edition_id AS other_edition_id
FROM report_source AS other_source
JOIN reading AS other_reading ON other_reading.id = other_source.reading_id
JOIN figures ON figures.report_id = other_source.report_id AND figures.edition_id <> other_reading.edition_id
JOIN fact AS other
    ON other.edition_id = other_reading.edition_id
    AND other.metric = figures.metric
    AND other.party = figures.party
    AND other.preferred
WHERE NOT other_source.stands
    AND (other.value <> figures.value OR other.qualifier <> figures.qualifier OR other.scope <> figures.scope)
