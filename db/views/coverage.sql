-- Each body and year since its first report: read, found (a report without one figure read), missing, or not_due (reports are due by 31 January of the next year). A body none of whose reports was found is not known here
CREATE VIEW coverage AS
WITH RECURSIVE
clock AS (
    SELECT
        CAST(substr(CAST(CURRENT_DATE AS VARCHAR), 1, 4) AS INTEGER) - 1 AS last_year,
        substr(CAST(CURRENT_DATE AS VARCHAR), 6) <= '01-31' AS is_january
),
standing AS (
    SELECT report.issuer_id, report.year, reading.portal_id, reading.url, reading.edition_id
    FROM report_source
    JOIN report ON report.id = report_source.report_id
    JOIN reading ON reading.id = report_source.reading_id
    WHERE report_source.stands
),
span AS (
    SELECT issuer_id, min(year) AS first_year, CASE WHEN max(year) > max(last_year) THEN max(year) ELSE max(last_year) END AS last_year
    FROM standing
    CROSS JOIN clock
    GROUP BY issuer_id
),
expected AS (
    SELECT issuer_id, first_year AS year, last_year FROM span
    UNION ALL
    SELECT issuer_id, year + 1, last_year FROM expected WHERE year < last_year
)
SELECT
    issuer.name AS issuer,
    issuer.region_code AS region_code,
    region.name AS region,
    expected.year AS year,
    CASE
        WHEN EXISTS (SELECT 1 FROM fact WHERE fact.edition_id = standing.edition_id AND fact.preferred) THEN 'read'
        WHEN standing.edition_id IS NOT NULL THEN 'found'
        WHEN clock.is_january AND expected.year >= clock.last_year THEN 'not_due'
        ELSE 'missing'
    END AS status,
    (
        SELECT ledger_count.entries FROM ledger_count
        WHERE ledger_count.edition_id = standing.edition_id AND ledger_count.kind = 'unread'
    ) AS unread_numerals,
    standing.portal_id AS portal,
    standing.url AS url,
    standing.edition_id AS edition_id,
    issuer.id AS issuer_id
FROM expected
CROSS JOIN clock
JOIN issuer ON issuer.id = expected.issuer_id
LEFT JOIN region ON region.code = issuer.region_code
LEFT JOIN standing ON standing.issuer_id = expected.issuer_id AND standing.year = expected.year
