# The tasks of the large table in R survey. Rscript benchmarks/compare/large.R ROWS; benchmarks/run.sh calls it.
# SURVEY_LIB names a library that holds another version of survey. Prints one line a task: its name, rows, seconds (the median), between tabs.
rows <- as.integer(commandArgs(TRUE)[1])
library <- Sys.getenv("SURVEY_LIB")
suppressPackageStartupMessages(if (nzchar(library)) base::library(survey, lib.loc = c(library, .libPaths())) else base::library(survey))

set.seed(1)
made <- function(rows) {
  sample <- data.frame(
    stratum = sample.int(50, rows, TRUE), psu = sample.int(40, rows, TRUE), weight = runif(rows, 50, 150),
    region = factor(sample.int(10, rows, TRUE)), x1 = runif(rows), x2 = runif(rows), x3 = runif(rows), x4 = runif(rows))
  sample$smoker <- as.numeric(runif(rows) < 0.2 + 0.002 * sample$psu)
  sample$smoker[runif(rows) < 0.03] <- NA
  sample
}
clusters <- function(sample) svydesign(~psu, strata = ~stratum, weights = ~weight, data = sample, nest = TRUE)
by_region <- function(design) svyby(~smoker, ~region, design, svymean, na.rm = TRUE)
say <- function(name, of, task, times) {
  seconds <- median(replicate(times, system.time(task())[["elapsed"]]))
  cat(sprintf("%s\t%d\t%.6f\n", name, of, seconds))
}

cat(sprintf("version\t%s, survey %s\n", R.version.string, packageVersion("survey")))
sample <- made(rows)
design <- clusters(sample)
say("design", rows, function() clusters(sample), 3)
say("ten domains", rows, function() by_region(design), 3)
sorted <- clusters(sample[order(sample$stratum, sample$psu), ])
say("ten domains, sorted", rows, function() by_region(sorted), 3)
say("four means", rows, function() svyby(~x1 + x2 + x3 + x4, ~region, design, svymean), 1)
of_rows <- svydesign(~1, strata = ~stratum, weights = ~weight, data = sample)
say("every row a PSU", rows, function() by_region(of_rows), 1)

say("drawing replicates", rows, function() replicates <<- as.svrepdesign(design, type = "subbootstrap", replicates = 200), 1)
say("replicates", rows, function() by_region(replicates), 1)
