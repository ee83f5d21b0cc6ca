# Golden values of the tests of a contingency table: chisq.test, dhyper and fisher.test of base R.
source("scripts/golden/write-json.R")

tables <- list(
  matrix(c(18, 22, 22, 19), 2), matrix(c(1, 9, 11, 3), 2), matrix(c(0, 6, 5, 2), 2), matrix(c(3, 1, 1, 3), 2),
  matrix(c(56, 14, 48, 32), 2), matrix(c(12, 5, 9, 7, 10, 14), 2), matrix(c(30, 20, 25, 25, 18, 42, 12, 8, 20), 3),
  matrix(c(3, 0, 2, 1, 4, 0, 0, 2, 5, 1, 1, 3), 3), matrix(c(6, 1, 0, 2, 4, 3, 1, 1, 5, 0, 2, 3), 4))

bergsma <- function(m, statistic) {
  n <- sum(m); r <- nrow(m); k <- ncol(m)
  phi <- max(0, statistic / n - (r - 1) * (k - 1) / (n - 1))
  sqrt(phi / (min(r - (r - 1)^2 / (n - 1), k - (k - 1)^2 / (n - 1)) - 1))
}
mid_p <- function(m) {
  support <- max(0, sum(m[, 1]) - sum(m[2, ])):min(sum(m[1, ]), sum(m[, 1]))
  chance <- dhyper(support, sum(m[1, ]), sum(m[2, ]), sum(m[, 1]))
  observed <- dhyper(m[1, 1], sum(m[1, ]), sum(m[2, ]), sum(m[, 1]))
  tie <- abs(chance - observed) <= observed * 1e-7
  sum(chance[chance < observed & !tie]) + sum(chance[tie]) / 2
}
cases <- lapply(tables, function(m) {
  pearson <- suppressWarnings(chisq.test(m, correct = FALSE))
  square <- nrow(m) == 2 && ncol(m) == 2
  list(
    rows = lapply(seq_len(nrow(m)), function(i) m[i, ]),
    statistic = unname(pearson$statistic), df = unname(pearson$parameter), p = pearson$p.value,
    nMinusOneP = pchisq(unname(pearson$statistic) * (sum(m) - 1) / sum(m), 1, lower.tail = FALSE),
    smallestExpected = min(pearson$expected), cramersV = bergsma(m, unname(pearson$statistic)),
    midP = if (square) mid_p(m) else NA,
    exactP = fisher.test(m, workspace = 2e7)$p.value)
})
write_golden("comparison", "scripts/golden/comparison.R", list(cases = cases))
