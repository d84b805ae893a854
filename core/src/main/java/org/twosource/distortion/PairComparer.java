package org.twosource.distortion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Annotator;
import org.twosource.compare.DifferenceReader;
import org.twosource.lineage.FamilyBuilder;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.LineageBuilder;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.reuse.Aligner;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Passage;
import org.twosource.reuse.PassageAligner;
import org.twosource.reuse.StatementSimilarity;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.reuse.WordAligner;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;
import org.twosource.text.TextBuilder;

/**
 * Compares two texts without a story around them: a sentence and its copy, or two whole reports.
 * Keeps no state of its own; as thread-safe as the annotator it was given.
 */
public final class PairComparer {

  /** Up to so many sentences a side, two texts are compared as one pair, whole against whole. */
  private static final int MAX_SHORT_SENTENCES = 3;

  private static final String UNKNOWN = "und";

  /** The language that two texts are read in when neither tells its own. */
  private static final String USUAL = "en";

  private final TextBuilder texts;
  private final Annotator annotator;
  private final Aligner aligner;
  private final WordAligner words;
  private final LineageBuilder lineage;
  private final ChangeJudge judge;
  private final StatementSimilarity statements = StatementSimilarity.standard();

  public PairComparer(
      TextBuilder texts,
      Annotator annotator,
      Aligner aligner,
      WordAligner words,
      LineageBuilder lineage,
      ChangeJudge judge) {
    this.texts = texts;
    this.annotator = annotator;
    this.aligner = aligner;
    this.words = words;
    this.lineage = lineage;
    this.judge = judge;
  }

  /** With the standard stages around the given annotator, the detectors unweighed. */
  public static PairComparer with(Annotator annotator) {
    return with(annotator, DifferenceReader.SILENT);
  }

  /** With the standard stages around the given annotator. */
  public static PairComparer with(Annotator annotator, DifferenceReader reader) {
    return new PairComparer(
        new StandardTextBuilder(),
        annotator,
        new PassageAligner(),
        new TokenWordAligner(),
        new FamilyBuilder(),
        ChangeJudge.with(reader));
  }

  /**
   * What came of comparing two short texts.
   *
   * @param findings what {@code after} changed of {@code before}; offsets point into the two texts
   * @param sameStatement how far both say the same, 0 to 1 ({@link StatementSimilarity}); of two
   *     English sentences only, and only with the encoder
   */
  public record Judged(List<Finding> findings, OptionalDouble sameStatement) {
    public Judged {
      findings = List.copyOf(findings);
    }
  }

  /** What {@code after} changed of {@code before}; offsets point into the two texts. */
  public List<Finding> compare(String before, String after, Optional<String> language) {
    return judge(before, after, language).findings();
  }

  /** The same, with how far both say the same. */
  public Judged judge(String before, String after, Optional<String> language) {
    if (before.isBlank() || after.isBlank()) {
      return new Judged(List.of(), OptionalDouble.empty());
    }
    Annotations both = annotator.annotate(texts(before, after, language));
    Annotated a = both.reports().get(0);
    Annotated b = both.reports().get(1);
    return new Judged(findings(a, b), sameStatement(a, b));
  }

  /** Both in one language: a sentence alone is often too short to tell it. */
  private List<Text> texts(String before, String after, Optional<String> language) {
    List<Text> both =
        List.of(
            texts.build(report("before", before, language)),
            texts.build(report("after", after, language)));
    String told =
        both.stream()
            .map(Text::language)
            .filter(code -> !code.equals(UNKNOWN))
            .findFirst()
            .orElse(USUAL);
    return both.stream()
        .map(
            text ->
                text.language().equals(UNKNOWN)
                    ? texts.build(
                        report(text.report().id(), text.report().body(), Optional.of(told)))
                    : text)
        .toList();
  }

  private OptionalDouble sameStatement(Annotated a, Annotated b) {
    boolean single = a.sentences().size() == 1 && b.sentences().size() == 1;
    return single && !a.syntax().isEmpty() && !b.syntax().isEmpty()
        ? statements.similarity(a, 0, b, 0)
        : OptionalDouble.empty();
  }

  private List<Finding> findings(Annotated a, Annotated b) {
    if (isShort(a) && isShort(b)) {
      return find(a, whole(a), b, whole(b));
    }
    return aligner.align(List.of(a, b)).stream()
        .flatMap(alignment -> alignment.passages().stream())
        .flatMap(passage -> find(a, passage.aSpan(), b, passage.bSpan()).stream())
        .toList();
  }

  /** What one stretch of a report changed of a stretch of another. */
  public List<Finding> find(Annotated a, Span before, Annotated b, Span after) {
    return judge.find(new SentencePair(a, before, b, after, words));
  }

  private static Report report(String id, String body, Optional<String> language) {
    return Report.of(id, body).withLanguage(language);
  }

  private static boolean isShort(Annotated text) {
    return text.sentences().size() <= MAX_SHORT_SENTENCES;
  }

  private static Span whole(Annotated text) {
    return new Span(0, text.body().length());
  }

  /** Two reports: what they share, who seems to have copied whom, what was changed. */
  public Comparison compare(Report a, Report b) {
    Text first = texts.build(a);
    Text second = texts.build(a.id().equals(b.id()) ? b.withId(b.id() + "-2") : b);
    Annotations both = annotator.annotate(List.of(first, second));
    List<Alignment> alignments = aligner.align(both.reports());
    Lineage built = lineage.build(both.reports(), alignments);
    List<Passage> passages =
        alignments.stream().flatMap(alignment -> alignment.passages().stream()).toList();
    Distortions distortions =
        new PairwiseDistortionFinder(judge, words, new QuotationMatcher())
            .find(both, alignments, built);
    return new Comparison(
        both.reports().get(0),
        both.reports().get(1),
        passages,
        built.derivations(),
        built.possible(),
        distortions);
  }
}
