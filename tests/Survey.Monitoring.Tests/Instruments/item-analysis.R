# Rscript tests/Survey.Monitoring.Tests/Instruments/item-analysis.R > tests/Survey.Monitoring.Tests/Instruments/item-analysis.tsv
# Item analysis of the simulated county's answers of 2023, with weights 1, 2, 3, 4, 5, 1, ... in the order of the rows; run in the root of the repository.
suppressPackageStartupMessages(library(survey))
exact <- function(x) sprintf("%.17g", x)
line <- function(...) cat(paste(c(...), collapse = "\t"), "\n", sep = "")
read <- function(file) read.csv(file, colClasses = "character", fileEncoding = "UTF-8-BOM", check.names = FALSE)

items <- read("datasets/demo-county/问卷/题目.csv")
people <- read("datasets/demo-county/clean/数据/2023.csv")
people <- people[people$入户结果 == "完成调查", ]
points <- ifelse(items$type %in% c("multiple", "情景多选"), 2, 1)
x <- sapply(1:50, function(k) points[k] * (gsub(",", "", people[[paste0("Q", k)]]) == items$key[k]))
colnames(x) <- paste0("Q", 1:50)
w <- 1 + (seq_len(nrow(x)) - 1) %% 5
design <- svydesign(~village, strata = ~town, weights = ~w, data = data.frame(village = people$村居代码, town = people$乡镇代码, w = w, x), nest = TRUE)

v <- cov.wt(x, wt = w, method = "ML")$cov
alpha <- function(v) nrow(v) / (nrow(v) - 1) * (1 - sum(diag(v)) / sum(v))
line(paste("# R", getRversion(), "survey", packageVersion("survey")))
for (k in 1:50) {
  share <- svymean(as.formula(paste0("~I((Q", k, " > 0) + 0)")), design)
  rest <- cov.wt(cbind(x[, k], rowSums(x[, -k])), wt = w, method = "ML", cor = TRUE)$cor[1, 2]
  line("item", colnames(x)[k], exact(coef(share)), exact(SE(share)), exact(rest), exact(alpha(v[-k, -k])))
}
for (name in c("total", unique(items$aspect), unique(items$issue))) {
  own <- name == "total" | items$aspect == name | items$issue == name
  line("scale", name, exact(alpha(v[own, own])), exact(svycralpha(as.formula(paste("~", paste(colnames(x)[own], collapse = "+"))), design)))
}
