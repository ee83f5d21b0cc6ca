# Reads a system file with its labels and declared missing values, and writes it with haven again and again, by its own clock.
suppressPackageStartupMessages(library(haven))
given <- commandArgs(trailingOnly = TRUE)
data <- read_sav(given[1], user_na = TRUE)
cat("ready\n")
input <- file("stdin", "r")
while (length(line <- readLines(input, n = 1)) > 0) {
  begun <- Sys.time()
  write_sav(data, given[2], compress = "byte")
  spent <- as.numeric(Sys.time() - begun, units = "secs") * 1000
  cat(sprintf('{"ms": %.6f, "check": %d}\n', spent, nrow(data)))
  flush(stdout())
}
