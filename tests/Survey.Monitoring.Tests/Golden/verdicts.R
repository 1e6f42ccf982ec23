# Verdicts, the chance of passing as published, and what a reference's error or a larger change would alter: base R only, from the
# formulas. Run by hand in this folder and commit the three files it writes:   Rscript verdicts.R
#   verdicts.tsv      p of "not reached" (pMet) and of "reached" (pNotMet), both verdicts, the interval of a single rule
#   passing.tsv       the chance that estimates with these true values and variances pass as published
#   reference-se.tsv  the smallest se of a reference that undoes a verdict; changes found with 80 % power
# Proportions and references have at most six decimals (read them as double, then decimal: the text has 17 digits); reference is NA
# where a rule has none, seRef is 0 for a constant. "above" and "below" are judged by the t interval of p2 - P where P has an error;
# levels against a constant, whether written in the rule or a reference without an error, by the logit interval of p2. low and high of
# "above" and "below" are those of p2 - P in both cases. The two rules on one quantity that are all-of two
# arms, about20 and range3to5, have the interval of that quantity; other combinations have none. Relative rules have Fieller's
# interval of p2/p1 - 1 (a fall is negative), NA where g >= 1. Arms of no sampling error have p 0 or 1 and do not count in k.
# Rules of three arms are already flat: any(atleast28, any(above, up20)) must give the same figures as any(atleast28,above,up20).
# An unchanged county with n = 640, deff 1.5 (METHODS: 52 %, 36 %, 21 %): p = 0.22, independent waves give 51.7, 36.0 (the county
# at 22 %, the reference at 21 %) and 20.7 %. p = 0.21 gives the same whole figures, no other whole percentage from 18 to 30 does.
alpha <- 0.025
exact <- function(x) ifelse(is.na(x), "NA", sprintf("%.17g", x))
million <- function(x) { i <- round(x * 1e6); stopifnot(is.na(x) | abs(i - x * 1e6) < 1e-6); i }

# ---- Rules ----
# An arm is an exact margin k1 p1 + k2 p2 + kP P + k0 in ten-millionths: k1, k2 and kP in tenths, the estimates in millionths.
# It is reached when the margin is at least 0, a strict one when it is above 0.
arm <- function(k1, k2, kP = 0, k0 = 0, strict = FALSE, level = FALSE) list(k1 = k1, k2 = k2, kP = kP, k0 = k0, strict = strict, level = level)
any_of <- function(...) list(op = "any", parts = list(...))
all_of <- function(...) list(op = "all", parts = list(...))
at_least <- function(c) arm(0, 10, 0, -round(c * 1e7), level = TRUE)
at_most <- function(c) arm(0, -10, 0, round(c * 1e7), level = TRUE)
up20 <- arm(-12, 10); down10 <- arm(9, -10); points1.5 <- arm(-10, 10, 0, -150000); no_worse <- arm(-10, 10)
above <- arm(0, 10, -10, strict = TRUE); below <- arm(0, -10, 10, strict = TRUE)
rules <- list(
  "up20" = up20, "down10" = down10, "points1.5" = points1.5, "above" = above, "below" = below, "noworse" = no_worse,
  "atleast28" = at_least(0.28), "atmost20" = at_most(0.20),
  "about20" = all_of(at_least(0.19), at_most(0.21)),
  "range3to5" = all_of(arm(10, -10, 0, -300000), arm(-10, 10, 0, 500000)),
  "any(above,up20)" = any_of(above, up20), "any(below,down10)" = any_of(below, down10),
  "all(atleast28,up20)" = all_of(at_least(0.28), up20),
  "yongchuan" = any_of(points1.5, all_of(above, no_worse)),
  "any(atleast28,above,up20)" = any_of(at_least(0.28), above, up20),
  "all(atleast28,above,up20)" = all_of(at_least(0.28), above, up20))
relative <- c("up20", "down10"); references <- c("above", "below"); differences <- c("points1.5", "noworse", "range3to5")
levels <- c("atleast28", "atmost20", "about20")

