# Raking a million rows to three margins in R: Rscript benchmarks/compare/calibration.R
# The sample has the shape of CalibrationBenchmarks: 50 strata with 40 PSUs, margins of 10, 4 and 5 levels, off by up to a fifth.
suppressMessages(library(survey))
set.seed(1)
n <- 1e6
d <- data.frame(stratum = sample(50, n, TRUE), psu = sample(40, n, TRUE), weight = 50 + 100 * runif(n),
                region = factor(sample(10, n, TRUE)), answer = factor(sample(4, n, TRUE)), ages = factor(sample(5, n, TRUE)), smoker = rbinom(n, 1, .24))
margin <- function(name) { k <- seq_len(nlevels(d[[name]])); w <- 1 + 0.2 * sin(k - 1); m <- data.frame(levels(d[[name]]), 1e8 * w / sum(w)); names(m) <- c(name, "Freq"); m }
design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, nest = TRUE, data = d)
time <- function(what, expression) { gc(FALSE); t <- system.time(r <- force(expression))[["elapsed"]]; cat(sprintf("%-28s %8.0f ms\n", what, 1000 * t)); r }
cat(R.version.string, "survey", as.character(packageVersion("survey")), "\n")
for (k in 1:3) {
  raked <- time("rake to three margins", rake(design, list(~region, ~answer, ~ages), lapply(c("region", "answer", "ages"), margin), control = list(maxit = 50, epsilon = 1e-10)))
  invisible(time("proportion before", svymean(~smoker, design)))
  invisible(time("proportion after", svymean(~smoker, raked)))
}
