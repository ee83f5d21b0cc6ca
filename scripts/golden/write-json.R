# Writes a list of cases as JSON with full precision; every golden script sources this file.
# Usage, from the checkout's root: Rscript scripts/golden/<name>.R  (R 4.2 or newer, package jsonlite; some need survey or coin).
# With GOLDEN_DIR set, the file goes there instead: a test compares it with the kept one.
library(jsonlite)

write_golden <- function(name, script, content) {
  path <- file.path(Sys.getenv("GOLDEN_DIR", file.path("shared", "statistics", "golden")), paste0(name, ".json"))
  json <- toJSON(c(list(source = script), content), digits = NA, auto_unbox = TRUE, dataframe = "rows", pretty = 2)
  writeLines(json, path)
}

# A matrix as a list of rows, so that a row of one number stays a list.
rows_of <- function(m) lapply(seq_len(nrow(m)), function(i) I(unname(m[i, ])))

z95 <- qnorm(0.975)