is_arm <- function(rule) is.null(rule$op)
flat <- function(rule) {
  if (is_arm(rule)) return(rule)
  parts <- lapply(rule$parts, flat)
  spliced <- lapply(parts, function(part) if (!is_arm(part) && part$op == rule$op) part$parts else list(part))
  list(op = rule$op, parts = do.call(c, spliced))
}
leaves <- function(rule) if (is_arm(rule)) list(rule) else do.call(c, lapply(rule$parts, leaves))
uses_reference <- function(rule) any(sapply(leaves(rule), function(a) a$kP != 0))

# ---- One case judged ----
margin <- function(a, x) a$k1 * million(x$p1) + a$k2 * million(x$p2) + (if (a$kP == 0) 0 else a$kP * million(x$reference)) + a$k0
reached <- function(a, x) if (a$strict) margin(a, x) > 0 else margin(a, x) >= 0
published <- function(rule, x) {
  if (is_arm(rule)) return(reached(rule, x))
  each <- sapply(rule$parts, published, x)
  if (rule$op == "any") any(each) else all(each)
}
# Welch and Satterthwaite's for p2 - P with an estimated P of infinite df
df_of <- function(uses, x) if (uses && x$seRef > 0) (x$v2 + x$seRef^2)^2 / (x$v2^2 / x$df) else x$df
t_of <- function(a, x) {
  if (a$level) {
    constant <- -a$k0 / a$k2 / 1e6
    return(sign(a$k2) * (qlogis(x$p2) - qlogis(constant)) * x$p2 * (1 - x$p2) / sqrt(x$v2))
  }
  # a reference without an error is a constant: the interval of p2 holds it or does not
  if (a$kP != 0 && x$seRef == 0) return(sign(a$k2) * (qlogis(x$p2) - qlogis(x$reference)) * x$p2 * (1 - x$p2) / sqrt(x$v2))
  margin(a, x) / 1e7 / sqrt(variance_of(a, x))
}
variance_of <- function(a, x) (a$k1^2 * x$v1 + a$k2^2 * x$v2 + 2 * a$k1 * a$k2 * x$c + a$kP^2 * x$seRef^2) / 100
judge_arm <- function(a, x) {
  if (variance_of(a, x) == 0) return(list(met = as.numeric(!reached(a, x)), not = as.numeric(reached(a, x)), sampled = FALSE))
  t <- t_of(a, x); df <- df_of(a$kP != 0, x)
  list(met = pt(t, df, lower.tail = FALSE), not = pt(t, df), sampled = TRUE)
}
judge <- function(rule, x) {
  if (is_arm(rule)) return(judge_arm(rule, x))
  each <- lapply(rule$parts, judge, x)
  met <- sapply(each, `[[`, "met"); not <- sapply(each, `[[`, "not"); k <- sum(sapply(each, `[[`, "sampled"))
  m <- if (k <= 2) 1 else k / 2
  if (rule$op == "any") list(met = min(1, m * min(met)), not = max(not), sampled = k > 0)
  else list(met = max(met), not = min(1, m * min(not)), sampled = k > 0)
}
fieller <- function(x) {
  t <- qt(1 - alpha, x$df); a <- x$p1^2 - t^2 * x$v1
  if (a <= 0) return(c(NA, NA))
  b <- x$p1 * x$p2 - t^2 * x$c
  root <- sqrt(max(0, b^2 - a * (x$p2^2 - t^2 * x$v2)))
  pmax((b + c(-1, 1) * root) / a, 0) - 1
}
interval <- function(name, x) {
  t <- qt(1 - alpha, df_of(name %in% references, x)); sides <- c(-1, 1)
  if (name %in% relative) fieller(x)
  else if (name %in% references) (million(x$p2) - million(x$reference)) / 1e6 + sides * t * sqrt(x$v2 + x$seRef^2)
  else if (name %in% differences) (million(x$p2) - million(x$p1)) / 1e6 + sides * t * sqrt(x$v1 + x$v2 - 2 * x$c)
  else if (name %in% levels) plogis(qlogis(x$p2) + sides * t * sqrt(x$v2) / (x$p2 * (1 - x$p2)))
  else c(NA, NA)
}
said <- function(j) if (j$met < alpha) "confirmed met" else if (j$not < alpha) "confirmed not met" else "undetermined"
verdict <- function(name, x) {
  rule <- flat(rules[[name]]); j <- judge(rule, x); range <- interval(name, x)
  list(met = j$met, not = j$not, confidence = said(j), published = if (published(rule, x)) "met" else "not met", low = range[1], high = range[2])
}

