# Tests of association and of two means where the oracle has none: subsets, missing values, empty cells, calibrated and replicate weights,
# from the data of this repository. Run by hand in this folder and commit the output:   Rscript association.R > association.tsv
# X2 of "Chisq" is taken for so many rows as answered and have a weight: svychisq itself counts all rows of the design.
suppressMessages(library(survey))
exact <- function(x) sprintf("%.17g", x)
line <- function(...) cat(paste(c(...), collapse = "\t"), "\n", sep = "")
data <- function(...) read.csv(file.path("..", "..", "..", "datasets", ...), colClasses = c(cds = "character"))

line("#", R.version.string, "survey", as.character(packageVersion("survey")))
line("case", "statistic", "numerator", "denominator", "p")

chisq <- function(name, formula, design, methods = c("F", "Chisq", "Wald", "adjWald")) {
  answered <- sum(complete.cases(design$variables[, all.vars(formula)]))
  for (m in methods) {
    r <- svychisq(formula, design, statistic = m)
    s <- as.numeric(r$statistic) * if (m == "Chisq") answered / nrow(design$variables) else 1
    df <- if (m == "Chisq") c(r$parameter, Inf) else r$parameter
    line(paste(name, m), exact(c(s, df, r$p.value)))
  }
}
means <- function(name, formula, design) {
  r <- svyttest(formula, design)
  line(paste(name, "t"), exact(c(r$statistic, r$parameter, r$estimate, r$p.value)))
}

strat <- data("california-schools", "apistrat.csv")
strat$size <- cut(strat$enroll, c(0, 250, 1200, 5000), right = FALSE)
dstrat <- svydesign(ids = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strat)
clus1 <- data("california-schools", "apiclus1.csv")
dclus1 <- svydesign(ids = ~dnum, weights = ~pw, fpc = ~fpc, data = clus1)
clus2 <- data("california-schools", "apiclus2.csv")
dclus2 <- svydesign(ids = ~dnum + snum, fpc = ~fpc1 + fpc2, data = clus2)
missing <- suppressWarnings(data("california-schools", "apiclus1_missing.csv")); missing$high <- missing$a > 600; missing$better <- missing$b > 620
dmissing <- svydesign(ids = ~dnum, weights = ~pw, fpc = ~fpc, data = missing)
dnhanes <- svydesign(ids = ~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = suppressWarnings(data("nhanes-cholesterol", "nhanes_chol.csv")))

chisq("dstrat empty", ~size + stype, dstrat)
chisq("dstrat subset", ~comp.imp + sch.wide, subset(dstrat, stype != "H"))
chisq("dclus2 subset", ~awards + sch.wide, subset(dclus2, stype == "E"))
chisq("dclus1 subset", ~awards + both, subset(dclus1, meals > 40))
chisq("dmissing missing", ~high + stype, dmissing)
chisq("dmissing both", ~high + better, dmissing)
chisq("dnhanes age", ~agecat + HI_CHOL, dnhanes)
chisq("dnhanes subset", ~race + HI_CHOL, subset(dnhanes, RIAGENDR == 2))
types <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018))
chisq("dclus1 calibrated", ~comp.imp + sch.wide, postStratify(dclus1, ~stype, types))
jk1 <- as.svrepdesign(dclus1, type = "JK1"); jkn <- as.svrepdesign(dstrat, type = "JKn")
chisq("dclus1 JK1", ~sch.wide + stype, jk1)
chisq("dstrat JKn", ~sch.wide + stype, jkn)
chisq("dclus1 JK1subset", ~awards + comp.imp, subset(jk1, meals > 40))
means("dmissing missing", b ~ I(stype == "E"), dmissing)
means("dclus2 subset", enroll ~ comp.imp, subset(dclus2, stype == "E"))
means("dclus1 JK1", enroll ~ comp.imp, jk1)
