-- Figures more than `factor` times those of the year before, or the other way round; the smaller one counts as at least `floor`.
SELECT
    pair.edition_id AS edition_id,
    pair.year AS year,
    'jump' AS rule,
    fact.metric AS metric,
    fact.party AS party,
    earlier.value AS expected,
    fact.value AS actual
FROM pairs_to_compare AS pair
JOIN edition ON edition.id = pair.edition_id
JOIN edition AS earlier_edition ON earlier_edition.id = pair.earlier_edition_id
JOIN fact ON fact.edition_id = pair.edition_id AND fact.party = 'all' AND fact.preferred AND fact.qualifier = 'exact'
JOIN yearly ON yearly.metric = fact.metric AND (yearly.across_forms OR edition.form = earlier_edition.form)
JOIN fact AS earlier
    ON earlier.edition_id = pair.earlier_edition_id
    AND earlier.metric = fact.metric
    AND earlier.party = fact.party
    AND earlier.preferred
    AND earlier.qualifier = 'exact'
    AND earlier.scope = fact.scope
WHERE (fact.value > yearly.factor * earlier.value AND fact.value > yearly.factor * yearly.floor)
    OR (earlier.value > yearly.factor * fact.value AND earlier.value > yearly.factor * yearly.floor)
