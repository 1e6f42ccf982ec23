#!/usr/bin/env bash
# What a user waits for a sample of two stages from a frame of 20 million households, beside a floor and R. Run by hand: benchmarks/compare/sampling.sh
# Each is a fresh process, three times. R needs the package data.table and reads the frame into memory.
set -eu
cd "$(dirname "$0")/../.."
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
dotnet build -c Release Survey.sln -v q --nologo | (grep error || true)
frame=$folder/frame.csv
dotnet run -c Release --no-build --project benchmarks/Survey.Benchmarks -- frame "$frame" "${1:-20000000}"
survey=src/Survey.Cli/bin/Release/net10.0/Survey.Cli.dll
ls -l "$frame" | awk '{ print $5, "bytes" }'

measure() { name=$1; shift; for k in 1 2 3; do /usr/bin/time -f "$name %e s %M KiB" bash -c "$1" >/dev/null; done; }

measure "read twice: wc -l" "wc -l $frame; wc -l $frame"
measure "survey sample" "dotnet $survey sample $frame --stage village --within county --draw 2 --method systematic --size-rows --stage household --draw 55 --seed 20230904 --out $folder/drawn.csv"
measure "R data.table" "Rscript benchmarks/compare/sampling.R $frame $folder/drawn-r.csv"