# ---- Cases ----
cases <- list()
wave <- function(p, n, deff) deff * p * (1 - p) / n
inputs <- function(name, p1, p2, P = NA, n = 960, deff = 1.5, rho = 0.4, df = 22, seRef = 0,
                   v1 = wave(p1, n, deff), v2 = wave(p2, n, deff), c = rho * sqrt(v1 * v2)) {
  stopifnot(name %in% names(rules), c^2 <= v1 * v2, uses_reference(rules[[name]]) == FALSE || !is.na(P))
  if (!uses_reference(rules[[name]])) { P <- NA; seRef <- 0 }
  list(rule = name, p1 = p1, p2 = p2, v1 = v1, v2 = v2, c = c, df = df, reference = P, seRef = seRef)
}
# (a formal whose name starts with n would take the n of a case)
add <- function(id, what, ...) for (name in what) {
  whole <- if (length(what) == 1) id else paste(id, name)
  stopifnot(is.null(cases[[whole]]))
  cases[[whole]] <<- inputs(name, ...)
}
# The last case of one verdict and the first of the next, p2 in steps of 0.0001, from the lowest p2 on: 2 or 4 cases
edges <- function(id, what, from, to, ...) {
  grid <- round(seq(from, to, by = 1e-4), 4)
  word <- sapply(grid, function(p2) verdict(what, inputs(what, p2 = p2, ...))$confidence)
  at <- head(which(word[-1] != word[-length(word)]), 2)
  stopifnot(length(at) > 0)
  for (i in seq_along(at)) for (j in 0:1) add(paste(id, what, c("first", "second")[i], c("before", "after")[j + 1]), what, p2 = grid[at[i] + j], ...)
}

literacy <- list(L1 = c(0.2531, 0.3105), L2 = c(0.2531, 0.2874), L3 = c(0.2012, 0.3187), L4 = c(0.2531, 0.2569))
smoking <- list(S1 = c(0.2284, 0.2041), S2 = c(0.2284, 0.2203), S3 = c(0.2520, 0.1705), S4 = c(0.2284, 0.2610))
for (id in names(literacy)) add(id, c("any(above,up20)", "above", "up20", "noworse", "atleast28"), literacy[[id]][1], literacy[[id]][2], 0.3210)
for (id in names(smoking)) add(id, c("any(below,down10)", "below", "down10", "noworse", "atmost20"), smoking[[id]][1], smoking[[id]][2], 0.2150)

# On the line: the exact boundaries of the notices, strict and not
add("line 22 to 19.8", "down10", 0.22, 0.198, n = 640, rho = 0)
add("line 25 to 30", "up20", 0.25, 0.30, n = 640, rho = 0)
add("line 20.84 to 24.98", "up20", 0.2084, 0.2498)
add("line 20.8 to 25.0", "up20", 0.208, 0.25)
add("line 25.5 to 23.2", "down10", 0.255, 0.232)
add("line 29.70 to 31.87", c("up20", "points1.5"), 0.2970, 0.3187)
add("line 22.0 to 23.5", "points1.5", 0.22, 0.235)
add("line 3 points", "range3to5", 0.25, 0.22); add("line 5 points", "range3to5", 0.25, 0.20)
add("line 2.9999 points", "range3to5", 0.25, 0.220001); add("line 5.0001 points", "range3to5", 0.25, 0.199999)
add("line 4 points", "range3to5", 0.25, 0.21, n = 40000)
add("line equal", c("above", "below", "noworse", "any(above,up20)", "any(below,down10)"), 0.3210, 0.3210, 0.3210)
add("line 28", "atleast28", 0.25, 0.28); add("line 20", "atmost20", 0.25, 0.20)
add("line 19", "about20", 0.25, 0.19); add("line 21", "about20", 0.25, 0.21); add("line 21.0001", "about20", 0.25, 0.210001)
add("line corner", c("any(atleast28,above,up20)", "all(atleast28,above,up20)", "all(atleast28,up20)"), 0.233333, 0.28, 0.279999)
add("Yongchuan by A", "yongchuan", 0.22, 0.235, 0.30); add("Yongchuan by B and C", "yongchuan", 0.22, 0.22, 0.21)
add("Yongchuan worse", "yongchuan", 0.22, 0.219, 0.21); add("Yongchuan neither", "yongchuan", 0.22, 0.234, 0.30)
add("Yongchuan equal", "yongchuan", 0.22, 0.22, 0.22)

