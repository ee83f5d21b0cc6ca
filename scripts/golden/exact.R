# Golden values of the Fisher-Freeman-Halton test on sparse tables, from fisher.test of base R (its own network algorithm).
source("scripts/golden/write-json.R")

table_of <- function(...) do.call(rbind, list(...))
tables <- list(
  table_of(c(3, 1, 1), c(0, 4, 2), c(2, 0, 5)),
  table_of(c(5, 2, 3), c(4, 6, 2), c(8, 1, 1), c(0, 3, 4), c(1, 5, 2)),
  table_of(c(3, 2, 1, 4, 2, 0, 1, 2, 3, 9), c(5, 1, 0, 2, 3, 4, 8, 0, 0, 1)),
  table_of(c(1, 0, 2, 0, 1, 0), c(0, 2, 0, 0, 1, 1), c(1, 1, 0, 2, 0, 0), c(0, 0, 1, 1, 0, 2), c(2, 0, 0, 0, 1, 0), c(0, 1, 1, 0, 0, 1)),
  table_of(c(2, 2, 2), c(2, 2, 2), c(2, 2, 2)),
  table_of(c(9, 0, 0, 0), c(0, 9, 0, 0), c(0, 0, 3, 3)),
  table_of(c(12, 0), c(3, 5), c(1, 7), c(0, 2)),
  table_of(c(1, 1, 1, 1), c(1, 1, 1, 1), c(1, 1, 1, 20)),
  # Fisher's tea; and job satisfaction by income (Agresti), exact p 0.7827.
  table_of(c(3, 1), c(1, 3)),
  table_of(c(1, 2, 1, 0), c(3, 3, 6, 1), c(10, 10, 14, 9), c(6, 7, 12, 11)))
cases <- lapply(tables, function(m) list(rows = rows_of(m), p = fisher.test(m, workspace = 2e8)$p.value))
write_golden("exact", "scripts/golden/exact.R", list(cases = cases))
