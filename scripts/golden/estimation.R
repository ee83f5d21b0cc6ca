# Golden values of exact intervals in a finite frame, effective sizes, detectable differences, Tango's reference for the net score,
# and adjusted p values. The exact interval is found by trying every possible number of persons, not by a search.
source("scripts/golden/write-json.R")

frame <- data.frame(
  x = c(27, 5, 0, 20, 12, 1, 13, 7, 0, 3, 1, 0, 30), n = c(60, 20, 20, 20, 30, 29, 40, 20, 1, 10, 1, 1, 100),
  N = c(400, 25, 60, 60, 60, 120, 120, 20, 1, 12, 2, 400, 5000))
persons <- t(mapply(function(x, n, N) {
  K <- x:(x + N - n)
  possible <- phyper(x - 1, K, N - K, n, lower.tail = FALSE) > 0.025 & phyper(x, K, N - K, n) > 0.025
  range(K[possible])
}, frame$x, frame$n, frame$N))
frame <- cbind(frame, lowPersons = persons[, 1], highPersons = persons[, 2])

wilson_size <- function(p, size) {
  centre <- (p + z95^2 / (2 * size)) / (1 + z95^2 / size)
  half <- z95 / (1 + z95^2 / size) * sqrt(p * (1 - p) / size + z95^2 / (4 * size^2))
  c(centre - half, centre + half)
}
effective <- data.frame(share = c(0.45, 0.0625, 0.9, 0.5, 0.333), size = c(37.25, 12.5, 88.125, 3.5, 412.75))
limits <- t(mapply(wilson_size, effective$share, effective$size))
effective <- cbind(effective, low = limits[, 1], high = limits[, 2])
unasked <- subset(frame, n < N)
limits <- t(mapply(function(x, n, N) {
  p <- x / n
  psi <- (N - 1) / (N - n) * z95^2 / (2 * n)
  root <- sqrt(2 * psi * p * (1 - p) + psi^2)
  c(max(0, (p + psi - root) / (1 + 2 * psi)), min(1, (p + psi + root) / (1 + 2 * psi)))
}, unasked$x, unasked$n, unasked$N))
unasked <- data.frame(x = unasked$x, n = unasked$n, N = unasked$N, low = limits[, 1], high = limits[, 2])

detectable <- lapply(c(20, 30, 40, 50, 100, 200, 1000), function(n)
  list(base = n, difference = power.prop.test(n = n, p1 = 0.5, power = 0.8, tol = 1e-14)$p2 - 0.5))

# Tango 1998: limits where the score of the paired difference meets z.
tango <- function(b, c, n) {
  score <- function(d) {
    A <- 2 * n
    B <- -b - c + (2 * n - b + c) * d
    C <- -c * d * (1 - d)
    q <- (sqrt(B^2 - 4 * A * C) - B) / (2 * A)
    (b - c - n * d) / sqrt(n * (2 * q + d * (1 - d)))
  }
  d <- (b - c) / n
  c(uniroot(function(x) score(x) - z95, c(-0.9999, d - 1e-9), tol = 1e-13)$root,
    uniroot(function(x) score(x) + z95, c(d + 1e-9, 0.9999), tol = 1e-13)$root)
}
net <- data.frame(b = c(20, 10, 12, 30, 3, 25), c = c(8, 10, 4, 5, 2, 60), n = c(40, 40, 30, 60, 60, 200))
limits <- t(mapply(tango, net$b, net$c, net$n))
net <- cbind(net, low = limits[, 1], high = limits[, 2])

likert <- list(c(3, 6, 9, 14, 8), c(0, 0, 12, 0, 1), c(5, 0, 5), c(1, 1, 1, 1, 2), c(40, 0, 0, 0, 41))
counted <- lapply(likert, function(counts) {
  v <- rep(seq_along(counts), counts)
  n <- length(v)
  k <- qbinom(0.025, n, 0.5)
  test <- t.test(v)
  half <- qt(0.975, n - 1) * sd(v) / sqrt(n) * sqrt(1 - n / 400)
  list(counts = counts, mean = mean(v), low = test$conf.int[1], high = test$conf.int[2], frameLow = mean(v) - half, frameHigh = mean(v) + half,
    median = median(v), medianLow = sort(v)[k], medianHigh = sort(v)[n - k + 1])
})

families <- list(c(0.001, 0.04, 0.03, 0.005), c(0.2, 0.02, 0.02, 0.9, 0.011, 0.049), c(0.5), c(0.01, 0.01, 0.01, 1, 0))
adjusted <- lapply(families, function(p) list(p = I(p), holm = I(p.adjust(p, "holm")), bonferroni = I(p.adjust(p, "bonferroni")),
  bh = I(p.adjust(p, "BH"))))

write_golden("estimation", "scripts/golden/estimation.R", list(frame = frame, effective = effective, unasked = unasked,
  detectable = detectable, tango = net, counted = counted, adjusted = adjusted))
