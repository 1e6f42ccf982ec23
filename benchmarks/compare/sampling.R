# The same design by hand: two villages of each county, systematically in proportion to households, then 55 households of each.
library(data.table)
files <- commandArgs(trailingOnly = TRUE)
set.seed(20230904)
frame <- fread(files[1], colClasses = "character")
if (anyDuplicated(frame, by = c("village", "household"))) stop("a household stands twice")
villages <- frame[, .(size = .N), by = .(county, village)]
villages[, p1 := 2 * size / sum(size), by = county]
villages[, drawn := { ends <- cumsum(p1); floor(ends - runif(1)) -> k; c(k[1] + 1, diff(k)) > 0 }, by = county]
drawn <- frame[villages[drawn == TRUE], on = c("county", "village")][, .SD[sample(.N, 55)], by = village]
fwrite(drawn, files[2])
