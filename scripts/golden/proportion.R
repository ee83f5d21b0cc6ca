# Golden values of the intervals of one share, a net score and a difference of two shares.
# Wilson and Newcombe come from prop.test without continuity correction, Clopper-Pearson from binom.test;
# the corrected Wilson interval is computed through the effective size n(N-1)/(N-n), a second route to the closed form.
source("scripts/golden/write-json.R")

one <- data.frame(x = c(0, 1, 1, 3, 5, 10, 15, 23, 27, 40, 81, 142, 400), n = c(20, 1, 29, 10, 20, 20, 148, 40, 60, 40, 263, 200, 1000))
each <- function(f) t(mapply(f, one$x, one$n))
wilson <- each(function(x, n) prop.test(x, n, correct = FALSE)$conf.int)
exact <- each(function(x, n) binom.test(x, n)$conf.int)
jeffreys <- each(function(x, n) c(
  if (x == 0) 0 else qbeta(0.025, x + 0.5, n - x + 0.5),
  if (x == n) 1 else qbeta(0.975, x + 0.5, n - x + 0.5)))
agresti <- each(function(x, n) {
  size <- n + z95^2
  centre <- (x + z95^2 / 2) / size
  half <- z95 * sqrt(centre * (1 - centre) / size)
  c(max(0, centre - half), min(1, centre + half))
})
one <- cbind(one, wilsonLow = wilson[, 1], wilsonHigh = wilson[, 2], clopperPearsonLow = exact[, 1],
  clopperPearsonHigh = exact[, 2], jeffreysLow = jeffreys[, 1], jeffreysHigh = jeffreys[, 2],
  agrestiCoullLow = agresti[, 1], agrestiCoullHigh = agresti[, 2])

frame <- data.frame(
  x = c(27, 27, 27, 20, 5, 0, 12, 142), n = c(60, 60, 60, 40, 20, 20, 30, 200),
  N = c(360, 400, 440, 400, 25, 60, 60, 6194))
frame_limits <- t(mapply(function(x, n, N) {
  size <- n * (N - 1) / (N - n)
  p <- x / n
  centre <- (p + z95^2 / (2 * size)) / (1 + z95^2 / size)
  half <- z95 / (1 + z95^2 / size) * sqrt(p * (1 - p) / size + z95^2 / (4 * size^2))
  c(max(centre - half, x / N), min(centre + half, (x + N - n) / N))
}, frame$x, frame$n, frame$N))
frame <- cbind(frame, low = frame_limits[, 1], high = frame_limits[, 2])

net <- data.frame(b = c(20, 10, 0, 40, 3), c = c(8, 10, 5, 0, 2), n = c(40, 40, 12, 40, 60), N = c(NA, 400, 60, 120, NA))
net_limits <- t(mapply(function(b, c, n, N) {
  p1 <- (b + 1) / (n + 2)
  p2 <- (c + 1) / (n + 2)
  half <- z95 * sqrt((p1 + p2 - (p1 - p2)^2) / (n + 2)) * if (is.na(N)) 1 else sqrt((N - n) / (N - 1))
  c(p1 - p2 - half, p1 - p2 + half)
}, net$b, net$c, net$n, net$N))
net <- cbind(net, low = pmax(-1, net_limits[, 1]), high = pmin(1, net_limits[, 2]))

difference <- data.frame(x1 = c(56, 9, 6, 5, 0, 10, 18), n1 = c(70, 10, 7, 56, 10, 10, 40), x2 = c(48, 3, 2, 0, 0, 0, 22), n2 = c(80, 10, 7, 29, 20, 10, 41))
difference_limits <- t(mapply(function(x1, n1, x2, n2) {
  first <- prop.test(x1, n1, correct = FALSE)$conf.int
  second <- prop.test(x2, n2, correct = FALSE)$conf.int
  p1 <- x1 / n1
  p2 <- x2 / n2
  c(p1 - p2 - sqrt((p1 - first[1])^2 + (second[2] - p2)^2), p1 - p2 + sqrt((first[2] - p1)^2 + (p2 - second[1])^2))
}, difference$x1, difference$n1, difference$x2, difference$n2))
difference <- cbind(difference, low = difference_limits[, 1], high = difference_limits[, 2])

write_golden("proportion", "scripts/golden/proportion.R", list(one = one, frame = frame, net = net, difference = difference))
