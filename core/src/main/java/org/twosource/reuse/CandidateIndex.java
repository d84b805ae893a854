package org.twosource.reuse;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.twosource.text.Text;

/**
 * The first look: which of all reports seen so far may share text with one. Cheap, and generous:
 * what it proposes is judged by the {@link Aligner} later. Keeps state; does no I/O but on streams
 * that it is handed; one thread at a time.
 */
public interface CandidateIndex {

  /**
   * The reports in the index that share enough of their rarer word sequences with {@code text},
   * best first, then by arrival. Cost is bounded whatever the number of reports.
   */
  List<Candidate> find(Text text);

  /** Adds a report. The same id twice is two reports. */
  void add(Text text);

  /** Writes the index, so that one that is read from it goes on as if it had never stopped. */
  void write(OutputStream to) throws IOException;

  /** The number of reports added. */
  int size();

  /**
   * A report that may share text.
   *
   * @param report its id
   * @param containment rarity-weighted share of the shorter text's sampled word sequences that the
   *     other has, 0 to 1
   */
  record Candidate(String report, double containment) {}
}