# Around the line of confidence
edges("edge", "up20", 0.20, 0.45, p1 = 0.25); edges("edge", "down10", 0.10, 0.32, p1 = 0.25)
edges("edge", "points1.5", 0.15, 0.40, p1 = 0.25); edges("edge", "noworse", 0.15, 0.40, p1 = 0.25)
edges("edge", "above", 0.20, 0.40, p1 = 0.25, P = 0.3); edges("edge", "below", 0.10, 0.32, p1 = 0.25, P = 0.2)
edges("edge", "atleast28", 0.20, 0.40, p1 = 0.25); edges("edge", "atmost20", 0.10, 0.32, p1 = 0.25)
edges("edge", "about20", 0.15, 0.25, p1 = 0.25, n = 40000); edges("edge", "range3to5", 0.15, 0.25, p1 = 0.25, n = 40000)
edges("edge", "any(above,up20)", 0.20, 0.40, p1 = 0.25, P = 0.3); edges("edge", "any(below,down10)", 0.12, 0.30, p1 = 0.25, P = 0.22)
edges("edge", "all(atleast28,up20)", 0.18, 0.40, p1 = 0.233333); edges("edge", "yongchuan", 0.15, 0.40, p1 = 0.25, P = 0.26)
edges("edge", "any(atleast28,above,up20)", 0.18, 0.40, p1 = 0.233333, P = 0.28); edges("edge", "all(atleast28,above,up20)", 0.18, 0.40, p1 = 0.233333, P = 0.28)

# Few degrees of freedom, small rates, waves that move together or apart
add("df 2", c("up20", "down10", "above", "atleast28", "any(above,up20)", "all(atleast28,above,up20)"), 0.20, 0.34, 0.26, df = 2)
add("df 5", c("up20", "points1.5", "below", "atmost20", "any(below,down10)", "yongchuan"), 0.26, 0.16, 0.22, df = 5)
add("small", c("up20", "down10", "points1.5", "above", "atmost20"), 0.0102, 0.0148, 0.012)
add("small fall", c("down10", "below"), 0.0234, 0.0061, 0.02)
add("together", c("up20", "down10", "noworse", "range3to5", "any(below,down10)"), 0.25, 0.218, 0.23, rho = 0.95)
add("together sevenfold", c("up20", "any(atleast28,above,up20)"), 0.24, 0.30, 0.29, v1 = 2e-4, v2 = 9e-4, c = 4e-4)
add("apart", c("up20", "noworse"), 0.24, 0.30, rho = -0.5)
add("independent", c("up20", "down10"), 0.24, 0.30, rho = 0)

# An estimated reference; its error outweighing the county's, and the county's error gone
add("reference small", c("above", "any(above,up20)", "yongchuan"), 0.25, 0.36, 0.32, seRef = 0.004)
add("reference large", c("above", "below", "any(below,down10)"), 0.25, 0.20, 0.26, seRef = 0.02)
add("reference df 2", c("above", "all(atleast28,above,up20)"), 0.25, 0.38, 0.30, seRef = 0.018, df = 2)
add("reference df 5", c("below", "any(atleast28,above,up20)"), 0.25, 0.21, 0.26, seRef = 0.006, df = 5)
add("reference alone", "above", 0.25, 0.31, 0.30, v2 = 0, c = 0, seRef = 0.0049)

