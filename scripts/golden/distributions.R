# Golden values of the distributions, from base R.
source("scripts/golden/write-json.R")

chi <- expand.grid(statistic = c(0.001, 0.5, 1, 3.841458820694124, 10, 42.5, 150), df = c(1, 2, 3, 8, 25, 120))
chi$upper <- pchisq(chi$statistic, chi$df, lower.tail = FALSE)

normal <- data.frame(x = c(-8, -3.5, -1.959963984540054, -0.25, 0, 0.1, 1, 2.5, 5))
normal$p <- pnorm(normal$x)
quantile <- data.frame(p = c(1e-10, 0.001, 0.025, 0.2, 0.5, 0.6, 0.975, 0.9999))
quantile$x <- qnorm(quantile$p)

student <- expand.grid(p = c(0.025, 0.6, 0.9, 0.975, 0.9995), df = c(1, 2, 5, 19, 59, 399, 5000))
student$x <- qt(student$p, student$df)

beta <- expand.grid(x = c(0.001, 0.1, 0.5, 0.83, 0.999), a = c(0.5, 1, 7.5, 60), b = c(0.5, 3, 40.5, 350))
beta$p <- pbeta(beta$x, beta$a, beta$b)
beta_quantile <- expand.grid(p = c(0.025, 0.3, 0.5, 0.975), a = c(0.5, 1, 7.5, 60), b = c(0.5, 3, 40.5, 350))
beta_quantile$x <- qbeta(beta_quantile$p, beta_quantile$a, beta_quantile$b)

coin <- data.frame(n = 1:120)
coin$k <- as.integer(qbinom(0.025, coin$n, 0.5))

write_golden("distributions", "scripts/golden/distributions.R", list(
  chiSquare = chi, normal = normal, normalQuantile = quantile, student = student,
  beta = beta, betaQuantile = beta_quantile, fairCoin = coin))
