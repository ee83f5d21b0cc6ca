# Golden values of tests between linked waves: dbinom for McNemar's mid-p, coin for Stuart-Maxwell and Wilcoxon with Pratt's zeros,
# friedman.test for Friedman and (on 0 and 1) Cochran's Q. Bhapkar inverts its own covariance matrix, not the closed form SM/(1 - SM/n).
suppressPackageStartupMessages(library(coin))
source("scripts/golden/write-json.R")

# The first is airway hyper-responsiveness before and after stem cell transplantation (Bentur; in Fagerland et al. 2013): mid-p 0.0391.
binary <- data.frame(both = c(1, 20, 5, 12, 0, 30), onlyFirst = c(1, 8, 4, 0, 0, 40), onlySecond = c(7, 20, 4, 6, 0, 22), neither = c(12, 12, 7, 2, 9, 60))
binary$p <- mapply(function(b, c) {
  n <- b + c
  if (n == 0) return(1)
  chance <- dbinom(0:n, n, 0.5)
  at <- chance[b + 1]
  same <- abs(chance - at) < 1e-12
  sum(chance[chance < at & !same]) + sum(chance[same]) / 2
}, binary$onlyFirst, binary$onlySecond)

squares <- list(
  # Unaided vision of 7,477 women (Stuart 1955): 11.96.
  rbind(c(1520, 266, 124, 66), c(234, 1512, 432, 78), c(117, 362, 1772, 205), c(36, 82, 179, 492)),
  rbind(c(10, 4, 1), c(2, 8, 6), c(0, 3, 9)), rbind(c(5, 3), c(9, 4)), rbind(c(3, 1, 0, 2, 0), c(1, 6, 2, 0, 1), c(0, 4, 8, 2, 1), c(1, 0, 5, 7, 3), c(0, 1, 0, 4, 6)),
  rbind(c(40, 12, 9), c(30, 55, 8), c(20, 16, 61)))
bhapkar <- function(m) {
  n <- sum(m)
  d <- (colSums(m) - rowSums(m))[-1]
  V <- -(m + t(m))
  diag(V) <- rowSums(m) + colSums(m) - 2 * diag(m)
  V <- V[-1, -1, drop = FALSE] - d %o% d / n
  as.numeric(t(d) %*% solve(V) %*% d)
}
nominal <- lapply(squares, function(m) {
  test <- mh_test(as.table(unname(m)))
  list(rows = rows_of(m), statistic = unname(as.numeric(statistic(test))), p = as.numeric(pvalue(test)), bhapkar = bhapkar(m),
    bhapkarP = pchisq(bhapkar(m), nrow(m) - 1, lower.tail = FALSE))
})

ordinal <- lapply(squares[-1], function(m) {
  before <- rep(row(m), m)
  after <- rep(col(m), m)
  asymptotic <- wilcoxsign_test(after ~ before, zero.method = "Pratt")
  moved <- sum(m) - sum(diag(m))
  exact <- if (moved <= 40) as.numeric(pvalue(wilcoxsign_test(after ~ before, zero.method = "Pratt", distribution = "exact"))) else NA
  r <- rank(abs(after - before))
  up <- sum(r[after > before])
  down <- sum(r[after < before])
  list(rows = rows_of(m), z = unname(as.numeric(statistic(asymptotic))), p = as.numeric(pvalue(asymptotic)), exactP = exact, rose = up, fell = down,
    rankBiserial = (up - down) / (up + down))
})

repeated <- function(m) {
  test <- friedman.test(m)
  list(values = rows_of(m), statistic = unname(test$statistic), df = unname(test$parameter), p = test$p.value,
    kendallW = unname(test$statistic) / (nrow(m) * (ncol(m) - 1)))
}
yes_no <- rbind(c(0, 0, 0), c(1, 1, 1), c(0, 1, 1), c(0, 0, 1), c(1, 1, 0), c(0, 1, 1), c(0, 1, 0), c(1, 1, 1), c(0, 0, 1), c(0, 1, 1), c(0, 0, 0), c(1, 0, 1))
four <- rbind(c(1, 0, 1, 1), c(0, 0, 1, 1), c(1, 1, 1, 1), c(0, 0, 0, 1), c(0, 1, 1, 0), c(0, 0, 1, 1), c(1, 0, 0, 1))
likert <- rbind(c(2, 3, 4), c(3, 3, 3), c(1, 2, 2), c(4, 4, 5), c(2, 4, 3), c(3, 5, 5), c(1, 1, 4), c(5, 4, 4), c(2, 2, 3))
ranked <- rbind(c(14, 23, 26, 30), c(19, 25, 25, 33), c(17, 22, 29, 28), c(17, 21, 28, 27), c(16, 24, 28, 32), c(15, 23, 27, 36))

write_golden("paired", "scripts/golden/paired.R", list(binary = binary, nominal = nominal, ordinal = ordinal,
  cochran = lapply(list(yes_no, four), repeated), friedman = lapply(list(likert, ranked), repeated)))
