-- Checks that fail in the editions that stand. found_in tells the reader's own, which look at one report, from those of the series, which look at the year before too: see series_evidence for the figures of both years
CREATE VIEW findings_failed AS
SELECT
    standing_reports.issuer AS issuer,
    standing_reports.region_code AS region_code,
    standing_reports.year AS year,
    'report' AS found_in,
    finding.rule AS rule,
    finding.metrics AS metrics,
    finding.expected AS expected,
    finding.actual AS actual,
    finding.message AS message,
    standing_reports.portal AS portal,
    standing_reports.url AS url,
    standing_reports.edition_id AS edition_id
FROM finding
JOIN standing_reports ON standing_reports.edition_id = finding.edition_id
WHERE finding.status = 'fail'
UNION ALL
SELECT
    standing_reports.issuer,
    standing_reports.region_code,
    standing_reports.year,
    'series',
    series_finding.rule,
    coalesce(series_finding.metric, '') || CASE WHEN series_finding.party <> 'all' THEN '/' || series_finding.party ELSE '' END,
    series_finding.expected,
    series_finding.actual,
    series_finding.message,
    standing_reports.portal,
    standing_reports.url,
    standing_reports.edition_id
FROM series_finding
JOIN comparison ON comparison.edition_id = series_finding.edition_id
JOIN year_pairs
    ON year_pairs.edition_id = comparison.edition_id AND year_pairs.earlier_edition_id = comparison.earlier_edition_id
JOIN standing_reports ON standing_reports.edition_id = series_finding.edition_id
