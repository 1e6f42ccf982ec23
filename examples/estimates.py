"""High cholesterol by sex and age, estimated by `survey` and read as rows: run with `python3 examples/estimates.py` from the project's root.

It needs nothing but Python 3. Build the command first with `dotnet build -c Release src/Survey.Cli`,
or name another one in the environment variable SURVEY, such as SURVEY="dotnet /opt/survey/Survey.Cli.dll".
"""

import json
import os
import shlex
import subprocess
import sys

COMMAND = "dotnet run -c Release --project src/Survey.Cli --no-build --"


def survey(*words):
    """What the command answers, its JSON as Python values; its warnings go to the terminal."""
    run = subprocess.run([*shlex.split(os.environ.get("SURVEY", COMMAND)), *words, "--format", "json"], stdout=subprocess.PIPE, encoding="utf-8")
    if run.returncode != 0:
        sys.exit(run.returncode)
    return json.loads(run.stdout)


def rows(answer):
    """A flat dictionary for each estimate, with a key for each variable that splits. What is not known is None."""
    return [
        {**one["domain"], "value": one["value"], "se": one["standardError"], "low": one["interval"]["low"], "high": one["interval"]["high"], "n": one["respondents"]}
        for one in answer["estimates"]
    ]


def text(value):
    return "-" if value is None else f"{value:.4f}" if isinstance(value, float) else str(value)


def show(table):
    """Prints rows with their columns aligned, numbers at the right."""
    names = list(table[0])
    right = [isinstance(table[0][name], (int, float)) for name in names]
    lines = [names, *([text(row[name]) for name in names] for row in table)]
    widths = [max(len(line[k]) for line in lines) for k in range(len(names))]
    for line in lines:
        print("  ".join(cell.rjust(width) if at_right else cell.ljust(width) for cell, width, at_right in zip(line, widths, right)).rstrip())


answer = survey(
    "estimate", "datasets/nhanes-cholesterol/nhanes_chol.csv",
    "--weights", "WTMEC2YR", "--strata", "SDMVSTRA", "--clusters", "SDMVPSU",
    "--proportion", "HI_CHOL as high_cholesterol", "--by", "if(RIAGENDR = 1, 'men', 'women') as sex, agecat as age",
)
show(rows(answer))
print(f"{answer['design']['psus']} PSUs in {answer['design']['strata']} strata, {answer['design']['degreesOfFreedom']} degrees of freedom")

# as a data frame: pandas.DataFrame(rows(answer)).set_index(["sex", "age"])["value"].unstack()