# A base not told from 0 (g >= 1), and one barely told from it; Fieller's lower end cut at 0
add("base near 0", c("up20", "down10", "any(above,up20)"), 0.0017, 0.0031, 0.002, n = 1739, deff = 1, rho = 0, df = 1000)
add("base near 0, few", "up20", 0.02, 0.25, n = 60, df = 2); add("base near 0, fall", "down10", 0.02, 0.004, n = 100, df = 5)
add("base barely told", c("up20", "down10"), 0.0301, 0.01, n = 300, df = 22)

# Arms without sampling error
add("fixed second", c("above", "atleast28", "any(atleast28,above,up20)", "all(atleast28,above,up20)"), 0.25, 0.29, 0.29, v2 = 0, c = 0)
add("fixed met", c("any(atleast28,above,up20)", "all(atleast28,above,up20)"), 0.20, 0.31, 0.29, v2 = 0, c = 0)
add("fixed change", c("points1.5", "noworse", "yongchuan"), 0.25, 0.27, 0.26, v1 = 2^-12, v2 = 2^-12, c = 2^-12)

# ---- Chance of passing ----
# Given p1, the rule's bounds on p2 cut the line into cells that pass or fail; their normal probabilities are added and integrated.
chance <- function(x) {
  rule <- rules[[x$rule]]; arms <- leaves(rule); s1 <- sqrt(x$v1); slope <- x$c / x$v1; s <- sqrt(x$v2 - slope * x$c)
  k <- function(name) sapply(arms, `[[`, name)
  reference <- if (is.na(x$reference)) 0 else x$reference
  b0 <- -(k("kP") * reference + k("k0") / 1e6) / k("k2"); b1 <- -k("k1") / k("k2")
  passes <- function(r, p1, p2) {
    if (is_arm(r)) return(r$k1 * p1 + r$k2 * p2 + r$kP * reference + r$k0 / 1e6 > 0)
    each <- sapply(r$parts, passes, p1, p2)
    if (r$op == "any") any(each) else all(each)
  }
  given <- function(p1) {
    bounds <- sort(unique(b0 + b1 * p1))
    inside <- c(bounds[1] - 1, (head(bounds, -1) + bounds[-1]) / 2, bounds[length(bounds)] + 1)
    below <- c(0, pnorm(bounds, x$p2 + slope * (p1 - x$p1), s), 1)
    sum(diff(below)[sapply(inside, function(p2) passes(rule, p1, p2))])
  }
  crossings <- as.vector(outer(b0, b0, `-`) / -outer(b1, b1, `-`))
  centres <- (b0 - x$p2 + slope * x$p1) / (slope - b1)
  cuts <- c(x$p1 + c(-9, -6, -3, 0, 3, 6, 9) * s1, crossings[is.finite(crossings)], centres[is.finite(centres)])
  cuts <- sort(unique(cuts[abs(cuts - x$p1) <= 9 * s1]))
  density <- function(p1) sapply(p1, given) * dnorm(p1, x$p1, s1)
  pieces <- mapply(function(a, b) unlist(integrate(density, a, b, rel.tol = 1e-9, abs.tol = 1e-12)[c("value", "abs.error")]), head(cuts, -1), cuts[-1])
  stopifnot(sum(pieces["abs.error", ]) < 1e-8)
  sum(pieces["value", ])
}
passing <- list()
pass <- function(id, what, ...) for (name in what) {
  whole <- if (length(what) == 1) id else paste(id, name)
  stopifnot(is.null(passing[[whole]]))
  passing[[whole]] <<- inputs(name, ...)
}
pass("640 as the average", c("any(below,down10)", "down10"), 0.22, 0.22, 0.22, n = 640, rho = 0)
pass("640 a point worse", c("any(below,down10)", "below"), 0.22, 0.22, 0.21, n = 640, rho = 0)
pass("640 literacy", c("any(above,up20)", "up20"), 0.25, 0.25, 0.25, n = 640, rho = 0)
pass("640 at the boundary", c("any(below,down10)", "down10"), 0.22, 0.198, 0.22, n = 640, rho = 0)
pass("1100", "down10", 0.22, 0.22, n = 1100, rho = 0); pass("2000", "up20", 0.25, 0.25, n = 2000, rho = 0)
pass("wording unchanged", c("down10", "any(below,down10)"), 0.2284, 0.2284, 0.2284)
pass("unchanged", names(rules), 0.25, 0.25, 0.25)
pass("observed L1", c("any(above,up20)", "up20"), 0.2531, 0.3105, 0.3210)
pass("observed S1", c("any(below,down10)", "down10"), 0.2284, 0.2041, 0.2150)
pass("around 20", c("about20", "atmost20", "range3to5"), 0.24, 0.20, n = 4000)
pass("corner", c("all(atleast28,up20)", "any(atleast28,above,up20)", "all(atleast28,above,up20)", "yongchuan"), 0.233333, 0.28, 0.28, rho = 0.6)
pass("together", c("any(below,down10)", "yongchuan", "any(atleast28,above,up20)"), 0.27, 0.272, 0.275, rho = 0.95)
pass("apart", c("any(above,up20)", "all(atleast28,above,up20)"), 0.24, 0.30, 0.29, rho = -0.5)
pass("unlike waves", c("any(below,down10)", "up20"), 0.20, 0.19, 0.195, v1 = 9e-4, v2 = 1e-4, c = 5e-5)

