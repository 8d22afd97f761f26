-- Which reports were published after the day they were due?
-- By the day of publication the page states; pages that state none are not here. The day due is that of the Regulations for the body's level.
SELECT issuer, level, year, due, published, url
FROM coverage
WHERE published > due
ORDER BY year DESC, published DESC, issuer
