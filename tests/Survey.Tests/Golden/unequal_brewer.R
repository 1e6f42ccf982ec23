# Brewer's estimator in two stages, in strata and in domains, from the data of this repository. Run by hand in this folder
# and commit the output:   Rscript unequal_brewer.R > unequal_brewer.tsv
# Rows are sorted by PSU: survey's onestrat pairs 1 - p in the order of the rows with totals in the order of the PSU ids.
# Domains are totals and ratios of variables that are 0 outside: its subset of such a design takes one PSU's 1 - p for all.
suppressMessages(library(survey))
exact <- function(x) sprintf("%.17g", x)
line <- function(...) cat(paste(c(...), collapse = "\t"), "\n", sep = "")
data <- function(...) read.csv(file.path("..", "..", "..", "datasets", ...), colClasses = c(cds = "character"))

line("#", R.version.string, "survey", as.character(packageVersion("survey")))
line("case", "estimate", "se", "df")
put <- function(name, s, design) line(name, exact(c(coef(s), SE(s), degf(design))))

farms <- suppressWarnings(data("small-designs", "mu284.csv"))
farms <- farms[order(farms$id1, farms$id2), ]
farms$p <- c(0.2, 0.3, 0.5, 0.25, 0.4)[match(farms$id1, sort(unique(farms$id1)))]
farms$f2 <- 3 / farms$n2
stages <- svydesign(id = ~id1 + id2, fpc = ~p + f2, data = farms, pps = "brewer")
put("stages total", svytotal(~y1, stages), stages)
put("stages mean", svymean(~y1, stages), stages)

schools <- data("california-schools", "apistrat.csv")
schools$p <- schools$enroll / 4000
schools$in_domain <- as.numeric(schools$awards == "Yes")
schools$of_domain <- schools$in_domain * schools$api00
strata <- svydesign(id = ~1, strata = ~stype, fpc = ~p, data = schools, pps = "brewer")
put("strata total", svytotal(~api.stu, strata), strata)
put("strata mean", svymean(~api00, strata), strata)
put("strata domain", svyratio(~of_domain, ~in_domain, strata), strata)
