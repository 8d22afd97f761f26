-- Which figures did a portal change most after publishing?
-- The fifty largest changes of a figure on a page that had been published with another; first_seen_at is the crawl that met the change.
SELECT issuer, year, metric, party, earlier_value AS published_first, value AS published_now, value - earlier_value AS change, first_seen_at, url
FROM revisions
WHERE earlier_value IS NOT NULL AND value IS NOT NULL
ORDER BY abs(value - earlier_value) DESC, issuer, year, metric, party
LIMIT 50
