package org.twosource.bench.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.encode.Encoder;
import org.twosource.encode.Encoding;
import org.twosource.encode.OnnxEncoder;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.Report;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Edit;
import org.twosource.reuse.Passage;
import org.twosource.reuse.PassageAligner;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** The loops that most of the time goes into, on the wire story of the sample and its edit. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector"})
public class Loops {
  private final StandardTextBuilder builder = new StandardTextBuilder();
  private final TokenWordAligner words = new TokenWordAligner();
  private StandardAnnotator annotator;
  private Encoder encoder;
  private Report wireReport;
  private List<Annotated> pair;
  private Passage passage;
  private List<String> sentence;
  private int fresh;

  @Setup
  public void read() throws IOException {
    List<Report> reports =
        new InputReader(Limits.standard()).read(List.of(Path.of("samples", "harbour"))).reports();
    wireReport = reports.get(0);
    annotator = StandardAnnotator.standard();
    encoder = OnnxEncoder.open().orElseThrow();
    List<Text> texts = List.of(builder.build(wireReport), builder.build(reports.get(2)));
    pair = annotator.annotate(texts).reports();
    passage = new PassageAligner().align(pair).getFirst().passages().getFirst();
    sentence =
        pair.getFirst().sentences().stream()
            .filter(one -> one.tokens().size() > 20)
            .findFirst()
            .orElseThrow()
            .tokens()
            .stream()
            .map(token -> token.text())
            .toList();
  }

  @TearDown
  public void close() {
    annotator.close();
    encoder.close();
  }

  /** One pass; the last word is new each time, since repeated sentences are kept. */
  @Benchmark
  public Optional<Encoding> encodeSentence() {
    List<String> words = new ArrayList<>(sentence);
    words.set(words.size() - 1, Integer.toString(fresh++));
    return encoder.encode(words);
  }

  /** Parts, sentences and tokens of one report. */
  @Benchmark
  public Text divideReport() {
    return builder.build(wireReport);
  }

  /** Passages of two reports that share most of their text. */
  @Benchmark
  public List<Alignment> alignPair() {
    return new PassageAligner().align(pair);
  }

  /** Typed edits inside one passage. */
  @Benchmark
  public List<Edit> alignWords() {
    return words.align(pair.getFirst(), passage.aSpan(), pair.getLast(), passage.bSpan());
  }
}
