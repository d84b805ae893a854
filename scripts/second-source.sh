#!/usr/bin/env bash
# Lets the reports of written stories come in order of date, compares what a watch for second sources tells with the labels, and writes
# bench/results/second-source.tsv. Needs the benchmark data (TWOSOURCE_BENCH).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$here"
. scripts/jdk.sh
find_jdk
mvn -o -q -B -ntp -pl core,app -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=SecondSourceStreamsTest \
  -Dstreams=on -Dstreams.out="$here/bench/results/second-source.tsv" test
