#!/usr/bin/env bash
# Measures the archive on generated streams and writes bench/results/archive.tsv: ./scripts/archive-figures.sh [PART...]
#   same     the answer of one process and of 1, 2, 7 and 64 tasks, in order and shuffled; what it is worth against the generator's truth
#   cost     CPU a report at ten and a hundred thousand reports, Spark's start aside, against one process
#   kill     an executor killed in every stage, on a master and two workers on this machine; the driver killed in every stage and resumed
#   workers  two workers against one; more on paper, from what the tasks took
#   skew     a phrase in three reports of ten, one sequence in every report, one text in a third of all
#   peer     another program on the same reports, where TRIAL_PEER names a command that takes a folder of JSON Lines and one to write
#   jars     what ./build cluster makes
# A part replaces its own figures and leaves the others. Times are CPU seconds (user + system), elapsed only where it says so.
# TRIAL_FOLDER (default /tmp/twosource-archive) takes the files; TRIAL_LARGE (default 100000) is the larger stream; TRIAL_TASKS
# (default "1 2 7 64") and TRIAL_SKEW (default "plain phrase sequence copies") choose runs; with TRIAL_KEEP=1 nothing is built again. All parts take
# some two hours on two idle cores.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$here"
. scripts/jdk.sh
find_jdk
work=${TRIAL_FOLDER:-/tmp/twosource-archive}
large=${TRIAL_LARGE:-100000}
small=10000
killed=2000 # reports of the runs in which processes are killed: a stage has to take as long as an executor needs to start
seed=3
java="$JAVA_HOME/bin/java"
mkdir -p "$work"
parts=("$@")
[ $# -gt 0 ] || parts=(jars cost same kill skew workers)

# jars are copied, so that the tree can be worked on meanwhile
prepare() {
  ./build cluster >/dev/null
  mvn -B -ntp -q -pl archive -am -DskipTests test-compile
  rm -rf "$work/lib" "$work/trial"
  mkdir -p "$work/lib" "$work/trial"
  cp archive/target/twosource-archive-*-words.jar "$work/lib/words.jar"
  cp archive/target/twosource-archive-*-with-model.jar "$work/lib/with-model.jar"
  cp archive/target/twosource-archive-0.1.0.jar core/target/twosource-core-0.1.0.jar "$work/lib"
  cp -r archive/target/test-classes bench/target/classes "$work/trial"
  sed "s|[^:]*/twosource-core-[^:]*\.jar|$work/lib/twosource-core-0.1.0.jar|" archive/target/classpath >"$work/classpath"
  if [ ! -d "$work/spark/jars" ]; then # Spark as a cluster has it, nothing of ours beside it
    mkdir -p "$work/spark"
    version=$(sed -n 's|.*<spark.version>\(.*\)</spark.version>.*|\1|p' archive/pom.xml)
    cat >"$work/spark/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>trial</groupId><artifactId>spark</artifactId><version>1</version>
<dependencies><dependency><groupId>org.apache.spark</groupId><artifactId>spark-sql_2.13</artifactId><version>$version</version>
<exclusions><exclusion><groupId>org.rocksdb</groupId><artifactId>rocksdbjni</artifactId></exclusion></exclusions></dependency></dependencies></project>
POM
    mvn -B -ntp -q -f "$work/spark/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies -DoutputDirectory="$work/spark/jars"
  fi
}

launch=(@"$here/archive/jvm.options" --enable-native-access=ALL-UNNAMED)

archive() { # as ./twosource archive does; HEAP and MORE change the machine
  # shellcheck disable=SC2086
  "$java" "${launch[@]}" -Xmx${HEAP:-4g} ${MORE:-} -cp "$work/lib/twosource-archive-0.1.0.jar:$(cat "$work/classpath")" \
    org.twosource.archive.Main "$@"
}

trial() {
  # shellcheck disable=SC2086
  "$java" "${launch[@]}" -Xmx${HEAP:-6g} -cp "$work/trial/test-classes:$work/trial/classes:$work/lib/twosource-archive-0.1.0.jar:$(cat "$work/classpath")" \
    org.twosource.archive.ArchiveTrial "$@"
}

cpu() { # seconds that a command takes, user and system; what it prints goes to the log
  local TIMEFORMAT='%U %S'
  { time "$@" >>"$work/log" 2>&1; } 2>&1 | awk 'END { print $1 + $2 }'
}

figure() { # metric, value, target or nothing, whether higher is better (+) or lower (-)
  local reached=
  [ -z "${3:-}" ] || reached=$(awk -v v="$2" -v t="$3" -v how="${4:--}" 'BEGIN { print (how == "+" ? v >= t : v <= t) ? "yes" : "no" }')
  local line
  line=$(printf '%s\t%s\t%s\t%s\t' "$1" "$2" "${3:-}" "$reached")
  echo "$line"
  local file=${TRIAL_RESULTS:-bench/results/archive.tsv}
  [ -f $file ] || printf 'metric\tvalue\ttarget\treached\tfloor\n' >$file
  awk -F '\t' -v metric="$1" -v line="$line" '$1 == metric { print line; done = 1; next } { print } END { if (!done) print line }' $file >"$work/table"
  cp "$work/table" $file
}

over() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.4f", a / b }'; }

stream() { # size, files, shuffle: the folder
  local folder="$work/in-$1-$2-$3"
  [ -d "$folder" ] || { HEAP=4g trial stream "$1" $seed "$folder.part" "$2" "$3" && mv "$folder.part" "$folder"; }
  echo "$folder"
}

truth() {
  [ -f "$work/truth-$1" ] || trial truth "$1" $seed "$work/truth-$1"
  echo "$work/truth-$1"
}

# one process and Spark, timed where they are first run
process() { # size: the digest; CPU seconds into a file
  if [ ! -f "$work/process-$1" ]; then
    HEAP=10g cpu trial process "$(stream "$1" 2 0)" >"$work/process-$1.cpu"
    tail -n 1 "$work/log" >"$work/process-$1"
  fi
  cat "$work/process-$1"
}

same() {
  for size in $small $large; do
    local expected differ=0 runs=0
    expected=$(process "$size")
    while read -r partitions files shuffle indexes; do
      case " ${TRIAL_TASKS:-1 2 7 64} " in *" $partitions "*) ;; *) continue ;; esac
      local out="$work/out-$size-$partitions"
      if [ ! -f "$out.answer" ]; then
        archive "$(stream "$size" "$files" "$shuffle")" "$out" --master 'local[2]' --partitions "$partitions" --indexes "$indexes" --format parquet,jsonl --quiet
        trial answer "$out" >"$out.answer"
      fi
      runs=$((runs + 1))
      echo "$size reports, $partitions tasks, $files files, shuffle $shuffle, $indexes indexes: $(cat "$out.answer")"
      [ "$(cat "$out.answer")" = "$expected" ] || differ=$((differ + 1))
    done <<RUNS
