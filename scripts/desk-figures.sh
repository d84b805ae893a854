#!/usr/bin/env bash
# Follows every link of a desk over the written stories, pages its lists while reports come in, asks for pages 50 times a second meanwhile, starts over a
# store of a million reports, and weighs the page of a large story; writes bench/results/desk.tsv. Parts may be named: scripts/desk-figures.sh quick,grown.
# Needs the benchmark data (TWOSOURCE_BENCH) and 3 GB in the temporary folder; takes some thirty minutes. Times need a machine that does nothing else.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$here"
. scripts/jdk.sh
find_jdk
./twosource --version # built, with the archive of loaded classes that a user has
mvn -o -q -B -ntp -pl core,app -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=DeskFiguresTest \
  -Ddesk=on -Ddesk.program="$here/twosource" -Ddesk.parts="${1:-crawled,paged,quick,grown,large}" -Ddesk.out="$here/bench/results/desk.tsv" test
