#!/usr/bin/env bash
# Makes the tables of large samples and files under benchmarks/results: benchmarks/run.sh [micro|compare|all|engines], all by default. Nothing else should run meanwhile.
#   micro    the Large*Benchmarks of BenchmarkDotNet, each question in a table of its own
#   compare  the same tasks here, in R survey and in DuckDB in one sitting: large.md
#   engines  surveys of 3,000,000 and 30,000,000 rows in three servers of ClickHouse and of PostgreSQL, in DuckDB and in files: engines.md.
#            It is no part of all: it needs clickhouse-server and postgresql, 15 GB for files and half an hour.
# SURVEY_BENCHMARK_ROWS    rows of a sample; by default 10000000. With fewer, results go to the folder of temporary files, as they are no results.
# SURVEY_ENGINES_ROWS      rows of the surveys in databases, the fewest first; by default "3000000 30000000"
# SURVEY_BENCHMARK_FOLDER  where large files are made and removed; up to 13 GB should be free for 10000000 rows
# SURVEY_LIB               an R library that holds another version of survey, such as 4.5
# The targets are for two processors; on a larger machine run: taskset -c 0,1 benchmarks/run.sh
# Needs Rscript with survey, node with npm (DuckDB goes to benchmarks/compare/.cache), and time.
set -euo pipefail
cd "$(dirname "$0")/.."
part=${1:-all}
case $part in micro|compare|all|engines) ;; *) echo "There is no part '$part'; parts are micro, compare, all and engines." >&2; exit 2;; esac

results=benchmarks/results
if [ "${SURVEY_BENCHMARK_ROWS:-10000000}" != 10000000 ]; then results=$(mktemp -d); fi
if [ "$part" = engines ]; then
  read -ra sizes <<< "${SURVEY_ENGINES_ROWS:-3000000 30000000}"
  if [ "${sizes[*]}" != "3000000 30000000" ]; then results=$(mktemp -d); fi
  dotnet build -c Release benchmarks/Survey.Engines.Benchmarks -v q --nologo | (grep error || true)
  dotnet benchmarks/Survey.Engines.Benchmarks/bin/Release/net10.0/Survey.Engines.Benchmarks.dll "$results/engines.md" "${sizes[@]}"
  echo "The table is $results/engines.md; what is written below it was of the table before, so look whether it still holds."
  exit
fi
dotnet build -c Release Survey.sln -v q --nologo | (grep error || true)
benchmarks=benchmarks/Survey.Benchmarks/bin/Release/net10.0/Survey.Benchmarks.dll

if [ "$part" != compare ]; then
  artifacts=$(mktemp -d); trap 'rm -rf "$artifacts"' EXIT
  dotnet $benchmarks --filter '*Large*' --buildTimeout 600 --artifacts "$artifacts"
  for table in "$artifacts"/results/*-report-github.md; do
    name=$(basename "$table" -report-github.md)
    cp "$table" "$results/${name##*.}.md"
  done
fi

if [ "$part" != micro ]; then
  cache=benchmarks/compare/.cache
  binding=$PWD/$cache/node_modules/@duckdb/node-bindings-linux-x64/duckdb.node
  [ -e "$binding" ] || (mkdir -p $cache && npm install --silent --no-save --prefix $cache @duckdb/node-bindings-linux-x64@1.5.6-r.1)
  dotnet $benchmarks large src/Survey.Cli/bin/Release/net10.0/Survey.Cli.dll "$binding" benchmarks/compare "$results/large.md"
fi
echo "The tables are in $results."