# ---- What would change the verdict ----
add("limit far", c("above", "below"), 0.25, 0.36, 0.30); add("limit df 2", "above", 0.25, 0.40, 0.30, df = 2); add("limit near", "below", 0.25, 0.2149, 0.25)
add("power df 5", c("up20", "down10"), 0.30, 0.33, df = 5)
limits <- function(x) {
  t <- qt(1 - alpha, x$df); both <- t + qt(0.8, x$df); se <- sqrt(variance_of(rules[[x$rule]], x))
  limit <- NA; change <- NA
  if (x$rule %in% references && x$v2 > 0) {
    # NA unless confirmed: the limit is where |p2 - P| = t sqrt(v2 + se^2), at once where the logit alone confirms
    square <- ((million(x$p2) - million(x$reference)) / 1e6 / t)^2 - x$v2
    if (verdict(x$rule, x)$confidence != "undetermined") limit <- sqrt(max(0, square))
  }
  if (x$rule == "up20") change <- 0.2 + both * se / x$p1
  if (x$rule == "down10") change <- -0.1 - both * se / x$p1
  # no change is large enough where the second wave would leave [0, 1]
  if (!is.na(change) && (change < -1 || x$p1 * (1 + change) > 1)) change <- NA
  c(limit, change, both * sqrt(x$v1 + x$v2 - 2 * x$c))
}

# ---- Laws, then the files ----
results <- lapply(cases, function(x) verdict(x$rule, x))
for (id in names(cases)) {
  x <- cases[[id]]; r <- results[[id]]
  stopifnot(!(r$published == "met" && r$confidence == "confirmed not met"), !(r$published == "not met" && r$confidence == "confirmed met"))
  if (x$rule == "up20" && !is.na(r$low)) stopifnot((r$low > 0.2) == (r$met < alpha), (r$high < 0.2) == (r$not < alpha))
  if (x$rule == "down10" && !is.na(r$low)) stopifnot((r$high < -0.1) == (r$met < alpha), (r$low > -0.1) == (r$not < alpha))
}
write_rows <- function(file, columns, rows) {
  out <- file(file, "wb", encoding = "UTF-8"); on.exit(close(out))
  writeLines(c(paste("#", R.version.string, sep = "\t"), paste(columns, collapse = "\t"), rows), out, sep = "\n")
}
row <- function(...) paste(c(...), collapse = "\t")
write_rows("verdicts.tsv", c("id", "p1", "p2", "v1", "v2", "c", "df", "rule", "reference", "seRef", "pMet", "pNotMet", "confidence", "published", "low", "high"),
  mapply(function(id, x, r) row(id, exact(c(x$p1, x$p2, x$v1, x$v2, x$c, x$df)), x$rule, exact(c(x$reference, x$seRef)),
    exact(c(r$met, r$not)), r$confidence, r$published, exact(c(r$low, r$high))), names(cases), cases, results))
