-- The edition that stands for a report beside the one that stands for the same body's report of the year before
CREATE VIEW year_pairs AS
SELECT
    report.issuer_id AS issuer_id,
    report.year AS year,
    report.id AS report_id,
    reading.edition_id AS edition_id,
    earlier.id AS earlier_report_id,
    earlier_reading.edition_id AS earlier_edition_id
FROM report_source
JOIN report ON report.id = report_source.report_id
JOIN reading ON reading.id = report_source.reading_id
JOIN report AS earlier ON earlier.issuer_id = report.issuer_id AND earlier.year = report.year - 1
JOIN report_source AS earlier_source ON earlier_source.report_id = earlier.id AND earlier_source.stands
JOIN reading AS earlier_reading ON earlier_reading.id = earlier_source.reading_id
WHERE report_source.stands
