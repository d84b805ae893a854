package org.twosource.bench.suite.copying;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.twosource.bench.generator.GeneratedReport;
import org.twosource.bench.generator.ReportStream;
import org.twosource.reuse.CandidateIndex.Candidate;
import org.twosource.reuse.SampledNgramIndex;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/**
 * A generated stream led past the candidate index, and what it proposed for each report.
 *
 * <p>A parent counts as found when the parent or another print of the very same prose is proposed:
 * they cannot be told apart by their text. Prints of the minute in which hundreds print one text
 * are left out of the precision, which they would lift.
 */
final class CandidateTrial {
  private final List<GeneratedReport> reports = new ArrayList<>();
  private final Map<String, GeneratedReport> byId = new HashMap<>();
  private final List<Text> texts = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final SampledNgramIndex index = new SampledNgramIndex();
  private final int every;

  /** A report and one that was proposed for it. */
  record Pair(int report, int candidate, double containment) {}

  /**
   * @param every one report in this many is looked at; all are in the index
   */
  CandidateTrial(int size, long seed, int every) {
    this.every = every;
    Map<String, Integer> places = new HashMap<>();
    StandardTextBuilder builder = new StandardTextBuilder();
    for (ReportStream stream = new ReportStream(size, seed); stream.hasNext(); ) {
      GeneratedReport report = stream.next();
      Text text = builder.build(report.report());
      for (Candidate candidate : index.find(text)) {
        if (isLookedAt(reports.size())) {
          pairs.add(
              new Pair(
                  reports.size(),
                  Objects.requireNonNull(places.get(candidate.report())),
                  candidate.containment()));
        }
      }
      index.add(text);
      places.put(text.id(), reports.size());
      reports.add(report);
      texts.add(text);
      byId.put(report.id(), report);
    }
  }

  private boolean isLookedAt(int report) {
    return report % every == 0;
  }

  int size() {
    return reports.size();
  }

  List<Pair> pairs() {
    return pairs;
  }

  GeneratedReport report(int at) {
    return reports.get(at);
  }

  Text text(int at) {
    return texts.get(at);
  }

  boolean isTrue(Pair pair) {
    return reports.get(pair.report()).isRelatedTo(reports.get(pair.candidate()));
  }

  long bytesPerReport() {
    return index.bytes() / reports.size();
  }

  double stepsPerReport() {
    return index.steps() / (double) reports.size();
  }

  /** The share of the accepted pairs that have text from a common original. */
  double precision(Predicate<Pair> accepted) {
    long all = 0;
    long right = 0;
    for (Pair pair : pairs) {
      if (accepted.test(pair) && reports.get(pair.report()).kind() != GeneratedReport.Kind.BURST) {
        all++;
        right += isTrue(pair) ? 1 : 0;
      }
    }
    return all == 0 ? 1 : right / (double) all;
  }

  /**
   * The share of the parents of reports of {@code kinds} that are found.
   *
   * @param exactly whether another print of the same prose does not count
   */
  double recall(Set<GeneratedReport.Kind> kinds, boolean exactly, Predicate<Pair> accepted) {
    List<Set<String>> found = new ArrayList<>();
    List<Set<Integer>> foundProse = new ArrayList<>();
    for (int at = 0; at < reports.size(); at++) {
      found.add(new HashSet<>());
      foundProse.add(new HashSet<>());
    }
    for (Pair pair : pairs) {
      if (accepted.test(pair)) {
        GeneratedReport candidate = reports.get(pair.candidate());
        found.get(pair.report()).add(candidate.id());
        foundProse.get(pair.report()).add(candidate.prose());
      }
    }
    long all = 0;
    long right = 0;
    for (int at = 0; at < reports.size(); at++) {
      if (!isLookedAt(at) || !kinds.contains(reports.get(at).kind())) {
        continue;
      }
      for (String parent : reports.get(at).parents()) {
        all++;
        boolean isFound =
            found.get(at).contains(parent)
                || !exactly
                    && foundProse
                        .get(at)
                        .contains(Objects.requireNonNull(byId.get(parent)).prose());
        right += isFound ? 1 : 0;
      }
    }
    return all == 0 ? 1 : right / (double) all;
  }
}
