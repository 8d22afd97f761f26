-- Which counties and districts lack a report, and for which years?
-- Years between a body's first report and the last that is due, for which none was found although the portal was crawled after the day it
-- was due. A body none of whose reports was ever found is not known here.
SELECT issuer, region_code, year, due, as_of
FROM coverage
WHERE status = 'missing' AND level = 'county'
ORDER BY year DESC, region_code, issuer
