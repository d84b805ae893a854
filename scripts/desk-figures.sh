#!/usr/bin/env bash
# Follows every link of a desk over the written stories, pages its lists while reports come in, and weighs the page of a large story; writes
# bench/results/desk.tsv. Needs the benchmark data (TWOSOURCE_BENCH); takes some twenty minutes.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$here"
. scripts/jdk.sh
find_jdk
mvn -o -q -B -ntp -pl core,app -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=DeskFiguresTest \
  -Ddesk=on -Ddesk.out="$here/bench/results/desk.tsv" test