write_rows("passing.tsv", c("id", "p1", "p2", "v1", "v2", "c", "rule", "reference", "chance"),
  mapply(function(id, x) row(id, exact(c(x$p1, x$p2, x$v1, x$v2, x$c)), x$rule, exact(x$reference), exact(chance(x))), names(passing), passing))
asked <- Filter(function(x) (x$rule %in% references && x$seRef == 0 && x$v2 > 0) || x$rule %in% relative, cases)
write_rows("reference-se.tsv", c("id", "p1", "p2", "v1", "v2", "c", "df", "rule", "reference", "seRef", "seRefLimit", "relativeDetectable", "pointsDetectable"),
  mapply(function(id, x) row(id, exact(c(x$p1, x$p2, x$v1, x$v2, x$c, x$df)), x$rule, exact(c(x$reference, x$seRef)), exact(limits(x))), names(asked), asked))

# ---- The figures printed in the texts of WORDING, section 2 ----
percent <- function(x) sprintf("%.2f", 100 * x)
figures <- function(id) {
  of <- function(name) cases[[paste(id, name)]]
  upward <- substr(id, 1, 1) == "L"
  single <- if (upward) "up20" else "down10"; level <- if (upward) "atleast28" else "atmost20"; x <- of(single)
  percent(c(x$p1, x$p2, interval(level, of(level)), x$p2 - x$p1, interval("noworse", of("noworse")), x$p2 / x$p1 - 1, fieller(x), x$p2 - (if (upward) 0.3210 else 0.2150)))
}
# before, after, its interval, points and theirs, relative change and its interval, difference from the province; NA: not in the text
texts <- list(
  L1 = c("25.31", "31.05", "27.39", "34.96", "5.74", "1.71", "9.77", "22.68", "6.27", "42.33", "-1.05"),
  L2 = c("25.31", "28.74", "25.18", "32.59", "3.43", "-0.56", "7.42", "13.55", "-2.05", "32.06", NA),
  L3 = c("20.12", "31.87", NA, NA, NA, NA, NA, "58.40", "35.70", "87.23", NA),
  L4 = c("25.31", "25.69", "22.27", "29.43", NA, NA, NA, "1.50", "-13.04", "18.53", NA),
  S1 = c("22.84", "20.41", "17.30", "23.91", "-2.43", "-6.13", "1.27", "-10.64", "-25.00", "6.09", "-1.09"),
  S2 = c("22.84", "22.03", NA, NA, NA, NA, NA, "-3.55", "-18.57", "14.13", NA),
  S3 = c("25.20", "17.05", "14.18", "20.36", NA, NA, NA, "-32.34", "-43.95", "-19.38", NA),
  S4 = c("22.84", "26.10", "22.66", "29.86", "3.26", NA, NA, "14.27", "-2.44", "34.35", NA))
labels <- list(L1 = "met undetermined", L2 = "not met undetermined", L3 = "met confirmed met", L4 = "not met confirmed not met",
               S1 = "met undetermined", S2 = "not met undetermined", S3 = "met confirmed met", S4 = "not met confirmed not met")
for (id in names(texts)) {
  computed <- figures(id); wrong <- which(!is.na(texts[[id]]) & texts[[id]] != computed)
  for (i in wrong) message(id, ": the text has ", texts[[id]][i], ", computed ", computed[i])
  r <- results[[paste(id, if (substr(id, 1, 1) == "L") "any(above,up20)" else "any(below,down10)")]]
  if (paste(r$published, r$confidence) != labels[[id]]) message(id, ": the label is ", labels[[id]], ", computed ", r$published, " ", r$confidence)
}
message(length(cases), " verdicts, ", length(passing), " chances, ", length(asked), " limits; WORDING compared")
