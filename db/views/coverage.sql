-- Each body and year since its first report: read, found (a report without one figure read), missing, or not_due. as_of is the day of the last finished crawl of the body's portals: not_due says that the report need not have been there by then. A body none of whose reports was found is not known here
CREATE VIEW coverage AS
WITH RECURSIVE
looked AS (
    SELECT report.issuer_id AS issuer_id, max(substr(crawl.finished_at, 1, 10)) AS as_of
    FROM (SELECT DISTINCT report_id, portal_id FROM report_source) AS place
    JOIN report ON report.id = place.report_id
    JOIN (
        -- a crawl of its copies in a web archive does not show what the portal has today; where there is no other it is all there is
        SELECT portal_id, coalesce(max(CASE WHEN via IS NULL THEN finished_at END), max(finished_at)) AS finished_at
        FROM crawl GROUP BY portal_id
    ) AS crawl ON crawl.portal_id = place.portal_id
    GROUP BY report.issuer_id
),
span AS (
    SELECT
        standing_reports.issuer_id AS issuer_id,
        min(standing_reports.year) AS first_year,
        max(standing_reports.year) AS last_found_year,
        CAST(substr(looked.as_of, 1, 4) AS INTEGER) - 1 AS last_ended_year,
        looked.as_of AS as_of
    FROM standing_reports
    JOIN looked ON looked.issuer_id = standing_reports.issuer_id
    GROUP BY standing_reports.issuer_id, looked.as_of
),
expected AS (
    SELECT
        issuer_id,
        first_year AS year,
        CASE WHEN last_ended_year > last_found_year THEN last_ended_year ELSE last_found_year END AS last_year,
        last_found_year,
        as_of
    FROM span
    UNION ALL
    SELECT issuer_id, year + 1, last_year, last_found_year, as_of FROM expected WHERE year < last_year
),
dated AS (
    SELECT
        expected.issuer_id,
        expected.year,
        expected.as_of,
        newest.level,
        CAST(expected.year + 1 AS VARCHAR) || '-' || (
            SELECT deadline.month_day FROM deadline
            WHERE deadline.level = coalesce(newest.level, 'unknown') AND deadline.first_year <= expected.year
            ORDER BY deadline.first_year DESC
            LIMIT 1
        ) AS due
    FROM expected
    JOIN standing_reports AS newest ON newest.issuer_id = expected.issuer_id AND newest.year = expected.last_found_year
)
SELECT
    issuer.name AS issuer,
    issuer.region_code AS region_code,
    region.name AS region,
    dated.level AS level,
    dated.year AS year,
    CASE
        WHEN EXISTS (SELECT 1 FROM fact WHERE fact.edition_id = standing_reports.edition_id AND fact.preferred) THEN 'read'
        WHEN standing_reports.edition_id IS NOT NULL THEN 'found'
        WHEN dated.as_of <= dated.due THEN 'not_due'
        ELSE 'missing'
    END AS status,
    dated.due AS due,
    dated.as_of AS as_of,
    standing_reports.published AS published,
    (
        SELECT ledger_count.entries FROM ledger_count
        WHERE ledger_count.edition_id = standing_reports.edition_id AND ledger_count.kind = 'unread'
    ) AS unread_numerals,
    standing_reports.portal AS portal,
    standing_reports.url AS url,
    standing_reports.edition_id AS edition_id,
    issuer.id AS issuer_id
FROM dated
JOIN issuer ON issuer.id = dated.issuer_id
LEFT JOIN region ON region.code = issuer.region_code
LEFT JOIN standing_reports ON standing_reports.issuer_id = dated.issuer_id AND standing_reports.year = dated.year
