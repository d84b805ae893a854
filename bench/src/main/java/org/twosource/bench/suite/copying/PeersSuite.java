package org.twosource.bench.suite.copying;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.twosource.annotate.Annotated;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.data.LineageData;
import org.twosource.bench.generator.ReportStream;
import org.twosource.reuse.PassageAligner;
import org.twosource.reuse.SampledNgramIndex;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/**
 * Candidate search and alignment beside their peers in the same run: CPU time of one thread, both
 * sides warmed up, texts already divided into words. Alignment is measured on real stories: every
 * pair of reports of a story counts, and what is done once a report is counted too.
 */
public final class PeersSuite implements Suite {
  private static final int REPORTS = 10_000;

  private static final int BATCH = 10;
  private static final StandardTextBuilder BUILDER = new StandardTextBuilder();

  /** Each side of the search runs this often; the last run counts. */
  private static final int ROUNDS = 4;

  /** CPU seconds of each side of the alignment, after which the compiler is done with both. */
  private static final int SIDE_SECONDS = 8;

  @Override
  public String name() {
    return "peers";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    List<Figure> figures = new ArrayList<>(candidates());
    figures.addAll(alignment(LineageData.read(data).stories()));
    return figures;
  }

  private static List<Figure> candidates() {
    double own = 0;
    double peer = 0;
    for (int round = 0; round < ROUNDS; round++) {
      SampledNgramIndex index = new SampledNgramIndex();
      own =
          seconds(
              text -> {
                index.find(text);
                index.add(text);
              });
      peer = seconds(new MinHashIndex()::findAndAdd);
    }
    return List.of(
        Figure.shown("candidate search, reports a core-second", REPORTS / own),
        Figure.shown("java-lsh 0.12, 128 hashes, reports a core-second", REPORTS / peer),
        Figure.atLeast("candidate search, multiple of java-lsh", peer / own, 8, ""));
  }

  /** CPU seconds that the stream takes, a batch at a time. */
  private static double seconds(Consumer<Text> index) {
    long sum = 0;
    for (ReportStream stream = new ReportStream(REPORTS, 1); stream.hasNext(); ) {
      List<Text> texts = batch(stream);
      long start = cpu();
      texts.forEach(index);
      sum += cpu() - start;
    }
    return sum / 1e9;
  }

  /**
   * Reports as they arrive: a few at a time, just divided into words. Every word is looked at once,
   * as the stages before have done.
   */
  private static List<Text> batch(ReportStream stream) {
    List<Text> texts = new ArrayList<>();
    while (stream.hasNext() && texts.size() < BATCH) {
      Text text = BUILDER.build(stream.next().report());
      int ignored = text.sentences().hashCode();
      texts.add(text);
    }
    return texts;
  }

  private static List<Figure> alignment(Map<String, List<Text>> stories) {
    SmithWaterman peer = new SmithWaterman();
    Map<Text, int[]> tokens = new HashMap<>();
    List<List<Annotated>> reports = new ArrayList<>();
    double pairs = 0;
    for (List<Text> story : stories.values()) {
      story.forEach(text -> tokens.put(text, peer.tokens(text)));
      reports.add(story.stream().map(Annotated::bare).toList());
      pairs += story.size() * (story.size() - 1) / 2.0;
    }
    double own = seconds(() -> reports.forEach(story -> new PassageAligner().align(story)));
    double alone =
        seconds(
            () ->
                reports.forEach(
                    story ->
                        forEachPair(story, (a, b) -> new PassageAligner().align(List.of(a, b)))));
    double plain =
        seconds(
            () ->
                stories
                    .values()
                    .forEach(
                        story ->
                            forEachPair(
                                story,
                                (a, b) ->
                                    SmithWaterman.matches(
                                        Objects.requireNonNull(tokens.get(a)),
                                        Objects.requireNonNull(tokens.get(b))))));
    return List.of(
        Figure.shown("alignment in a story, microseconds a pair", own / pairs * 1e6),
        Figure.shown("alignment of two reports alone, microseconds", alone / pairs * 1e6),
        Figure.shown("Smith-Waterman over tokens, microseconds a pair", plain / pairs * 1e6),
        Figure.atLeast("alignment, multiple of Smith-Waterman", plain / own, 20, ""));
  }

  private interface PairUser<T> {
    void use(T a, T b);
  }

  private static <T> void forEachPair(List<T> all, PairUser<T> user) {
    for (int a = 0; a < all.size(); a++) {
      for (int b = a + 1; b < all.size(); b++) {
        user.use(all.get(a), all.get(b));
      }
    }
  }

  /** CPU seconds of a round: each side works as long, and the median of its second half counts. */
  private static double seconds(Runnable work) {
    List<Long> rounds = new ArrayList<>();
    for (long spent = 0; spent < SIDE_SECONDS * 1e9; spent += rounds.getLast()) {
      long start = cpu();
      work.run();
      rounds.add(cpu() - start);
    }
    List<Long> warm = rounds.subList(rounds.size() / 2, rounds.size()).stream().sorted().toList();
    return warm.get(warm.size() / 2) / 1e9;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
