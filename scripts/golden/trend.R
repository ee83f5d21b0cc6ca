# Golden values of trends over independent waves: prop.trend.test with real years; the slope from lm weighted by base; its interval from
# the Wilson limits of prop.test. Jonckheere-Terpstra from its sum of pair counts and Kendall's test of group against answer.
source("scripts/golden/write-json.R")

waves <- list(
  data.frame(year = c(2019, 2021, 2023), count = c(12, 18, 27), base = c(40, 44, 48)),
  data.frame(year = c(2016, 2018, 2022.5, 2024), count = c(30, 22, 20, 9), base = c(60, 50, 55, 41)),
  data.frame(year = c(2020, 2024), count = c(48, 56), base = c(80, 70)),
  data.frame(year = c(2021, 2022, 2023), count = c(0, 3, 10), base = c(10, 10, 10)))
shares <- lapply(waves, function(w) {
  test <- suppressWarnings(prop.trend.test(w$count, w$base, score = w$year))
  p <- w$count / w$base
  slope <- unname(coef(lm(p ~ year, data = w, weights = base))[2])
  limits <- suppressWarnings(mapply(function(x, n) prop.test(x, n, correct = FALSE)$conf.int, w$count, w$base))
  centre <- weighted.mean(w$year, w$base)
  weight <- w$base * (w$year - centre) / sum(w$base * (w$year - centre)^2)
  lower <- ifelse(weight > 0, limits[1, ], limits[2, ])
  upper <- ifelse(weight > 0, limits[2, ], limits[1, ])
  list(waves = w, statistic = unname(test$statistic), p = test$p.value, slope = slope, low = slope - sqrt(sum((weight * (p - lower))^2)),
    high = slope + sqrt(sum((weight * (upper - p))^2)))
})

groups <- list(
  list(c(3, 6, 9, 14, 8), c(2, 5, 9, 12, 11), c(1, 2, 6, 9, 9)), list(c(4, 0, 2), c(1, 3, 5), c(2, 2, 2), c(0, 0, 6)), list(c(1, 2, 3), c(3, 2, 1)))
ordinal <- lapply(groups, function(g) {
  y <- lapply(g, function(counts) rep(seq_along(counts), counts))
  wave <- rep(seq_along(y), lengths(y))
  count <- 0
  pairs <- 0
  for (i in seq_along(y)) for (j in seq_along(y)) if (i < j) {
    count <- count + sum(outer(y[[j]], y[[i]], ">") + outer(y[[j]], y[[i]], "==") / 2)
    pairs <- pairs + length(y[[i]]) * length(y[[j]])
  }
  test <- suppressWarnings(cor.test(wave, unlist(y), method = "kendall", exact = FALSE))
  list(groups = g, statistic = count, z = unname(test$statistic), p = test$p.value, probability = count / pairs)
})
write_golden("trend", "scripts/golden/trend.R", list(shares = shares, ordinal = ordinal))
