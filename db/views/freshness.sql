-- Each portal: its last crawl and the last that finished, when a report last appeared or changed, how many reports it showed and their newest year
CREATE VIEW freshness AS
SELECT
    portal.id AS portal,
    portal.name AS name,
    (SELECT max(crawl.started_at) FROM crawl WHERE crawl.portal_id = portal.id AND crawl.via IS NULL) AS last_crawl_at,
    (SELECT max(crawl.finished_at) FROM crawl WHERE crawl.portal_id = portal.id AND crawl.via IS NULL) AS last_finished_at,
    (
        SELECT max(reading.first_seen_at) FROM reading
        WHERE reading.portal_id = portal.id AND reading.edition_id IS NOT NULL
    ) AS last_change_at,
    (SELECT count(*) FROM report_source WHERE report_source.portal_id = portal.id) AS reports,
    (
        SELECT max(report.year) FROM report_source
        JOIN report ON report.id = report_source.report_id
        WHERE report_source.portal_id = portal.id
    ) AS newest_year,
    (SELECT count(*) FROM pages_to_check WHERE pages_to_check.portal = portal.id) AS pages_to_check
FROM portal
