# The tasks of EstimationBenchmarks in R survey. Run by hand: Rscript benchmarks/compare/spine.R
suppressPackageStartupMessages(library(survey))

rows <- 1e6
set.seed(1)
sample <- data.frame(
  stratum = sample.int(50, rows, TRUE), psu = sample.int(40, rows, TRUE), weight = runif(rows, 50, 150),
  age = 15 + sample.int(55, rows, TRUE), region = factor(paste("region", sample.int(10, rows, TRUE))),
  answer = factor(sample(c("daily", "sometimes", "formerly", "never"), rows, TRUE)))
sample$smoker <- as.numeric(runif(rows) < 0.2 + 0.002 * sample$psu)
sample$smoker[runif(rows) < 0.03] <- NA

seconds <- function(task, times = 5) median(replicate(times, system.time(task())[["elapsed"]]))

design <- svydesign(~psu, strata = ~stratum, weights = ~weight, data = sample, nest = TRUE)
of_rows <- svydesign(~1, strata = ~stratum, weights = ~weight, data = sample)
tasks <- list(
  Design = function() svydesign(~psu, strata = ~stratum, weights = ~weight, data = sample, nest = TRUE),
  Proportion = function() svymean(~smoker, design, na.rm = TRUE),
  ProportionByRegion = function() svyby(~smoker, ~region, design, svymean, na.rm = TRUE),
  MeanByRegion = function() svyby(~age, ~region, design, svymean),
  ProportionOfText = function() svymean(~I(answer == "daily"), design),
  DesignOfRows = function() svydesign(~1, strata = ~stratum, weights = ~weight, data = sample),
  ProportionOfRows = function() svymean(~smoker, of_rows, na.rm = TRUE),
  ProportionOfRowsByRegion = function() svyby(~smoker, ~region, of_rows, svymean, na.rm = TRUE))

cat(sprintf("%s, survey %s, %d rows\n", R.version.string, packageVersion("survey"), nrow(sample)))
for (name in names(tasks))
  cat(sprintf("%-26s %6.2f s\n", name, seconds(tasks[[name]])))
