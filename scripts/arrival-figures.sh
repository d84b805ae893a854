#!/usr/bin/env bash
# Measures what a report costs that arrives with 49 others (what comes in a second) at stores of 2,000, 4,000 ... generated reports, in order and with one in
# ten late and one in ten without a date, and writes bench/results/arrival.tsv: ./scripts/arrival-figures.sh [REPORTS]. Nine thousand take some minutes on an idle core.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$here"
. scripts/jdk.sh
find_jdk
reports=${1:-9000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -o -q -B -ntp -pl archive -am -DskipTests package
"$JAVA_HOME/bin/java" -Xmx3g -cp "archive/target/test-classes:bench/target/classes:$(cat archive/target/classpath)" \
  org.twosource.archive.ArchiveTrial stream "$reports" 3 "$work/in" 1 0
mvn -o -q -B -ntp -pl core,app -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=ArrivalFiguresTest \
  -Darrival="$work/in/part-0.jsonl" -Darrival.out="$here/bench/results/arrival.tsv" test
