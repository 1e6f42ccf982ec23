# Strata merged by hand, and successive differences by their formula, from the data of this repository. Run by hand in this folder
# and commit the output:   Rscript merged_and_systematic.R > merged_and_systematic.tsv
# Merged strata are those of survey's svydesign with the strata recoded, PSUs named by (stratum, PSU) and N added up over the strata.
# Successive differences are the formula itself (Wolter 2007, chapter 8, v2; "SD1" in Ash 2014), over linearized scores of PSUs.
suppressMessages(library(survey))
exact <- function(x) sprintf("%.17g", x)
line <- function(...) cat(paste(c(...), collapse = "\t"), "\n", sep = "")
data <- function(...) read.csv(file.path("..", "..", "..", "datasets", ...), colClasses = c(cds = "character"))

line("#", R.version.string, "survey", as.character(packageVersion("survey")))
line("case", "estimate", "se", "df")

merged <- function(name, design, variable) {
  f <- as.formula(paste0("~", variable))
  for (what in c("total", "mean")) {
    s <- if (what == "total") svytotal(f, design) else svymean(f, design)
    line(paste(name, what), exact(c(coef(s), SE(s), degf(design))))
  }
}
lonely <- suppressWarnings(data("small-designs", "lonely.csv"))
lonely$id <- paste(lonely$stratum, lonely$psu); lonely$merged <- ifelse(lonely$stratum <= 2, "south", "3"); lonely$sum <- ifelse(lonely$stratum <= 2, 8 + 5, 6)
merged("merged small", svydesign(ids = ~id, strata = ~merged, weights = ~w, data = lonely), "y")
merged("merged sizes", svydesign(ids = ~id, strata = ~merged, weights = ~w, fpc = ~sum, data = lonely), "y")
strat <- data("california-schools", "apistrat.csv")
strat$merged <- ifelse(strat$stype == "H", "H", "E"); strat$sum <- ifelse(strat$stype == "H", 755, 4421 + 1018)
merged("merged schools", svydesign(ids = ~1, strata = ~merged, weights = ~pw, fpc = ~sum, data = strat), "api00")

# Variance of a total of scores: f of each stratum, and the PSUs' scores in the order of their places
successive <- function(score, stratum, psu, place, f) {
  z <- tapply(score, psu, sum); at <- tapply(place, psu, unique); h <- tapply(stratum, psu, unique); f <- tapply(f, psu, unique)
  sum(sapply(unique(h), function(g) {
    listed <- z[h == g][order(at[h == g])]; n <- length(listed)
    (1 - f[h == g][1]) * n / (2 * (n - 1)) * sum(diff(listed)^2)
  }))
}
total <- function(y, w) list(value = sum(w * y), score = w * y)
ratio <- function(y, x, w) { r <- sum(w * y) / sum(w * x); list(value = r, score = w * (y - r * x) / sum(w * x)) }
mean_of <- function(y, w) ratio(y, rep(1, length(y)), w)
report <- function(name, s, variance, df) line(name, exact(c(s$value, sqrt(variance), df)))

rows <- seq_len(nrow(strat)); h <- match(strat$stype, c("E", "M", "H")); drawn <- as.vector(table(h)[h]) / strat$fpc
for (listed in c("size", "code")) {
  # by size, those of one size by their number; or by a code of 14 digits
  place <- if (listed == "size") strat$enroll * 10000 + strat$snum else rank(strat$cds)
  each <- function(what, s) report(paste("systematic", listed, what), s, successive(s$score, h, rows, place, drawn), length(rows) - 3)
  each("total", total(strat$api00, strat$pw))
  each("mean", mean_of(strat$api00, strat$pw))
  each("ratio", ratio(strat$api.stu, strat$enroll, strat$pw))
  inside <- strat$awards == "Yes"
  s <- mean_of(strat$api00[inside], strat$pw[inside]); score <- rep(0, length(rows)); score[inside] <- s$score
  each("domain", list(value = s$value, score = score))
}
clus <- data("california-schools", "apiclus1.csv")
for (what in c("total", "mean")) {
  s <- if (what == "total") total(clus$api00, clus$pw) else mean_of(clus$api00, clus$pw)
  report(paste("systematic districts", what), s, successive(s$score, rep(1, nrow(clus)), clus$dnum, clus$dnum, 15 / clus$fpc), 14)
}
# two stages: plus f1 times the variance among schools within districts
clus <- data("california-schools", "apiclus2.csv"); clus$w <- clus$fpc1 / 40 * clus$fpc2 / ave(clus$snum, clus$dnum, FUN = length)
for (what in c("total", "mean")) {
  s <- if (what == "total") total(clus$api99, clus$w) else mean_of(clus$api99, clus$w)
  within <- sum(tapply(seq_len(nrow(clus)), clus$dnum, function(i) {
    n <- length(i); if (n == 1) 0 else (1 - n / clus$fpc2[i[1]]) * n * var(s$score[i])
  }))
  report(paste("systematic stages", what), s, successive(s$score, rep(1, nrow(clus)), clus$dnum, -clus$dnum, 40 / clus$fpc1) + 40 / clus$fpc1[1] * within, 39)
}
