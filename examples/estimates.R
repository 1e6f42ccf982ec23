# High cholesterol by sex and age, estimated by `survey` and read as a data frame: run with `Rscript examples/estimates.R` from the project's root.
# It needs the package jsonlite. Build the command first with `dotnet build -c Release src/Survey.Cli`,
# or name another one in the environment variable SURVEY, such as SURVEY="dotnet /opt/survey/Survey.Cli.dll".
library(jsonlite)

# what the command answers, its JSON as R values; its warnings go to the terminal
survey <- function(...) {
  command <- Sys.getenv("SURVEY", "dotnet run -c Release --project src/Survey.Cli --no-build --")
  lines <- system(paste(command, paste(shQuote(c(..., "--format", "json")), collapse = " ")), intern = TRUE)
  if (!is.null(attr(lines, "status"))) quit(status = attr(lines, "status"))
  Encoding(lines) <- "UTF-8"
  fromJSON(paste(lines, collapse = "\n"), flatten = TRUE)
}

answer <- survey(
  "estimate", "datasets/nhanes-cholesterol/nhanes_chol.csv",
  "--weights", "WTMEC2YR", "--strata", "SDMVSTRA", "--clusters", "SDMVPSU",
  "--proportion", "HI_CHOL as high_cholesterol", "--by", "if(RIAGENDR = 1, 'men', 'women') as sex, agecat as age"
)

# a row for each estimate; a variable that splits is domain.<name>, and what is not known is NA
rows <- with(answer$estimates, data.frame(
  sex = domain.sex, age = domain.age, value = sprintf("%.4f", value), se = sprintf("%.4f", standardError),
  low = sprintf("%.4f", interval.low), high = sprintf("%.4f", interval.high), n = respondents
))
print(rows, row.names = FALSE)
cat(answer$design$psus, "PSUs in", answer$design$strata, "strata,", answer$design$degreesOfFreedom, "degrees of freedom\n")
