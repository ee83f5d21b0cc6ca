# Golden values of weights: postStratify, rake and svymean of the package survey, with and without a finite population correction.
suppressPackageStartupMessages(library(survey))
source("scripts/golden/write-json.R")

cells <- expand.grid(sex = 1:2, age = 1:3)
cells$n <- c(12, 18, 10, 22, 14, 11)
cells$yes <- c(5, 12, 3, 15, 9, 2)
persons <- cells[rep(seq_len(nrow(cells)), cells$n), ]
persons$y <- unlist(mapply(function(n, yes) rep(1:0, c(yes, n - yes)), cells$n, cells$yes, SIMPLIFY = FALSE))
N <- 400
frame_cells <- c(70, 60, 55, 75, 90, 50)
margin_sex <- data.frame(sex = 1:2, Freq = c(210, 190))
margin_age <- data.frame(age = 1:3, Freq = c(120, 140, 140))

result <- function(design) {
  mean <- svymean(~y, design)
  list(estimate = as.numeric(coef(mean)), standardError = as.numeric(SE(mean)))
}
start <- function(fpc) {
  persons$total <- N
  if (fpc) svydesign(ids = ~1, weights = rep(N / nrow(persons), nrow(persons)), fpc = ~total, data = persons)
  else svydesign(ids = ~1, weights = rep(N / nrow(persons), nrow(persons)), data = persons)
}
first <- !duplicated(persons[c("sex", "age")])
post <- function(fpc) postStratify(start(fpc), ~sex + age, cbind(cells[c("sex", "age")], Freq = frame_cells))
raked <- function(fpc) rake(start(fpc), list(~sex, ~age), list(margin_sex, margin_age), control = list(maxit = 500, epsilon = 1e-10))
given <- c(1, 1.5, 0.8, 2, 1.25, 0.6)
plain <- svydesign(ids = ~1, weights = given[match(paste(persons$sex, persons$age), paste(cells$sex, cells$age))], data = persons)
w <- weights(post(FALSE))
write_golden("weights", "scripts/golden/weights.R", list(
  cells = cells, frameCells = frame_cells, marginSex = margin_sex$Freq, marginAge = margin_age$Freq, frame = N,
  postWeights = weights(post(FALSE))[first], post = result(post(FALSE)), postFrame = result(post(TRUE)),
  rakedWeights = weights(raked(FALSE))[first], raked = result(raked(FALSE)), rakedFrame = result(raked(TRUE)),
  givenWeights = given, given = result(plain), kish = length(w) * sum(w^2) / sum(w)^2))
