-- Figures that are not the sum of what they follow from. Nothing is said where a term is not stated, not exact, or of another scope.
SELECT
    pair.edition_id AS edition_id,
    pair.year AS year,
    carry_rule.rule AS rule,
    fact.metric AS metric,
    fact.party AS party,
    round(sum(carry_rule.sign * term.value) * 1000000) / 1000000 AS expected,
    fact.value AS actual
FROM pairs_to_compare AS pair
CROSS JOIN carry_rule
JOIN fact ON fact.edition_id = pair.edition_id AND fact.metric = carry_rule.metric AND fact.preferred AND fact.qualifier = 'exact'
LEFT JOIN fact AS term
    ON term.edition_id = CASE WHEN carry_rule.years_back = 0 THEN pair.edition_id ELSE pair.earlier_edition_id END
    AND term.metric = carry_rule.term
    AND term.party = fact.party
    AND term.preferred
    AND term.qualifier = 'exact'
    AND term.scope = fact.scope
GROUP BY pair.edition_id, pair.year, carry_rule.rule, fact.metric, fact.party, fact.value
HAVING count(term.value) = count(*) AND round(sum(carry_rule.sign * term.value) * 1000000) / 1000000 <> fact.value
