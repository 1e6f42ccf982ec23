# Tails and quantiles of the beta, F, chi-squared and normal distributions as R has them. Run by hand in this folder and commit the output:
#   Rscript distributions.R > distributions.tsv
# The rows are those of distributions.exact.tsv, so that each can be judged: one of R's that is further than 1e-13 from the exact value is not a row but a
# comment. They are quantiles of F below 1, whose digits R loses (qf(1e-20, 2, 3) is 0 instead of 1e-20); quantiles of F at a million and more denominator
# degrees of freedom, for which R gives those of chi-squared (off by up to 7e-4); beta tails at parameters of 1e8 (off by up to 4e-11) and, by a few 1e-13, mostly
# tails of 1e-100 and less, as an exponent of 700 with 16 digits would be, and quantiles at very small or very unequal parameters.
exact <- function(x) sprintf("%.17g", x)
line <- function(...) cat(paste(c(...), collapse = "\t"), "\n", sep = "")

table <- read.delim("distributions.exact.tsv", comment.char = "#", colClasses = "character", check.names = FALSE)
number <- function(text) as.numeric(sub("inf", "Inf", text))

line(paste("#", R.version.string))
line(names(table))
for (i in seq_len(nrow(table))) {
  row <- table[i, ]
  parameters <- Filter(Negate(is.na), number(unlist(row[c("first", "second")])))
  value <- suppressWarnings(do.call(row[["function"]], c(list(number(row$argument)), as.list(unname(parameters)), lower.tail = row$tail == "lower")))
  cells <- c(row[["function"]], row$tail, row$argument, row$first, row$second, exact(value))
  if (is.finite(value) && abs(value / number(row$value) - 1) <= 1e-13) line(cells)
  else line(paste("#", paste(cells, collapse = " ")), paste("but", row$value))
}
