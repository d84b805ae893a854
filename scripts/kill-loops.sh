#!/usr/bin/env bash
# Kills an import N times at random moments (default 2000), and M times into PostgreSQL (default 50), says what was lost, and writes
# bench/results/durability.tsv.
# Twenty loops a store, so that the whole grows evenly. The tree is compiled once; then each store is one run of KilledImportTest.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
loops=${1:-2000}
postgresql=${2:-50}
each=20
cd "$here"
. scripts/jdk.sh
find_jdk
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
table() { # metric, value, target of all lines so far; lines of PostgreSQL begin with its name
  awk 'BEGIN { OFS = "\t" }
    /^PostgreSQL/ { gsub(",", ""); for (i = 1; i < NF; i++) { key = $i; if (key == "loops") pl += $(i + 1); if (key == "acknowledged") pk += $(i + 1)
        if (key == "lost") px += $(i + 1); if (key == "twice") pt += $(i + 1); if (key == "wrong") pw += $(i + 1) } next }
    { gsub(",", ""); for (i = 1; i < NF; i++) { key = $i; if (key == "loops") loops += $(i + 1); if (key == "killed") killed += $(i + 1)
        if (key == "acknowledged") known += $(i + 1); if (key == "receipts") receipts += $(i + 1)
        if (key == "lost") lost += $(i + 1); if (key == "twice") twice += $(i + 1); if (key == "wrong") wrong += $(i + 1) } }
    END { print "metric", "value", "target", "reached", "floor"
      print "imports begun", loops, "", "", ""
      print "of these killed while they ran", killed, "", "", ""
      print "inputs acknowledged before the last run", known, "", "", ""
      print "receipts at the end", receipts, "", "", ""
      print "acknowledged and lost", lost, 0, lost == 0 ? "yes" : "no", ""
      print "stored twice", twice, 0, twice == 0 ? "yes" : "no", ""
      print "stores whose receipts do not add up", wrong, 0, wrong == 0 ? "yes" : "no", ""
      if (pl > 0) {
        print "PostgreSQL: imports begun", pl, "", "", ""
        print "PostgreSQL: inputs acknowledged before the last run", pk, "", "", ""
        print "PostgreSQL: lost, twice, wrong", px + pt + pw, 0, px + pt + pw == 0 ? "yes" : "no", ""
      } }' "$lines"
}
killed() { # test, properties
  mvn -o -q -B -ntp -pl core,app -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest="KilledImportTest#$1" "${@:2}" test |
    grep -oE '(PostgreSQL )?kill loops.*' | tee -a "$lines" # Maven may colour the line
  table >bench/results/durability.tsv
}
for ((done = 0, seed = 1; done < postgresql; done += each, seed++)); do
  killed nothingIsLostOnPostgresqlEither -Dkill.loops.postgresql=$each -Dkill.seed=$seed
done
for ((done = 0, seed = 1; done < loops; done += each, seed++)); do
  killed nothingAcknowledgedIsLostAndNothingIsStoredTwice -Dkill.loops=$each -Dkill.seed=$seed
done
