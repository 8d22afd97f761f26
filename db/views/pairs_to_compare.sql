-- Editions that stand for two years of one body and that the checks of the series have not compared yet: none after a load that ran to its end
CREATE VIEW pairs_to_compare AS
SELECT year_pairs.*
FROM year_pairs
LEFT JOIN comparison
    ON comparison.edition_id = year_pairs.edition_id AND comparison.earlier_edition_id = year_pairs.earlier_edition_id
WHERE comparison.edition_id IS NULL
