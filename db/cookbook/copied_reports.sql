-- Who copied last year's figures?
-- Reports nearly all of whose figures (stocks and zeros aside) are those of the year before; same says how many. The figures themselves:
-- SELECT * FROM series_evidence WHERE rule = 'copied'.
SELECT issuer, year, actual AS same, message, url
FROM findings_failed
WHERE rule = 'copied'
ORDER BY year DESC, same DESC, issuer
