# Golden values of agreement between coders. The coefficients of two coders are computed unit by unit (every unit written out), alpha from
# the pairs of every unit, and alpha for unitizing unit of the continuum by unit: other routes than the closed formulas. Where the
# packages irr and irrCAC are installed, they must agree.
source("scripts/golden/write-json.R")

set.seed(20260301)
published <- list(
  list(name = "Feinstein & Cicchetti 1990", m = matrix(c(80, 5, 10, 5), 2)),
  list(name = "Fleiss, Cohen & Everitt 1969, diagnoses", m = matrix(c(75, 5, 0, 1, 4, 0, 4, 1, 10), 3)),
  list(name = "NVivo: 50 both, 150 one, 800 none", m = matrix(c(50, 50, 100, 800), 2)),
  list(name = "1,000 characters, 50 and 50, 25 shared", m = matrix(c(25, 25, 25, 925), 2)),
  list(name = "5,000 characters, 200 and 150, 120 shared", m = matrix(c(120, 30, 80, 4770), 2)),
  list(name = "1,000 characters, 100 and 100, none shared", m = matrix(c(0, 100, 100, 800), 2)),
  list(name = "all alike, both categories used", m = matrix(c(7, 0, 0, 13), 2)),
  list(name = "nothing alike", m = matrix(c(0, 6, 6, 0), 2)))
drawn <- lapply(1:12, function(i) {
  q <- 2 + i %% 3
  list(name = paste("drawn", i), m = matrix(rpois(q * q, c(2, 9, 40)[1 + i %% 3]), q) + diag(rpois(q, 20)))
})

two <- lapply(c(published, drawn), function(case) {
  m <- case$m; q <- nrow(m)
  first <- rep(row(m), m); second <- rep(col(m), m); n <- length(first)
  a <- tabulate(first, q) / n; b <- tabulate(second, q) / n; pi <- (a + b) / 2
  same <- first == second
  po <- mean(same); pe <- sum(a * b); pg <- sum(pi * (1 - pi)) / (q - 1)
  kappa <- (po - pe) / (1 - pe); ac1 <- (po - pg) / (1 - pg)
  # Both standard errors by linearisation: the mean square of each unit's influence, which is what the published formulas sum up.
  chance <- (b[first] + a[second]) / 2
  k <- (same - pe) / (1 - pe) - 2 * (1 - kappa) * (chance - pe) / (1 - pe)
  spread <- (1 - pi[first] + 1 - pi[second]) / 2 / (q - 1)
  g <- (same - pg) / (1 - pg) - 2 * (1 - ac1) * (spread - pg) / (1 - pg)
  se_k <- sqrt(mean((k - kappa)^2) / n); se_g <- sqrt(mean((g - ac1)^2) / n)
  if (requireNamespace("irr", quietly = TRUE)) stopifnot(abs(irr::kappa2(cbind(first, second))$value - kappa) < 1e-9)
  if (requireNamespace("irrCAC", quietly = TRUE)) {
    theirs <- irrCAC::gwet.ac1.table(m)
    stopifnot(abs(theirs$coeff.val - round(ac1, 5)) < 1e-5, abs(theirs$coeff.se - se_g) < 1e-4)
  }
  limit <- function(x) max(-1, min(1, x))
  list(name = case$name, rows = lapply(seq_len(q), function(i) m[i, ]), percent = po,
    kappa = kappa, kappaLow = limit(kappa - z95 * se_k), kappaHigh = limit(kappa + z95 * se_k),
    ac1 = ac1, ac1Low = limit(ac1 - z95 * se_g), ac1High = limit(ac1 + z95 * se_g), brennanPrediger = (po - 1 / q) / (1 - 1 / q))
})

# Alpha of any distance, from the pairs themselves: coders in rows, units in columns, NA where a coder did not code.
alpha <- function(x, d) {
  kept <- which(colSums(!is.na(x)) > 1)
  values <- lapply(kept, function(u) x[!is.na(x[, u]), u])
  every <- unlist(values); n <- length(every)
  within <- sapply(values, function(v) sum(outer(v, v, d)) / (length(v) - 1))
  1 - (sum(within) / n) / (sum(outer(every, every, d)) / (n * (n - 1)))
}
different <- function(a, b) as.numeric(a != b)
squared <- function(a, b) (a - b)^2
ordinal <- function(x) {
  kept <- colSums(!is.na(x)) > 1
  counts <- table(factor(x[, kept], levels = seq_len(max(x, na.rm = TRUE))))
  one <- function(a, b) { lo <- min(a, b); hi <- max(a, b); (sum(counts[lo:hi]) - (counts[[lo]] + counts[[hi]]) / 2)^2 }
  function(a, b) mapply(one, a, b)
}
classic <- rbind(
  c(1, 2, 3, 3, 2, 1, 4, 1, 2, NA, NA, NA), c(1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NA, 3),
  c(NA, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NA), c(1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NA))
