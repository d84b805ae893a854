#!/usr/bin/env bash
# Writes the committed figures as the table docs/figures.md: ./scripts/figures.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
{
  echo '# Figures'
  echo
  echo 'Written from `bench/results` by `./scripts/figures.sh`: every figure that has a target, measured by `./build bench` on labelled data'
  echo 'that lies outside the repository. What is only shown stands in the files of the suites.'
  echo
  echo '| suite | figure | value | target | |'
  echo '|---|---|---|---|---|'
  for file in bench/results/*.tsv; do
    awk -F '\t' -v suite="$(basename "$file" .tsv)" 'NR > 1 && $3 != "" { printf "| %s | %s | %.3f | %.3f | %s |\n", suite, $1, $2, $3, ($4 == "yes" ? "" : "missed") }' "$file"
  done
} > docs/figures.md
