package org.twosource.reuse;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.twosource.text.Text;

/**
 * An inverted index over a quarter of the word 4-grams of body prose, chosen by their hash, so that
 * the same sequence is chosen in every report.
 *
 * <p>A gram weighs {@code 1 - ln(df) / ln(reports + 1)}: 1 when a single report has it, near 0 when
 * many have. The score is containment: the weight of the shared grams over the weight of all grams
 * of the report that has less. (Containment rather than Jaccard: a cut of a long text shares all of
 * itself. MinHash at its usual thresholds misses half of such parents.)
 *
 * <p>What is found depends on the reports added before and on their order, and on nothing else:
 * weights are whole numbers, and of two candidates as near the earlier comes first. Added in the
 * order of {@link org.twosource.text.PublicationOrder}, the same reports give the same candidates
 * however they were handed over, and a distributed sort by gram and order gives them too.
 *
 * <p>A gram remembers the {@value SharedGrams#MAX_REPORTS} latest reports that have it, and only
 * the number of all: a phrase that everybody prints, a text printed by 500 outlets at once, or one
 * gram shared with everybody each cost at most that many steps. Of every report the index keeps its
 * id and three numbers, of every gram 8 bytes of table (some 13 with its free room) and, when
 * several reports have it, a block of their numbers. Everything lies in primitive arrays, sixteen
 * tables that grow one at a time.
 */
public final class SampledNgramIndex implements CandidateIndex {
  /** What the saved form is called, and its version. */
  private static final String SAVED = "candidate index";

  private static final int FORM = 1;

  private final SharedGrams shared;
  private final SampledNgrams ngrams = new SampledNgrams();
  private final CandidateRanking ranking = new CandidateRanking();
  private final List<String> ids = new ArrayList<>();
  private int[] weights = new int[1024];
  private @Nullable Text read;
  private int gramCount;

  public SampledNgramIndex() {
    shared = new SharedGrams();
  }

  /**
   * The index that was written.
   *
   * @throws SavedForm.UnreadableException when the bytes are no index, damaged or of a newer form
   */
  public static SampledNgramIndex read(InputStream from) throws IOException {
    return SavedForm.read(from, SAVED, FORM, SampledNgramIndex::new);
  }

  private SampledNgramIndex(DataInputStream in) throws IOException {
    int reports = in.readInt();
    for (int at = 0; at < reports; at++) {
      ids.add(SavedForm.text(in));
    }
    weights = Arrays.copyOf(SavedForm.ints(in), Math.max(weights.length, reports));
    shared = SharedGrams.read(in, reports);
  }

  @Override
  public void write(OutputStream to) throws IOException {
    SavedForm.write(
        to,
        SAVED,
        FORM,
        out -> {
          out.writeInt(ids.size());
          for (String id : ids) {
            SavedForm.text(out, id);
          }
          SavedForm.ints(out, weights, ids.size());
          shared.write(out);
        });
  }

  @Override
  public int size() {
    return ids.size();
  }

  /** The number of postings looked at so far: the work done, for tests and measurements. */
  public long steps() {
    return shared.steps();
  }

  /** The memory of the tables and postings, in bytes; ids not counted. */
  public long bytes() {
    return shared.bytes() + 4L * weights.length;
  }

  @Override
  public void add(Text text) {
    read(text);
    int report = ids.size();
    ids.add(text.id());
    if (report == weights.length) {
      weights = Arrays.copyOf(weights, report * 2);
    }
    weights[report] = shared.add(ngrams.grams(), gramCount);
  }

  @Override
  public List<Candidate> find(Text text) {
    read(text);
    int met = shared.look(ngrams.grams(), gramCount);
    ranking.begin(shared.all());
    for (int at = 0; at < met; at++) {
      int report = shared.met(at);
      ranking.consider(report, shared.take(at), weights[report]);
    }
    int named = ranking.rank();
    List<Candidate> candidates = new ArrayList<>(named);
    for (int at = 0; at < named; at++) {
      candidates.add(new Candidate(ids.get(ranking.report(at)), ranking.containment(at)));
    }
    return candidates;
  }

  /** A report is looked up and then added: its grams are read once. */
  private void read(Text text) {
    if (read != text) {
      gramCount = ngrams.read(text);
      read = text;
    }
  }
}
