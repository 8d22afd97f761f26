-- Editions that stand for two years of one body and that the checks of the series have not compared yet: none after a load that ran to its end
CREATE VIEW pairs_to_compare AS
SELECT year_pairs.*
FROM year_pairs
-- A look-up by key, and not a join: PostgreSQL has no statistics of a table that was just filled, and compared all with all.
WHERE year_pairs.earlier_edition_id <> coalesce(
    (SELECT comparison.earlier_edition_id FROM comparison WHERE comparison.edition_id = year_pairs.edition_id), ''
)
