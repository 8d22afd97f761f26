-- Figures that two addresses state differently for one report: the figure that stands beside that of the other source
CREATE VIEW source_conflicts AS
SELECT
    standing_reports.issuer AS issuer,
    standing_reports.region_code AS region_code,
    standing_reports.year AS year,
    fact.metric AS metric,
    fact.party AS party,
    metric.unit AS unit,
    fact.value AS value,
    fact.qualifier AS qualifier,
    fact.quote AS quote,
    standing_reports.portal AS portal,
    standing_reports.url AS url,
    other.value AS other_value,
    other.qualifier AS other_qualifier,
    other.quote AS other_quote,
    other_reading.portal_id AS other_portal,
    other_reading.url AS other_url,
    fact.edition_id AS edition_id,
    other.edition_id AS other_edition_id
-- The few sources that do not stand come first: PostgreSQL takes so many joins in the order they are written.
FROM report_source AS other_source
JOIN reading AS other_reading ON other_reading.id = other_source.reading_id
JOIN standing_reports
    ON standing_reports.report_id = other_source.report_id AND standing_reports.edition_id <> other_reading.edition_id
JOIN fact AS other ON other.edition_id = other_reading.edition_id AND other.preferred
JOIN fact
    ON fact.edition_id = standing_reports.edition_id AND fact.metric = other.metric AND fact.party = other.party AND fact.preferred
JOIN metric ON metric.code = fact.metric
WHERE NOT other_source.stands
    AND (other.value <> fact.value OR other.qualifier <> fact.qualifier OR other.scope <> fact.scope)
