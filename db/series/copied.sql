-- Reports most of whose flows are those of the year before. Stocks may well stay the same, and so may nothing: zeros of both years count for
-- neither side.
SELECT
    pair.edition_id AS edition_id,
    pair.year AS year,
    'copied' AS rule,
    NULL AS metric,
    NULL AS party,
    count(*) AS expected,
    sum(CASE WHEN fact.value = earlier.value THEN 1 ELSE 0 END) AS actual
FROM pairs_to_compare AS pair
JOIN edition ON edition.id = pair.edition_id
JOIN copied_limit ON copied_limit.form = edition.form
JOIN fact ON fact.edition_id = pair.edition_id AND fact.party = 'all' AND fact.preferred
JOIN yearly ON yearly.metric = fact.metric AND yearly.kind = 'flow'
JOIN fact AS earlier
    ON earlier.edition_id = pair.earlier_edition_id AND earlier.metric = fact.metric AND earlier.party = fact.party AND earlier.preferred
WHERE fact.value <> 0 OR earlier.value <> 0
GROUP BY pair.edition_id, pair.year, copied_limit.figures, copied_limit.share
HAVING sum(CASE WHEN fact.value = earlier.value THEN 1 ELSE 0 END) >= copied_limit.figures
    AND sum(CASE WHEN fact.value = earlier.value THEN 1 ELSE 0 END) >= copied_limit.share * count(*)