7 5 2 3
2 2 0 1
64 16 4 2
1 1 0 1
RUNS
    figure "runs of different numbers of tasks, in order and shuffled, $size reports" $runs
    figure "of these, answers that differ from that of one process, $size reports" $differ 0
    local parents
    read -ra parents <<<"$(trial parents "$(truth "$size")" "$work/out-$size-7")"
    figure "true parents in one family or linked, $size reports" "${parents[0]}" .97 +
    figure "derivations and reprints of one original, $size reports" "${parents[1]}" .95 +
    figure "pairs in one family of one original, $size reports" "${parents[2]}"
  done
}

cost() {
  local start_spark start_process each=()
  start_spark=$(cpu archive "$(stream 100 1 0)" "$work/out-start" --master 'local[2]' --quiet)
  start_process=$(HEAP=10g cpu trial process "$(stream 100 1 0)")
  for size in $small $large; do
    local spark one out="$work/out-$size-2"
    process "$size" >/dev/null
    rm -rf "$out" "$out.answer"
    spark=$(cpu archive "$(stream "$size" 2 0)" "$out" --master 'local[2]' --partitions 2 --quiet)
    # the lines, for comparing the answer, are not part of the cost
    archive "$(stream "$size" 2 0)" "$out" --master 'local[2]' --partitions 2 --resume --format parquet,jsonl --quiet
    trial answer "$out" >"$out.answer"
    spark=$(each_report "$spark" "$start_spark" "$size")
    one=$(each_report "$(cat "$work/process-$size.cpu")" "$start_process" "$size")
    figure "CPU milliseconds a report on Spark, local[2], start aside, $size reports" "$spark"
    figure "CPU milliseconds a report in one process, start aside, $size reports" "$one"
    figure "CPU a report on Spark, multiple of one process, $size reports" "$(over "$spark" "$one")" 2
    each+=("$spark")
  done
  figure "CPU growth exponent on Spark, $small to $large reports" \
    "$(awk -v a="${each[0]}" -v b="${each[1]}" -v r="$(over "$large" "$small")" 'BEGIN { printf "%.4f", 1 + log(b / a) / log(r) }')" 1.08
}

