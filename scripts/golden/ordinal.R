# Golden values of rank tests and ordinal association. Mann-Whitney from coin (asymptotic without continuity correction, and exact
# with ties); Kruskal-Wallis, Kendall and Spearman from base R; linear-by-linear from coin. The errors of tau-b and Somers' d come from the
# delta method with complex-step derivatives of their definitions, a second route to the published closed forms.
suppressPackageStartupMessages(library(coin))
source("scripts/golden/write-json.R")

values <- function(groups) data.frame(
  y = unlist(lapply(groups, function(g) rep(seq_along(g), g))),
  g = factor(rep(seq_along(groups), vapply(groups, sum, 0))))

brunner_munzel <- function(x, y) {
  n1 <- length(x)
  n2 <- length(y)
  r <- rank(c(x, y))
  r1 <- r[seq_len(n1)]
  r2 <- r[n1 + seq_len(n2)]
  v1 <- var(r1 - rank(x))
  v2 <- var(r2 - rank(y))
  df <- (n1 * v1 + n2 * v2)^2 / ((n1 * v1)^2 / (n1 - 1) + (n2 * v2)^2 / (n2 - 1))
  p <- mean(outer(x, y, ">") + outer(x, y, "==") / 2)
  half <- qt(0.975, df) * sqrt(v1 / (n1 * n2^2) + v2 / (n2 * n1^2))
  c(p, max(0, p - half), min(1, p + half))
}
two <- list(
  # Brunner & Munzel 2000, pain scores: 0.789 (0.595 to 0.983) for the second group.
  list(c(11, 2, 0, 1, 0), c(3, 1, 4, 2, 1)),
  list(c(3, 6, 9, 14, 8), c(8, 10, 12, 8, 2)), list(c(1, 2, 3, 4, 5), c(5, 4, 3, 2, 1)), list(c(0, 3, 0, 7), c(4, 4, 4, 0)),
  list(c(40, 60, 80, 30, 20), c(60, 60, 50, 20, 40)), list(c(1, 0, 1), c(0, 3, 2)), list(c(20, 0), c(14, 6)))
two_groups <- lapply(two, function(g) {
  d <- values(g)
  # The exact distribution over ties needs the shift algorithm's whole scores: doubled midranks.
  d$r <- 2 * rank(d$y)
  exact <- if (nrow(d) <= 40) as.numeric(pvalue(oneway_test(r ~ g, data = d, distribution = exact(algorithm = "split-up")))) else NA
  test <- wilcox_test(y ~ g, data = d, distribution = "asymptotic")
  bm <- brunner_munzel(d$y[d$g == 1], d$y[d$g == 2])
  list(first = g[[1]], second = g[[2]], z = statistic(test), asymptoticP = pvalue(test), exactP = exact,
    u = unname(suppressWarnings(wilcox.test(d$y[d$g == 1], d$y[d$g == 2])$statistic)), probability = bm[1], low = bm[2], high = bm[3])
})

many <- list(
  list(c(3, 6, 9, 14, 8), c(8, 10, 12, 8, 2), c(1, 2, 6, 9, 9)), list(c(4, 0, 2), c(1, 3, 5), c(2, 2, 2), c(0, 0, 6)),
  list(c(30, 40, 50), c(45, 30, 20)), list(c(1, 0), c(0, 1), c(1, 1)))
dunn <- function(d) {
  N <- nrow(d)
  r <- rank(d$y)
  ties <- sum(table(d$y)^3 - table(d$y))
  pairs <- combn(levels(d$g), 2)
  z <- apply(pairs, 2, function(k) (mean(r[d$g == k[1]]) - mean(r[d$g == k[2]])) /
    sqrt((N * (N + 1) / 12 - ties / (12 * (N - 1))) * (1 / sum(d$g == k[1]) + 1 / sum(d$g == k[2]))))
  p <- 2 * pnorm(-abs(z))
  list(z = I(z), adjusted = I(p.adjust(p, "holm")))
}
many_groups <- lapply(many, function(g) {
  d <- values(g)
  test <- kruskal.test(y ~ g, data = d)
  c(list(groups = g, h = unname(test$statistic), df = unname(test$parameter), p = test$p.value,
    epsilonSquared = unname(test$statistic) / (nrow(d) - 1)), dunn(d))
})

# Delta method: the variance of f(p) for a multinomial is (sum p g^2 - (sum p g)^2) / n.
delta_error <- function(f, counts) {
  n <- sum(counts)
  p <- counts / n
  g <- vapply(seq_along(p), function(i) {
    q <- p + 0i
    q[i] <- q[i] + 1e-30i
    Im(f(q)) / 1e-30
  }, 0)
  sqrt((sum(p * g^2) - sum(p * g)^2) / n)
}
score <- function(q) {
  r <- nrow(q)
  k <- ncol(q)
  s <- 0
  for (i in seq_len(r)) for (j in seq_len(k)) {
    lower <- if (i < r && j < k) sum(q[(i + 1):r, (j + 1):k]) else 0
    left <- if (i < r && j > 1) sum(q[(i + 1):r, 1:(j - 1)]) else 0
    s <- s + 2 * q[i, j] * (lower - left)
  }
  s
}
tau_b <- function(q) score(q) / sqrt((sum(q)^2 - sum(rowSums(q)^2)) * (sum(q)^2 - sum(colSums(q)^2)))
d_rows <- function(q) score(q) / (sum(q)^2 - sum(colSums(q)^2))
tables <- list(
  # Job satisfaction by income (Agresti).
  rbind(c(1, 2, 1, 0), c(3, 3, 6, 1), c(10, 10, 14, 9), c(6, 7, 12, 11)),
  rbind(c(20, 10, 5, 2), c(8, 15, 12, 4), c(3, 9, 18, 14), c(1, 4, 10, 25)), rbind(c(5, 0, 1), c(2, 7, 3)), rbind(c(9, 2), c(3, 11)),
  rbind(c(0, 4, 6), c(5, 3, 0), c(7, 1, 0)))
association <- lapply(tables, function(m) {
  x <- rep(row(m), m)
  y <- rep(col(m), m)
  kendall <- suppressWarnings(cor.test(x, y, method = "kendall", exact = FALSE))
  spearman <- suppressWarnings(cor.test(x, y, method = "spearman", exact = FALSE))
  rho <- unname(spearman$estimate)
  half <- z95 * sqrt((1 + rho^2 / 2) / (sum(m) - 3))
  # coin takes scores only for three categories or more; the definition serves the others.
  linear <- if (min(dim(m)) > 2) unname(statistic(lbl_test(ordered(y) ~ ordered(x))))^2 else (sum(m) - 1) * cor(x, y)^2
  list(rows = rows_of(m), tau = unname(kendall$estimate), z = unname(kendall$statistic), p = kendall$p.value, tauError = delta_error(tau_b, m),
    somersRows = d_rows(m), somersRowsError = delta_error(d_rows, m), somersColumns = d_rows(t(m)), somersColumnsError = delta_error(d_rows, t(m)),
    rho = rho, rhoP = spearman$p.value, rhoLow = tanh(atanh(rho) - half), rhoHigh = tanh(atanh(rho) + half),
    linear = as.numeric(linear), linearP = pchisq(as.numeric(linear), 1, lower.tail = FALSE))
})
write_golden("ordinal", "scripts/golden/ordinal.R", list(twoGroups = two_groups, manyGroups = many_groups, association = association))
