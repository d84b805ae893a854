#!/usr/bin/env bash
# Measures what one report costs that arrives by itself at stores of 2,000, 4,000 ... generated reports, of which one in ten has no date, and writes
# bench/results/arrival.tsv: ./scripts/arrival-figures.sh [REPORTS]. Sixteen thousand (17000) take half an hour on an idle core.
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
