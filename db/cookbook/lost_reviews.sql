-- Who loses most reviews and lawsuits about disclosure?
-- Of the cases decided in all years (pending ones are left out), the share in which the body was corrected; bodies with ten decided or more.
-- Lawsuits without and after a review count alike.
SELECT
    issuer,
    level,
    sum(corrected) AS corrected,
    sum(decided) AS decided,
    round(1000 * sum(corrected) / sum(decided)) / 10 AS percent
FROM (
    SELECT
        issuer,
        level,
        region_code,
        coalesce(review_corrected, 0) + coalesce(litigation_corrected, 0) + coalesce(litigation_direct_corrected, 0)
        + coalesce(litigation_after_review_corrected, 0) AS corrected,
        coalesce(review_total, 0) - coalesce(review_pending, 0) + coalesce(litigation_total, 0)
        + coalesce(litigation_direct_total, 0) - coalesce(litigation_direct_pending, 0)
        + coalesce(litigation_after_review_total, 0) - coalesce(litigation_after_review_pending, 0) AS decided
    FROM figures_wide
    WHERE review_corrected IS NOT NULL
) AS cases
GROUP BY issuer, level, region_code
HAVING sum(decided) >= 10
ORDER BY percent DESC, decided DESC, issuer
LIMIT 100
