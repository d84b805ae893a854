#!/usr/bin/env bash
# Shares of branches that the tests of core and the golden cases take, from the report of ./build coverage:
# ./scripts/coverage.sh [--commit]   (--commit writes bench/results/coverage.tsv)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
report=core/target/site/jacoco/jacoco.csv
[ -f "$report" ] || { echo "no $report: run ./build coverage" >&2; exit 66; }

share() { # name, pattern of packages, target, floor
  awk -F, -v name="$1" -v packages="$2" -v target="$3" -v floor="$4" '
    NR > 1 && $2 ~ packages { missed += $6; covered += $7 }
    END {
      value = covered + missed ? covered / (covered + missed) : 0
      reached = target == "" ? "" : value >= target ? "yes" : "no"
      printf "%s\t%.4f\t%s\t%s\t%s\n", name, value, target == "" ? "" : sprintf("%.4f", target), reached, floor
    }' "$report"
}

table() {
  printf 'metric\tvalue\ttarget\treached\tfloor\n'
  share 'branches covered: readers of formats' '^org[.]twosource[.]report[.]format([.]|$)' .85 '0.48 (0.1.0)'
  share 'branches covered: rules (claim, distortion, annotate, timeline)' '^org[.]twosource[.](claim|distortion|annotate|timeline)([.]|$)' .85 '0.77 (0.1.0)'
  for package in report text annotate reuse story lineage distortion timeline claim brief; do
    share "branches covered: $package" "^org[.]twosource[.]$package([.]|\$)" '' ''
  done
}

table | tee core/target/coverage.tsv
awk -F, 'NR > 1 && $6 > 9 { print $6 "\t" $2 "." $3 }' "$report" | sort -rn | head -30 | sed 's/^/branches missed: /' >&2
case " $* " in
  *" --commit "*)
    cp core/target/coverage.tsv bench/results/coverage.tsv
    ./scripts/figures.sh
    ;;
esac
