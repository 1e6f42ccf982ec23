namespace Survey.Monitoring.Reproducing;

/// <summary>The functions of the script.</summary>
internal static class RFunctions
{
    public const string Read = """
        # A file, with some columns as texts: "2023" is the name of a wave.
        read <- function(file, texts = "wave") {
          types <- setNames(rep("character", length(texts)), texts)
          read.csv(file, encoding = "UTF-8", colClasses = types, stringsAsFactors = FALSE)
        }
        """;

    public const string PeopleOf = """
        # The people of each cell, in the waves that a design is of.
        people_of <- function(margin, design) {
          cells <- read(paste0("population-", margin, ".csv"))
          cells <- cells[cells$wave %in% design$variables$wave, ]
          setNames(cells[c(margin, "people")], c(margin, "Freq"))
        }
        """;

    public const string SharesOf = """
        # The people of each cell by its share, of as many as the weights of the wave make.
        shares_of <- function(margin, design) {
          cells <- read(paste0("population-", margin, ".csv"))
          cells <- cells[cells$wave %in% design$variables$wave, ]
          people <- tapply(weights(design), design$variables$wave, sum)
          setNames(data.frame(cells[[margin]], cells$share * people[cells$wave]), c(margin, "Freq"))
        }
        """;

    public const string Common = """
        values <- function(of, design) model.frame(of, design$variables, na.action = na.pass)[[1]]

        # The group that a figure is of; the others stay in the design.
        subgroup <- function(design, of) {
          if (is.null(of)) design else design[values(of, design) %in% 1, ]
        }
        """;

    /// <param name="ofDesign">Whether degrees of freedom are those of the whole design.</param>
    public static string Proportion(bool ofDesign) => $$"""
        proportion <- function(indicator, wave, design, event, of = NULL) {
          group <- subgroup(design, of)
          p <- svymean(event, group, na.rm = TRUE)
          df <- degf({{(ofDesign ? "design" : "group")}})
          answers <- na.omit(values(event, group)[weights(group) != 0])
          if (all(answers == answers[1])) { # 0 or 1 has no logit: the exact binomial interval
            ci <- binom.test(sum(answers), length(answers), conf.level = level)$conf.int
          } else {
            ci <- confint(svyciprop(event, group, method = "xlogit", level = level, df = df, na.rm = TRUE))
          }
          data.frame(indicator, wave, estimate = as.vector(coef(p)), se = as.vector(SE(p)), low = ci[1], high = ci[2], df)
        }
        """;

    /// <param name="ofDesign">Whether degrees of freedom are those of the whole design.</param>
    public static string Ratio(bool ofDesign) => $$"""
        ratio <- function(indicator, wave, design, numerator, denominator, of = NULL) {
          group <- subgroup(design, of)
          r <- svyratio(numerator, denominator, group, na.rm = TRUE)
          df <- degf({{(ofDesign ? "design" : "group")}})
          ci <- confint(r, level = level, df = df)
          data.frame(indicator, wave, estimate = as.vector(coef(r)), se = as.vector(SE(r)), low = ci[1], high = ci[2], df)
        }
        """;

    public const string Change = """
        # Two waves in the same places: both are one sample, in which a place has its people of both
        # waves, so that what they have in common is in the standard error: that of the total of the
        # linearized change. A ratio is that of event among its denominator.
        change <- function(indicator, from, to, design, event, among = NULL, of = NULL) {
          group <- subgroup(design, of)
          y <- values(event, group)
          n <- if (is.null(among)) rep(1, length(y)) else values(among, group)
          part <- function(wave, x) ifelse(group$variables$wave == wave & !is.na(y + n), x, 0)
          total <- function(wave, x) sum(weights(group) * part(wave, x))
          before <- total(from, y) / total(from, n)
          after <- total(to, y) / total(to, n)
          group$variables$z <- part(to, y - after * n) / total(to, n) - part(from, y - before * n) / total(from, n)
          df <- min(figures$df[figures$indicator == indicator & figures$wave %in% c(from, to)])
          data.frame(indicator, from, to, change = after - before, se = as.vector(SE(svytotal(~z, group))), df)
        }
        """;

    public const string Difference = """
        # Two waves in different places: two independent samples, with the degrees of freedom of
        # Welch and Satterthwaite.
        difference <- function(indicator, from, to) {
          a <- figures[figures$indicator == indicator & figures$wave == from, ]
          b <- figures[figures$indicator == indicator & figures$wave == to, ]
          v <- c(a$se, b$se)^2
          df <- c(a$df, b$df)
          df <- if (all(df > 0) && sum(v) > 0) sum(v)^2 / sum(v^2 / df) else min(df)
          data.frame(indicator, from, to, change = b$estimate - a$estimate, se = sqrt(sum(v)), df)
        }
        """;

    public const string Apart = """
        # The largest difference of a row's numbers from those of the study, relative to their size: a
        # millionth where they are smaller, as what is 0 may be rounded.
        apart <- function(ours, file, keys, numbers) {
          theirs <- read(file, texts = keys)
          stopifnot(nrow(ours) == nrow(theirs), ours[keys] == theirs[keys])
          a <- as.matrix(ours[numbers])
          b <- as.matrix(theirs[numbers])
          off <- abs(a - b) / pmax(abs(a), abs(b), 1e-6)
          off[(a == b | (is.na(a) & is.na(b))) %in% TRUE] <- 0
          off[is.na(off)] <- Inf
          apply(off, 1, max)
        }

        show <- function(table) {
          table$apart <- signif(table$apart, 2)
          print(table, digits = 6, row.names = FALSE)
        }
        """;
}
