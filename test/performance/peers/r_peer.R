# Counts the columns of a folder with R, one task a line: answers with its own milliseconds and what it has counted.
suppressPackageStartupMessages(library(data.table))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
persons <- as.integer(arguments[2])
read <- function(name) {
  path <- file.path(folder, name)
  matrix(readBin(path, "integer", n = file.size(path), size = 1, signed = FALSE), nrow = persons)
}
columns <- read("codes.bin")
marks <- read("marks.bin")
banner <- read("banner.bin")[, 1]
number <- ncol(columns)
listed <- lapply(seq_len(number), function(at) columns[, at])
tabled <- as.data.table(marks)
tabled[, banner := banner]
names_of_marks <- setdiff(names(tabled), "banner")

frequencies <- function() lapply(listed, function(column) tabulate(column + 1L, 256L))
tabbook <- function() { wide <- banner * 256L + 1L; lapply(listed, function(column) tabulate(wide + column, 65536L)) }
several <- function() {
  found <- tabled[, lapply(.SD, sum), by = banner, .SDcols = names_of_marks]
  lapply(names_of_marks, function(name) { counts <- integer(256); counts[found$banner + 1L] <- found[[name]]; counts })
}
crosstab <- function() {
  has <- columns[, 1] != 255L & banner != 255L
  counts <- table(columns[has, 1], banner[has])
  shares <- prop.table(counts, 2)
  test <- suppressWarnings(chisq.test(counts, correct = FALSE))
  list(statistic = unname(test$statistic), p = test$p.value, n = sum(counts), shares = sum(shares))
}
# A number that two tables share only when they are the same: every count by a weight of its place.
check <- function(counts) {
  total <- 0
  for (at in seq_along(counts)) {
    places <- which(counts[[at]] != 0) - 1
    total <- total + sum(counts[[at]][places + 1] * ((places * 31 + (at - 1) * 17) %% 9973))
  }
  total
}
cat("ready\n")
input <- file("stdin", "r")
while (length(line <- readLines(input, n = 1)) > 0) {
  begun <- Sys.time()
  found <- switch(line, frequencies = frequencies(), tabbook = tabbook(), several = several(), crosstab = crosstab())
  spent <- as.numeric(Sys.time() - begun, units = "secs") * 1000
  value <- if (line == "crosstab") found$statistic else check(found)
  cat(sprintf('{"ms": %.6f, "check": %.15g}\n', spent, value))
  flush(stdout())
}
