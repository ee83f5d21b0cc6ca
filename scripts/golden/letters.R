# Golden values of column letters: every pair by prop.test without continuity correction, by mid-p from dhyper at the edges, or by Welch's t.test
# of values with the wanted mean and deviation; p.adjust over the family. A letter is written as "row column over" counted from 0.
source("scripts/golden/write-json.R")
set.seed(41)

mid_p <- function(x1, n1, x2, n2) {
  support <- max(0, x1 + x2 - n2):min(n1, x1 + x2)
  chance <- dhyper(support, n1, n2, x1 + x2)
  at <- dhyper(x1, n1, n2, x1 + x2)
  tie <- abs(chance - at) <= at * 1e-7
  sum(chance[chance < at & !tie]) + sum(chance[tie]) / 2
}
share_p <- function(x1, n1, x2, n2) {
  p <- (x1 + x2) / (n1 + n2)
  if (p == 0 || p == 1) return(1)
  if (x1 %in% c(0, n1) || x2 %in% c(0, n2) || min(p, 1 - p) * min(n1, n2) < 1) return(mid_p(x1, n1, x2, n2))
  suppressWarnings(prop.test(c(x1, x2), c(n1, n2), correct = FALSE)$p.value)
}
mean_p <- function(m1, s1, n1, m2, s2, n2) {
  exactly <- function(m, s, n) m + s * as.numeric(scale(seq_len(n)))
  t.test(exactly(m1, s1, n1), exactly(m2, s2, n2))$p.value
}
pairs_of <- function(value, p_of, bases, blocks) {
  pairs <- expand.grid(row = seq_len(nrow(value)), i = seq_along(bases), j = seq_along(bases))
  pairs <- subset(pairs, i < j & blocks[i] >= 0 & blocks[i] == blocks[j] & pmin(bases[i], bases[j]) >= 10)
  pairs$p <- mapply(p_of, pairs$row, pairs$i, pairs$j)
  first <- value[cbind(pairs$row, pairs$i)] > value[cbind(pairs$row, pairs$j)]
  pairs$name <- paste(pairs$row - 1, ifelse(first, pairs$i, pairs$j) - 1, ifelse(first, pairs$j, pairs$i) - 1)
  pairs$group <- paste(pairs$row, blocks[pairs$i])
  pairs
}
letters_of <- function(pairs, adjust, family, alpha) {
  group <- if (family == "table") rep("all", nrow(pairs)) else pairs$group
  adjusted <- ave(pairs$p, group, FUN = function(p) p.adjust(p, adjust))
  I(sort(pairs$name[adjusted < alpha], method = "radix"))
}
blocks <- c(-1, 0, 0, 0, 1, 1, 1, 1)
methods <- expand.grid(adjust = c("none", "bonferroni", "holm", "BH"), family = c("row", "table"), stringsAsFactors = FALSE)
shares <- lapply(1:6, function(i) {
  bases <- c(400, sample(c(7, 12, 30, 55, 90, 140), 7, replace = TRUE))
  chance <- c(0.5, 0.1, 0.35, 0.6, 0.05, 0.3, 0.45, 0.75)
  counts <- t(replicate(4, rbinom(8, bases, sample(chance))))
  p_of <- function(row, i, j) share_p(counts[row, i], bases[i], counts[row, j], bases[j])
  pairs <- pairs_of(sweep(counts, 2, bases, "/"), p_of, bases, blocks)
  list(blocks = blocks, bases = bases, counts = rows_of(counts), sets = lapply(seq_len(nrow(methods)), function(k) list(
    adjust = tolower(methods$adjust[k]), family = methods$family[k],
    letters = letters_of(pairs, methods$adjust[k], methods$family[k], 0.05),
    strict = letters_of(pairs, methods$adjust[k], methods$family[k], 0.01))))
})
means <- lapply(1:3, function(i) {
  bases <- c(400, sample(c(9, 12, 30, 55), 7, replace = TRUE))
  m <- t(replicate(3, round(runif(8, 1.5, 4.5), 3)))
  s <- t(replicate(3, round(runif(8, 0.4, 1.6), 3)))
  p_of <- function(row, i, j) mean_p(m[row, i], s[row, i], bases[i], m[row, j], s[row, j], bases[j])
  pairs <- pairs_of(m, p_of, bases, blocks)
  list(blocks = blocks, bases = bases, means = rows_of(m), deviations = rows_of(s), sets = lapply(seq_len(nrow(methods)), function(k) list(
    adjust = tolower(methods$adjust[k]), family = methods$family[k],
    letters = letters_of(pairs, methods$adjust[k], methods$family[k], 0.05))))
})
write_golden("letters", "scripts/golden/letters.R", list(shares = shares, means = means))
