# Golden values of means and medians, from t.test, median and the order statistics.
source("scripts/golden/write-json.R")

samples <- list(
  likert40 = c(rep(1, 3), rep(2, 6), rep(3, 9), rep(4, 14), rep(5, 8)), hours = c(0, 0.5, 2, 2, 3.25, 7, 12, 40),
  six = c(4, 4, 5, 1, 3, 2), same = rep(4, 12), pair = c(1, 5))
cases <- lapply(samples, function(v) {
  n <- length(v)
  same <- var(v) == 0
  limits <- if (same) rep(mean(v), 2) else t.test(v)$conf.int
  k <- qbinom(0.025, n, 0.5)
  s <- sort(v)
  half <- qt(0.975, n - 1) * sd(v) / sqrt(n) * sqrt(1 - n / 400)
  list(values = v, mean = mean(v), sd = sd(v), low = limits[1], high = limits[2],
    frameLow = mean(v) - half, frameHigh = mean(v) + half, median = median(v),
    medianLow = if (n < 6) NA else s[k], medianHigh = if (n < 6) NA else s[n - k + 1])
})
write_golden("location", "scripts/golden/location.R", list(cases = unname(cases)))
