-- On which portals do most reports contradict themselves?
-- The share of the reports on each portal in which at least one check fails; which ones is to be seen in findings_failed.
SELECT
    standing_reports.portal AS portal,
    count(DISTINCT standing_reports.edition_id) AS reports,
    count(DISTINCT findings_failed.edition_id) AS with_failures,
    count(findings_failed.rule) AS failures,
    round(1000 * CAST(count(DISTINCT findings_failed.edition_id) AS DOUBLE PRECISION) / count(DISTINCT standing_reports.edition_id)) / 10 AS percent
FROM standing_reports
LEFT JOIN findings_failed ON findings_failed.edition_id = standing_reports.edition_id
GROUP BY standing_reports.portal
ORDER BY percent DESC, reports DESC, standing_reports.portal
