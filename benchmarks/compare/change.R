# The tasks of ChangeBenchmarks in R survey: waves in the same PSUs, stacked as domains of one design. Run by hand: Rscript benchmarks/compare/change.R
suppressPackageStartupMessages(library(survey))

rows <- 1e6
set.seed(1)
wave <- function(year) data.frame(
  year = year, stratum = sample.int(50, rows, TRUE), psu = sample.int(40, rows, TRUE), weight = runif(rows, 50, 150),
  region = factor(paste("region", sample.int(10, rows, TRUE))), smoker = as.numeric(runif(rows) < 0.24))
stacked <- rbind(wave(1), wave(2))
design <- svydesign(~psu, strata = ~stratum, weights = ~weight, data = stacked, nest = TRUE)
seconds <- function(task, times = 3) median(replicate(times, system.time(task())[["elapsed"]]))
tasks <- list(
  ChangeInSamePlaces = function() svycontrast(svyby(~smoker, ~year, design, svymean, covmat = TRUE), quote(`2` - `1`)),
  ChangesByRegion = function() svyby(~smoker, ~region + year, design, svymean, covmat = TRUE))

cat(sprintf("%s, survey %s, %d rows a wave\n", R.version.string, packageVersion("survey"), rows))
for (name in names(tasks))
  cat(sprintf("%-26s %6.2f s\n", name, seconds(tasks[[name]])))
