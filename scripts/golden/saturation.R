# Golden values of the accumulation of themes and of Chao2, counted over combinations with choose() as the formulas stand in print.
source("scripts/golden/write-json.R")

samples <- list(
  list(n = 10, incidences = c(10, 8, 7, 5, 5, 3, 2, 2, 1, 1, 1)), list(n = 3, incidences = c(3, 1, 1)),
  list(n = 24, incidences = c(24, 20, 13, 13, 9, 6, 4, 4, 3, 2, 2, 2, 1, 1, 1, 1, 1)), list(n = 6, incidences = c(6, 6)),
  list(n = 64, incidences = c(41, 36, 30, 22, 19, 15, 12, 12, 9, 7, 7, 5, 4, 3, 3, 2, 1, 1)))
cases <- lapply(samples, function(one) {
  n <- one$n
  k <- 0:n
  expected <- sapply(k, function(size) sum(1 - choose(n - one$incidences, size) / choose(n, size)))
  once <- sum(one$incidences == 1)
  twice <- sum(one$incidences == 2)
  unseen <- if (twice > 0) (n - 1) / n * once^2 / (2 * twice) else (n - 1) / n * once * (once - 1) / 2
  c(one, list(expected = expected, unseen = unseen))
})
write_golden("saturation", "scripts/golden/saturation.R", list(cases = cases))
