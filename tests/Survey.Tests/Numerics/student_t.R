# Upper tails and upper quantiles of Student's t as R has them. Run by hand in this folder and commit the output:
#   Rscript student_t.R > student_t.tsv
# R's qt is not to be relied on in heavy tails (qt(1e-10, 0.5) is off by 1.5e-6), and it finds quantiles near the median from
# probabilities that have lost their digits (qt(0.4999, 1) is off by 5e-13). So a quantile that R's own pt does not take back
# stands in a comment, and 0.4999 is left to student_t.py, which covers the whole grid with 60 digits.
exact <- function(x) sprintf("%.17g", x)
line <- function(...) cat(paste(c(...), collapse = "\t"), "\n", sep = "")

degrees <- c(0.5, 1, 2, 3, 5, 14, 30, 197, 556, 5000, 1e6, 1e9)
points <- c(0, 1e-9, 1e-3, 0.1, 0.5, 1, 1.2, 1.3, 1.96, 3, 5, 10, 20, 30, 100, 1000, 1e6)
tails <- c(0.49, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05, 0.025, 0.01, 0.005, 1e-3, 1e-4, 1e-6, 1e-10, 1e-20, 1e-50, 1e-100, 1e-200, 1e-300)

line(paste("#", R.version.string))
line("function", "argument", "df", "value", "log")
for (df in degrees) {
  for (t in points)
    line("pt", exact(c(t, df, pt(t, df, lower.tail = FALSE), pt(t, df, lower.tail = FALSE, log.p = TRUE))))
  for (q in tails) {
    x <- qt(q, df, lower.tail = FALSE)
    back <- pt(x, df, lower.tail = FALSE)
    # rounding x alone moves the tail by its slope, x dt(x) / pt(x), times 1.1e-16
    slope <- if (is.finite(x)) x * dt(x, df) / back else 0
    if (abs(back / q - 1) <= 1e-13 * max(1, slope)) line("qt", exact(c(q, df, x)), "")
    else line(sprintf("# qt(%s, %s) = %s, and pt takes it to %s", exact(q), exact(df), exact(x), exact(back)))
  }
}
