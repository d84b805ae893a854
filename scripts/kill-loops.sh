#!/usr/bin/env bash
# Kills an import N times at random moments (default 2000) and says what was lost. Twenty loops a store, so that the whole grows evenly.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
loops=${1:-2000}
each=20
cd "$here"
. scripts/jdk.sh
find_jdk
for ((done = 0, seed = 1; done < loops; done += each, seed++)); do
  mvn -o -q -B -ntp -pl core,app -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=KilledImportTest \
    -DargLine="-Xmx2g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dkill.loops=$each -Dkill.seed=$seed" test | grep '^kill loops'
done
