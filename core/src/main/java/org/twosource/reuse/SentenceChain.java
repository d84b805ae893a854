package org.twosource.reuse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.text.Part;
import org.twosource.text.Sentence;

/**
 * The sentences of two reports beside each other in one sequence, by their vectors alone: what is
 * left of a copy when every sentence was reworded. A copy has nearly all that its source has, in
 * the same order, and little of its own; of two independent reports of one event some sentences
 * have a counterpart, and few of them in the same order.
 *
 * <p>The chain with the greatest sum of (likeness - {@value #MIN_LIKENESS}) over its links, by
 * dynamic programming as in Gale and Church (1993), "A program for aligning sentences in bilingual
 * corpora": one sentence to one, one to as many as {@value #MOST}, as many to one; sentences
 * without a counterpart cost nothing. The likeness of several sentences to one is that of the sum
 * of their vectors, each with its words for weight, less {@value #COST_OF_ONE_MORE} for each beyond
 * the first.
 *
 * @param links in the order of both reports
 * @param ofA share of the first report's words of prose that stand in the chain, 0 to 1
 * @param ofB likewise for the second
 * @param sentencesOfA how many sentences of prose the first report has
 * @param sentencesOfB likewise for the second
 */
public record SentenceChain(
    List<Link> links, double ofA, double ofB, int sentencesOfA, int sentencesOfB) {

  /** Cosine below which two sentences are not put together. */
  static final double MIN_LIKENESS = .45;

  /** The same in a chain that is known to be a copy: the order speaks for it. */
  static final double MIN_LIKENESS_IN_COPY = .3;

  /** Sentences of one report that one of the other may stand for. */
  static final int MOST = 4;

  static final double COST_OF_ONE_MORE = .08;

  /** Each of several sentences must be as like as the whole less this. */
  private static final double SLACK = .15;

  /** So many links that were not found stand beside those that were; see the notes. */
  private static final double UNSEEN = 4;

  /** Shorter lines are no statements. */
  private static final int MIN_WORDS = 4;

  /** Of a longer report only so many sentences are looked at. */
  private static final int MAX_SENTENCES = 120;

  /** Nothing in common, or nothing known. */
  public static final SentenceChain NONE = new SentenceChain(List.of(), 0, 0, 0, 0);

  public SentenceChain {
    links = List.copyOf(links);
  }

  /**
   * Sentences that stand for each other.
   *
   * @param a places in the first report, consecutive but for lines that are no prose
   * @param b likewise in the second
   * @param likeness cosine, -1 to 1
   */
  public record Link(List<Integer> a, List<Integer> b, double likeness) {
    public Link {
      a = List.copyOf(a);
      b = List.copyOf(b);
    }
  }

  /** The chain of two reports; {@link #NONE} where one has no vectors. */
  public static SentenceChain of(ChainSide a, ChainSide b) {
    return of(a, b, MIN_LIKENESS);
  }

  /** The chain of two reports of which one is known to be a copy: loose links count. */
  static SentenceChain ofCopy(ChainSide a, ChainSide b) {
    return of(a, b, MIN_LIKENESS_IN_COPY);
  }

  private static SentenceChain of(ChainSide a, ChainSide b, double minLikeness) {
    return a.size() == 0 || b.size() == 0 ? NONE : new Search(a, b, minLikeness).chain();
  }

  /**
   * How far the chain runs through both reports, 0 to 1: the smaller share, so that it is high only
   * where neither has much of its own, drawn towards 0 where the links are few. On 800 pairs of
   * real and written independent reports it is .50 at most, on ten copies reworded throughout .64
   * or more (docs/notes/lineage.md).
   */
  public double throughout() {
    return shrunk(Math.min(ofA, ofB), links.size());
  }

  /**
   * A share that rests on few observations, drawn towards 0 as if {@value #UNSEEN} more had found
   * nothing.
   */
  public static double shrunk(double share, int observations) {
    return share * observations / (observations + UNSEEN);
  }

  /** The prose of one report: places, vectors and weights of its sentences. */
  public static final class ChainSide {
    private final List<Integer> places = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();
    private final List<Integer> words = new ArrayList<>();
    private final float[] mean;

    private ChainSide(Annotated report) {
      for (Sentence sentence : report.sentences()) {
        int count = (int) sentence.tokens().stream().filter(token -> token.isWord()).count();
        Optional<float[]> vector = report.vectors().sentence(sentence.index());
        if (sentence.part() == Part.Kind.BODY
            && count >= MIN_WORDS
            && vector.isPresent()
            && places.size() < MAX_SENTENCES) {
          places.add(sentence.index());
          vectors.add(vector.get());
          words.add(count);
        }
      }
      mean = mean();
    }

    /** Without sentences where there are no vectors. */
    public static ChainSide of(Annotated report) {
      return new ChainSide(report);
    }

    /** The number of sentences. */
    int size() {
      return places.size();
    }

    /** Whether a sentence is prose that can be chained. */
    boolean holds(int sentence) {
      return Collections.binarySearch(places, sentence) >= 0;
    }

    /** Cosine of what the two reports say on the whole. */
    double likeness(ChainSide other) {
      return size() == 0 || other.size() == 0 ? 0 : SentenceFeatures.cosine(mean, other.mean);
    }

    private float[] mean() {
      float[] sum = vectors.isEmpty() ? new float[0] : new float[vectors.getFirst().length];
      for (int at = 0; at < vectors.size(); at++) {
        for (int of = 0; of < sum.length; of++) {
          sum[of] += words.get(at) * vectors.get(at)[of];
        }
      }
      float length = (float) Math.sqrt(SentenceFeatures.cosine(sum, sum));
      for (int of = 0; of < sum.length; of++) {
        sum[of] /= Math.max(1e-6f, length);
      }
      return sum;
    }

    /**
     * {@code [first][count - 1]}: the length of the weighted sum of {@code count} vectors from
     * {@code first} on.
     */
    private double[][] lengths() {
      double[][] lengths = new double[size()][MOST];
      for (int first = 0; first < size(); first++) {
        double square = 0;
        for (int count = 0; count < MOST && first + count < size(); count++) {
          int next = first + count;
          for (int before = first; before < next; before++) {
            square +=
                2.0
                    * words.get(before)
                    * words.get(next)
                    * SentenceFeatures.cosine(vectors.get(before), vectors.get(next));
          }
          square += (double) words.get(next) * words.get(next);
          lengths[first][count] = Math.sqrt(Math.max(1e-9, square));
        }
      }
      return lengths;
    }

    private double share(List<Integer> chained) {
      int inside = 0;
      int all = 0;
      for (int at = 0; at < size(); at++) {
        all += words.get(at);
        inside += Collections.binarySearch(chained, places.get(at)) >= 0 ? words.get(at) : 0;
      }
      return (double) inside / Math.max(1, all);
    }
  }

  /** The table of one search: best sums up to each pair of sentences, and how they were reached. */
  private static final class Search {
    private final ChainSide a;
    private final ChainSide b;
    private final double minLikeness;
    private final double[][] cosines;
    private final double[][] lengthsOfA;
    private final double[][] lengthsOfB;
    private final double[][] best;
    private final byte[][] takenOfA;
    private final byte[][] takenOfB;

    Search(ChainSide a, ChainSide b, double minLikeness) {
      this.a = a;
      this.b = b;
      this.minLikeness = minLikeness;
      cosines = new double[a.size()][b.size()];
      for (int i = 0; i < a.size(); i++) {
        for (int j = 0; j < b.size(); j++) {
          cosines[i][j] = SentenceFeatures.cosine(a.vectors.get(i), b.vectors.get(j));
        }
      }
      lengthsOfA = a.lengths();
      lengthsOfB = b.lengths();
      best = new double[a.size() + 1][b.size() + 1];
      takenOfA = new byte[a.size() + 1][b.size() + 1];
      takenOfB = new byte[a.size() + 1][b.size() + 1];
    }

    SentenceChain chain() {
      for (int i = 1; i <= a.size(); i++) {
        for (int j = 1; j <= b.size(); j++) {
          fill(i, j);
        }
      }
      List<Link> links = links();
      List<Integer> ofA = links.stream().flatMap(link -> link.a().stream()).toList();
      List<Integer> ofB = links.stream().flatMap(link -> link.b().stream()).toList();
      return new SentenceChain(links, a.share(ofA), b.share(ofB), a.size(), b.size());
    }

    private void fill(int i, int j) {
      boolean skipA = best[i - 1][j] >= best[i][j - 1];
      best[i][j] = skipA ? best[i - 1][j] : best[i][j - 1];
      takenOfA[i][j] = (byte) (skipA ? 1 : 0);
      takenOfB[i][j] = (byte) (skipA ? 0 : 1);
      take(i, j, 1, 1);
      for (int count = 2; count <= MOST; count++) {
        take(i, j, 1, count);
        take(i, j, count, 1);
      }
    }

    /** Tries the link of the last sentences before {@code i} and {@code j}. */
    private void take(int i, int j, int countA, int countB) {
      if (i < countA || j < countB) {
        return;
      }
      double likeness = likeness(i - countA, countA, j - countB, countB);
      if (likeness <= minLikeness) {
        return;
      }
      double sum =
          best[i - countA][j - countB] + (likeness - minLikeness) * (countA + countB) / 2.0;
      if (sum > best[i][j]) {
        best[i][j] = sum;
        takenOfA[i][j] = (byte) countA;
        takenOfB[i][j] = (byte) countB;
      }
    }

    private double likeness(int i, int countA, int j, int countB) {
      double sum = 0;
      double least = 1;
      for (int x = i; x < i + countA; x++) {
        for (int y = j; y < j + countB; y++) {
          sum += a.words.get(x) * b.words.get(y) * cosines[x][y];
          least = Math.min(least, cosines[x][y]);
        }
      }
      int more = countA + countB - 2;
      if (more > 0 && least < minLikeness - SLACK) {
        return -1;
      }
      return sum / (lengthsOfA[i][countA - 1] * lengthsOfB[j][countB - 1])
          - more * COST_OF_ONE_MORE;
    }

    private List<Link> links() {
      List<Link> links = new ArrayList<>();
      int i = a.size();
      int j = b.size();
      while (i > 0 && j > 0) {
        int countA = takenOfA[i][j];
        int countB = takenOfB[i][j];
        i -= countA;
        j -= countB;
        if (countA > 0 && countB > 0) {
          links.add(
              new Link(places(a, i, countA), places(b, j, countB), likeness(i, countA, j, countB)));
        }
      }
      return links.reversed();
    }

    private static List<Integer> places(ChainSide side, int first, int count) {
      return IntStream.range(first, first + count).mapToObj(side.places::get).toList();
    }
  }
}