each_report() { # all, start, reports: milliseconds
  awk -v all="$1" -v start="$2" -v n="$3" 'BEGIN { printf "%.3f", 1000 * (all - start) / n }'
}

running=() # processes of the cluster, by id
master=spark://127.0.0.1:17077
cluster() { # workers, of one core each
  "$java" "${launch[@]}" -Xmx512m -cp "$work/spark/jars/*" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 17077 --webui-port 0 >>"$work/log" 2>&1 &
  running=($!)
  for ((number = 1; number <= $1; number++)); do
    SPARK_HOME="$work/spark" SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 "$java" "${launch[@]}" -Xmx512m -cp "$work/spark/jars/*" org.apache.spark.deploy.worker.Worker \
      --host 127.0.0.1 --cores 1 --memory 3g --webui-port 0 --work-dir "$work/worker-$number" $master >>"$work/log" 2>&1 &
    running+=($!)
  done
}
cluster_down() {
  [ ${#running[@]} = 0 ] || kill "${running[@]}" 2>/dev/null || true
  wait || true
  running=()
  rm -rf "$work"/worker-*
}
trap cluster_down EXIT

submit() { # as spark-submit does, with the jar of ./build cluster
  SPARK_HOME="$work/spark" SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 exec "$java" "${launch[@]}" -Xmx2g -cp "$work/spark/jars/*" org.apache.spark.deploy.SparkSubmit \
    --master $master --conf spark.driver.host=127.0.0.1 --conf spark.shuffle.io.retryWait=1s --conf spark.executor.memory=2g --conf spark.executor.cores=1 \
    --class org.twosource.archive.Main "$work/lib/words.jar" "$@"
}

begun() { (cat "$@" 2>/dev/null || true) | sed -n 's/^twosource: \([a-z/]*\); .*/\1/p' | sort -u | wc -l; } # stages that runs have begun

executor_kills() {
  local expected in out="$work/out-killed" stages=0 kills=0
  expected=$(process $killed)
  in=$(stream $killed 2 0)
  rm -rf "$out"
  cluster 2
  submit "$in" "$out" --partitions 7 --indexes 2 --format parquet,jsonl 2>"$work/killed.log" &
  local driver=$!
  while kill -0 $driver 2>/dev/null; do
    if [ "$(begun "$work/killed.log")" -gt $stages ]; then
      stages=$((stages + 1)) # one kill a stage, the workers in turn
      sleep 0.5
      local victim
      victim=$(pgrep -P "${running[$((1 + stages % 2))]}" | head -n 1 || true)
      if [ -n "$victim" ] && kill -9 "$victim" 2>/dev/null; then kills=$((kills + 1)); fi
    fi
    sleep 0.1
  done
  local differs=1
  if wait $driver && [ "$(trial answer "$out")" = "$expected" ]; then differs=0; fi
  cluster_down
  figure "executors killed, one in each of the stages of a run, $killed reports" $kills
  figure "stages of that run" "$(begun "$work/killed.log")"
  figure "answers that differ after executors were killed" $differs 0
}

driver_kills() {
  local expected in out="$work/out-resumed" kills=0 differs=1
  expected=$(process $killed)
  in=$(stream $killed 2 0)
  rm -rf "$out"
  : >"$work/resumed.log"
  while true; do
    local stages run
    stages=$(begun "$work/resumed.log")
    run=$work/resumed-$kills.log
    "$java" "${launch[@]}" -Xmx3g -cp "$work/lib/twosource-archive-0.1.0.jar:$(cat "$work/classpath")" org.twosource.archive.Main \
      "$in" "$out" --master 'local[2]' --partitions 7 --indexes 2 --format parquet,jsonl --resume 2>"$run" &
    local driver=$!
    while kill -0 $driver 2>/dev/null && [ "$(begun "$work/resumed.log" "$run")" -le "$stages" ]; do sleep 0.1; done
    sleep 0.5
    if kill -9 $driver 2>/dev/null; then
      kills=$((kills + 1))
      wait $driver 2>/dev/null || true
      cat "$run" >>"$work/resumed.log"
    else
      break
    fi
  done
  if [ "$(trial answer "$out")" = "$expected" ]; then differs=0; fi
  figure "drivers killed, one in each stage, and resumed, $killed reports" $kills
  figure "answers that differ after drivers were killed" $differs 0
}

kill_all() {
  executor_kills
  driver_kills
}

elapsed() { # seconds
  local TIMEFORMAT=%R
  { time "$@" >>"$work/log" 2>&1; } 2>&1 | tail -n 1
}

submitted() { (submit "$@"); }

workers() {
  local in one two
  in=$(stream $small 2 0)
  echo "elapsed times: the load of the machine before is $(cut -d ' ' -f 1 /proc/loadavg), which has to be below .3"
  cluster 1
  one=$(elapsed submitted "$in" "$work/out-workers" --partitions 8 --quiet)
  cluster_down
  cluster 2
  two=$(elapsed submitted "$in" "$work/out-workers" --partitions 8 --quiet)
  cluster_down
  figure "elapsed, one worker over two, $small reports" "$(over "$one" "$two")" 1.7 +
  rm -rf "$work/events"
  mkdir -p "$work/events"
  MORE="-Dspark.eventLog.enabled=true -Dspark.eventLog.compress=false -Dspark.eventLog.dir=file://$work/events" \
    archive "$(stream "$large" 2 0)" "$work/out-workers" --master 'local[2]' --partitions 24 --indexes 8 --quiet
  for number in 2 8; do
    figure "on paper: CPU of all tasks over that of the busiest of $number executors, $large reports" "$(trial share "$work/events" $number)"
  done
}

skew() {
  local size=30000
  for kind in ${TRIAL_SKEW:-plain phrase sequence copies}; do
    local in="$work/in-skew-$kind" out="$work/out-skew" used
    [ -d "$in" ] || { trial skewed $size $seed "$in.part" $kind && mv "$in.part" "$in"; }
    rm -rf "$work/events-$kind" "$out"
    mkdir -p "$work/events-$kind"
    HEAP=2g MORE="-Dspark.eventLog.enabled=true -Dspark.eventLog.compress=false -Dspark.eventLog.dir=file://$work/events-$kind" \
      archive "$in" "$out" --master 'local[2]' --partitions 16 --quiet
    trial tasks "$work/events-$kind" >"$work/tasks-$kind"
    [ -f "$out/metrics.json" ] || { echo "$kind: no answer with 2 GB" >&2; tail -n 5 "$work/log" >&2; continue; }
    used=$(all_tasks $kind)
    if [ $kind = plain ]; then
      figure "plain stream of $size reports, heap of 2 GB: CPU seconds of all tasks" "$used"
    else
      figure "skew, $kind: CPU of all tasks, multiple of a plain stream of as many reports, heap of 2 GB" "$(over "$used" "$(all_tasks plain)")" 1.3
    fi
    figure "skew, $kind: CPU of the longest task that aligns stories, multiple of the median" "$(trial longest "$work/events-$kind" work/copying)" 3
    figure "skew, $kind: share of the CPU of all tasks that the longest one has that places a block into stories" "$(trial part "$work/events-$kind" work/stories)"
  done
}

all_tasks() { awk '{ all += $1 } END { print all }' "$work/tasks-$1"; }

peer() {
  local size=2000 ours theirs
  if [ -z "${TRIAL_PEER:-}" ]; then
    echo "peer: TRIAL_PEER names no command" >&2
    return
  fi
  rm -rf "$work"/peer-*
  # shellcheck disable=SC2086
  theirs=$(each_report "$(cpu $TRIAL_PEER "$(stream $size 2 0)" "$work/peer-all")" "$(cpu $TRIAL_PEER "$(stream 100 1 0)" "$work/peer-start")" $size)
  ours=$(each_report "$(cpu archive "$(stream $size 2 0)" "$work/out-peer" --master 'local[2]' --partitions 4 --quiet)" \
    "$(cpu archive "$(stream 100 1 0)" "$work/out-start" --master 'local[2]' --partitions 4 --quiet)" $size)
  figure "CPU milliseconds a report on Spark, start aside, $size reports" "$ours"
  figure "CPU milliseconds a report of passim 1.0, pairwise, start aside, $size reports" "$theirs"
  figure "reports a core, multiple of passim 1.0, $size reports" "$(over "$theirs" "$ours")" 20 +
}

jars() {
  figure 'jar without model, MB' "$(megabytes "$work/lib/words.jar")" 15
  figure 'jar with model, MB' "$(megabytes "$work/lib/with-model.jar")" 150
}
megabytes() { wc -c <"$1" | awk '{ printf "%.1f", $1 / 1e6 }'; }

for part in "${parts[@]}"; do
  case $part in same | cost | kill | workers | skew | peer | jars) ;; *) echo "no such part: $part" >&2; exit 64 ;; esac
done
[ -n "${TRIAL_KEEP:-}" ] || prepare
for part in "${parts[@]}"; do
  case $part in kill) kill_all ;; *) "$part" ;; esac
done
