#!/usr/bin/env bash
# What a user waits for the clean tables of a study, beside a floor and R, which only reads the files. Run by hand: benchmarks/compare/intake.sh
# Each is a fresh process, three times. R needs the packages readxl and data.table.
set -eu
cd "$(dirname "$0")/../.."
exports=$(mktemp -d); trap 'rm -rf "$exports"' EXIT
dotnet build -c Release Survey.sln -v q --nologo | (grep error || true)
dotnet run -c Release --no-build --project benchmarks/Survey.Benchmarks -- exports "$exports" >/dev/null
survey=src/Survey.Cli/bin/Release/net10.0/Survey.Cli.dll

measure() { name=$1; shift; for k in 1 2 3; do /usr/bin/time -f "$name %e s %M KiB" bash -c "$1" >/dev/null; done; }

books=$exports/workbooks/数据/2023 csv=$(ls "$exports"/csv/数据/*.csv)
measure "workbooks: unzip" "for f in $books/*.xlsx; do unzip -p \$f 'xl/worksheets/*'; done"
measure "workbooks: survey check" "dotnet $survey check --only-data $exports/workbooks/study.yaml"
measure "workbooks: R readxl" "Rscript -e 'library(readxl); for (f in list.files(\"$books\", full.names = TRUE)) read_excel(f, sheet = \"调查数据\", skip = 1, col_types = \"text\")'"
measure "csv: iconv" "iconv -f gb18030 -t utf-8 $csv"
measure "csv: survey check" "dotnet $survey check --only-data $exports/csv/study.yaml"
measure "csv: R fread" "iconv -f gb18030 -t utf-8 $csv > $exports/utf8.csv; Rscript -e 'data.table::fread(\"$exports/utf8.csv\", colClasses = \"character\")'"
