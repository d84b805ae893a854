#!/usr/bin/env bash
# Prints the committed figures as the table of the README: ./scripts/figures.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
echo '| suite | figure | value | target | |'
echo '|---|---|---|---|---|'
for file in bench/results/*.tsv; do
  awk -F '\t' -v suite="$(basename "$file" .tsv)" 'NR > 1 && $3 != "" { printf "| %s | %s | %.3f | %.3f | %s |\n", suite, $1, $2, $3, ($4 == "yes" ? "" : "missed") }' "$file"
done