sets <- lapply(1:8, function(i) {
  m <- 2 + i %% 3
  x <- matrix(sample(0:(1 + i %% 4), m * 30, TRUE), m)
  for (u in 1:30) if (runif(1) < 0.6) x[, u] <- x[1, u]
  x[runif(m * 30) < 0.15] <- NA
  x
})
reliability <- lapply(c(list(classic), sets), function(x) {
  if (requireNamespace("irr", quietly = TRUE)) stopifnot(abs(irr::kripp.alpha(x)$value - alpha(x, different)) < 1e-9)
  list(coders = lapply(seq_len(nrow(x)), function(i) x[i, ]), nominal = alpha(x, different), interval = alpha(x, squared), ordinal = if (min(x, na.rm = TRUE) > 0) alpha(x, ordinal(x)) else NA)
})

# Several codes per unit: alpha over sets of the letters A-D, with the distance MASI. A set is a number, one bit per letter.
bits <- function(s) which(bitwAnd(s, c(1, 2, 4, 8)) > 0)
masi_of <- function(a, b) {
  A <- bits(a); B <- bits(b)
  if (setequal(A, B)) return(0)
  common <- length(intersect(A, B))
  m <- if (common == 0) 0 else if (all(A %in% B) || all(B %in% A)) 2 / 3 else 1 / 3
  1 - common / length(union(A, B)) * m
}
masi <- function(a, b) mapply(masi_of, a, b)
several <- lapply(1:6, function(i) {
  m <- 2 + i %% 2
  x <- matrix(sample(0:15, m * 25, TRUE), m)
  for (u in 1:25) if (runif(1) < 0.5) x[, u] <- x[1, u]
  if (i > 3) x[runif(m * 25) < 0.1] <- NA
  list(coders = lapply(seq_len(m), function(r) x[r, ]), alpha = alpha(x, masi))
})

# Unitizing, unit of the continuum by unit: for each coder its value (0 is a gap) and the number of its segment.
unitizing <- function(coders, L) {
  m <- length(coders)
  value <- matrix(0, m, L); segment <- matrix(0, m, L)
  for (i in seq_len(m)) for (s in seq_len(nrow(coders[[i]]))) {
    at <- coders[[i]][s, 1]:coders[[i]][s, 2]
    value[i, at] <- coders[[i]][s, 3]; segment[i, at] <- s
  }
  collapse <- function(o, e) 1 - (sum(o) - sum(diag(o))) / (sum(e) - sum(diag(e)))
  levels <- sort(unique(c(0, value)))
  observed <- matrix(0, length(levels), length(levels))
  for (i in seq_len(m)) for (j in seq_len(m)) if (i != j)
    observed <- observed + unclass(table(factor(value[i, ], levels), factor(value[j, ], levels))) / (m - 1)
  squares <- sapply(levels, function(v) if (v == 0) sum(value == 0) else sum(sapply(coders, function(c) sum((c[c[, 3] == v, 2] - c[c[, 3] == v, 1] + 1)^2))))
  expect <- function(o, s) { n <- sum(o); n * (outer(rowSums(o), colSums(o)) - diag(s, length(s))) / (n^2 - sum(s)) }
  expected <- expect(observed, squares)
  groups <- function(x) { v <- levels != 0; matrix(c(x[1, 1], sum(x[v, 1]), sum(x[1, v]), sum(x[v, v])), 2) }
  valued <- observed[levels != 0, levels != 0, drop = FALSE]
  pairable <- sapply(levels[levels != 0], function(v) sum(unlist(lapply(seq_len(m), function(i) sapply(seq_len(nrow(coders[[i]])), function(s) {
    if (coders[[i]][s, 3] != v) return(0)
    at <- segment[i, ] == s
    (sum(sapply(setdiff(seq_len(m), i), function(j) sum(value[j, at] != 0))) / (m - 1))^2
  })))))
  list(whole = collapse(observed, expected), marked = collapse(groups(observed), groups(expected)), coded = collapse(valued, expect(valued, pairable)))
}
book <- list(
  rbind(c(1, 7, 1), c(8, 13, 2), c(31, 32, 5), c(33, 37, 6), c(38, 44, 6), c(45, 60, 7)),
  rbind(c(1, 7, 1), c(8, 13, 3), c(14, 21, 5), c(33, 44, 6)),
  rbind(c(1, 7, 1), c(8, 13, 4), c(14, 21, 5), c(33, 37, 6), c(38, 41, 6), c(42, 44, 6)))
draw <- function(L, most) {
  edges <- sort(sample(1:L, 2 * sample(2:most, 1)))
  cbind(edges[c(TRUE, FALSE)], edges[c(FALSE, TRUE)], sample(1:3, length(edges) / 2, TRUE))
}
continua <- c(list(list(length = 60, coders = book)), lapply(1:10, function(i) {
  L <- 40 + 20 * i
  list(length = L, coders = lapply(seq_len(2 + i %% 3), function(j) draw(L, 6)))
}))
# Segments as [first, last, value], both counted from 1 and both inside.
units <- lapply(continua, function(case) c(
  list(length = case$length, coders = lapply(case$coders, function(m) lapply(seq_len(nrow(m)), function(i) m[i, ]))),
  unitizing(case$coders, case$length)))

write_golden("agreement", "scripts/golden/agreement.R", list(twoCoders = two, reliability = reliability, several = several, unitizing = units))
