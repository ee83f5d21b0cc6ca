# Writes a data frame with haven again and again, by its own clock. One line in, one line out.
given <- commandArgs(trailingOnly = TRUE)
suppressPackageStartupMessages(library(haven))
data <- data.table::fread(given[1], encoding = "UTF-8", data.table = FALSE)
names(data) <- make.names(names(data), unique = TRUE)
input <- file("stdin", "r")
cat("ready\n")
while (length(line <- readLines(input, n = 1)) > 0) {
  begun <- proc.time()[["elapsed"]]
  write_sav(data, given[2])
  spent <- (proc.time()[["elapsed"]] - begun) * 1000
  cat(sprintf('{"ms": %.3f, "check": %d}\n', spent, nrow(data)))
}
