package org.twosource.archive;

import java.util.Optional;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/** What is the same in two readings of one report, and in two prints of one text, as a number. */
final class Contents {
  private Contents() {}

  /** Equal for a report that was read twice, from whatever file. */
  static long of(Report report) {
    long hash = 1;
    for (String part :
        new String[] {
          report.body(),
          report.url().orElse(""),
          report.outlet().orElse(""),
          report.headline().orElse(""),
          report.published().map(PartialDate::iso).orElse(""),
          report.edition().modified().map(PartialDate::iso).orElse("")
        }) {
      for (int at = 0; at < part.length(); at++) {
        hash = mixed(hash, part.charAt(at));
      }
      hash = mixed(hash, -1);
    }
    return hash;
  }

  /** Equal for texts of the same prose in the same order; absent where there is none. */
  static Optional<Long> ofProse(Text text) {
    long hash = 1;
    int words = 0;
    for (Sentence sentence : text.sentences()) {
      if (sentence.part().isProse()) {
        for (int word : sentence.wordHashes()) {
          hash = mixed(hash, word);
          words++;
        }
      }
    }
    return words == 0 ? Optional.empty() : Optional.of(hash);
  }

  private static long mixed(long hash, int next) {
    long mixed = (hash ^ next) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 29;
  }
}
