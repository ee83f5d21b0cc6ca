# Writes a list of cases as JSON with full precision; every golden script sources this file.
# Usage, from the checkout's root: Rscript scripts/golden/<name>.R  (R 4.2 or newer, package jsonlite)
library(jsonlite)

write_golden <- function(name, script, content) {
  path <- file.path("shared", "statistics", "golden", paste0(name, ".json"))
  json <- toJSON(c(list(source = script), content), digits = NA, auto_unbox = TRUE, dataframe = "rows", pretty = 2)
  writeLines(json, path)
}

z95 <- qnorm(0.975)
