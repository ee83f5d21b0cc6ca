# Golden values of the AAPOR rates. Every case is written out person by person with weight 1 (or e for unknown eligibility), and a
# rate is the weighted mean of a mark over the persons that belong to its denominator: another route than the closed formulas.
source("scripts/golden/write-json.R")

cases <- data.frame(
  complete = c(34, 27, 100, 0, 5, 1, 812), partial = c(0, 3, 20, 0, 1, 0, 31), refused = c(6, 11, 30, 4, 0, 0, 204),
  notReached = c(9, 0, 40, 2, 3, 0, 511), other = c(1, 2, 10, 0, 0, 0, 17), unknown = c(4, 0, 50, 10, 2, 0, 1406),
  notEligible = c(3, 0, 50, 1, 0, 0, 98))

rates <- function(complete, partial, refused, notReached, other, unknown, notEligible) {
  person <- rep(c("I", "P", "R", "NC", "O", "U", "NE"), c(complete, partial, refused, notReached, other, unknown, notEligible))
  known <- person[person != "U"]
  e <- mean(known != "NE")
  rate <- function(marks, among, weight = 1) {
    inside <- person %in% among
    w <- ifelse(person[inside] == "U", weight, 1)
    if (sum(w) == 0) NA else weighted.mean(person[inside] %in% marks, w)
  }
  D <- c("I", "P", "R", "NC", "O")
  S <- c("I", "P", "R", "O")
  c(eligibleShare = e,
    rr1 = rate("I", c(D, "U")), rr2 = rate(c("I", "P"), c(D, "U")), rr3 = rate("I", c(D, "U"), e), rr4 = rate(c("I", "P"), c(D, "U"), e),
    rr5 = rate("I", D), rr6 = rate(c("I", "P"), D),
    coop1 = rate("I", S), coop2 = rate(c("I", "P"), S), coop3 = rate("I", c("I", "P", "R")), coop4 = rate(c("I", "P"), c("I", "P", "R")),
    ref1 = rate("R", c(D, "U")), ref2 = rate("R", c(D, "U"), e), ref3 = rate("R", D),
    con1 = rate(S, c(D, "U")), con2 = rate(S, c(D, "U"), e), con3 = rate(S, D))
}
cases <- cbind(cases, t(mapply(rates, cases$complete, cases$partial, cases$refused, cases$notReached, cases$other, cases$unknown, cases$notEligible)))

write_golden("response", "scripts/golden/response.R", list(cases = cases))
