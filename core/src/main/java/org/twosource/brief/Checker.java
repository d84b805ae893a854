package org.twosource.brief;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Predicates;
import org.twosource.annotate.Quantity;
import org.twosource.annotate.Timex;
import org.twosource.brief.Check.Missing;
import org.twosource.brief.Check.What;
import org.twosource.compare.DifferenceReader;
import org.twosource.compare.StatementComparer;
import org.twosource.distortion.Detectors;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;
import org.twosource.encode.Vectors;
import org.twosource.lexicon.Antonyms;
import org.twosource.report.Citation;
import org.twosource.report.Span;
import org.twosource.reuse.WordAligner;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Checks a summary against the reports it is said to rest on, whoever wrote it.
 *
 * <p>For each sentence it finds the source sentences that carry most of its words, then asks what
 * of it they do not carry: names, numbers and dates that stand in none of them, and whatever a copy
 * can change (negation, source, certainty, actor), found by the detectors of the distortion stage
 * with the source sentence as the original. A sentence is supported when a source sentence states
 * it ({@link TwoReaders}) or enough of its wording is there, and nothing of that is missing or
 * turned into its opposite. That somebody said it is told beside it and refuses nothing.
 *
 * <p>The score is the mean of three covers, each 0 to 1: the sentence's word triples and quadruples
 * that stand anywhere in the reports, and its word pairs that stand in the one sentence that has
 * most of them (copied stretches are faithful, and stretches from many places were put together by
 * somebody), less {@link #MISSING_COST} for each name or number that is nowhere. Keeps no state.
 */
public final class Checker {

  /** What a name or number that no report has takes off the score. */
  private static final double MISSING_COST = 0.05;

  /** Below this score too little of the wording is there to speak of support. */
  private static final double MIN_SCORE = 0.2;

  /** A sentence rests on so many source sentences at most. */
  private static final int MAX_CITED = 3;

  /** A further source sentence must carry so many content words that the others do not. */
  private static final int MIN_FURTHER_WORDS = 2;

  /** The best source sentence must carry this share of the content words to be cited at all. */
  private static final double MIN_CARRIED = 0.25;

  /** From here on a sentence has most of another's statement, so that a difference is one of it. */
  private static final double LIKE = .50;

  /** Letters from which on a word says something: "on" and "off" open many phrases. */
  private static final int CONTENT_LETTERS = 4;

  /** Reports whose nearest sentence is compared with a sentence of the summary. */
  private static final int MAX_REPORTS = 12;

  private static final Pattern LETTERS = Pattern.compile("[^\\p{L}\\p{N}'’-]+");

  private final WordAligner aligner;
  private final TwoReaders readers;
  private final Detectors detectors = Detectors.standard();

  /** By words alone. */
  public Checker(WordAligner aligner) {
    this(aligner, StatementComparer.SILENT, DifferenceReader.SILENT);
  }

  /**
   * @param comparer tells what is said in other words
   * @param differences tells what other words say otherwise
   */
  public Checker(WordAligner aligner, StatementComparer comparer, DifferenceReader differences) {
    this.aligner = aligner;
    this.readers = new TwoReaders(comparer, differences);
  }

  /** Checks every sentence of {@code summary}, each report being a source of its own. */
  public List<Check> check(Annotated summary, List<Annotated> reports) {
    return check(summary, reports, report -> report, List.of());
  }

  /**
   * Checks every sentence of {@code summary} against all sentences of the reports.
   *
   * @param sourceOf the independent source that a report, by its id, belongs to
   * @param disputed places on which the reports disagree
   */
  public List<Check> check(
      Annotated summary,
      List<Annotated> reports,
      UnaryOperator<String> sourceOf,
      List<Citation> disputed) {
    SourceSentences source = SourceSentences.all(reports);
    List<Check> checks = new ArrayList<>();
    for (Sentence sentence : summary.sentences()) {
      if (sentence.tokens().stream().anyMatch(Token::isWord)) {
        checks.add(check(summary, sentence, source, sourceOf, disputed));
      }
    }
    return checks;
  }

  /** Checks one sentence against the cited sentences alone. */
  public Check check(
      Annotated summary, Sentence sentence, List<Annotated> reports, List<Citation> cited) {
    return check(
        summary, sentence, SourceSentences.cited(reports, cited), report -> report, List.of());
  }

  /** A sentence of a report with its words. */
  private record SourceSentence(Annotated report, Sentence sentence, List<String> words) {
    Citation citation() {
      return new Citation(report.id(), sentence.span());
    }
  }

  /** The sentences that may carry a summary, and what sequences of words stand in them. */
  private record SourceSentences(
      List<SourceSentence> passages, Set<String> triples, Set<String> quadruples) {

    static SourceSentences all(List<Annotated> reports) {
      List<SourceSentence> passages = new ArrayList<>();
      for (Annotated report : reports) {
        for (Sentence sentence : report.sentences()) {
          passages.add(new SourceSentence(report, sentence, words(sentence)));
        }
      }
      return of(passages);
    }

    static SourceSentences cited(List<Annotated> reports, List<Citation> cited) {
      return of(
          all(reports).passages().stream()
              .filter(
                  passage ->
                      cited.stream()
                          .anyMatch(
                              citation ->
                                  citation.report().equals(passage.report().id())
                                      && citation.span().overlaps(passage.sentence().span())))
              .toList());
    }

    private static SourceSentences of(List<SourceSentence> passages) {
      Set<String> triples = new HashSet<>();
      Set<String> quadruples = new HashSet<>();
      List<String> running = new ArrayList<>();
      String report = "";
      for (SourceSentence passage : passages) {
        if (!passage.report().id().equals(report)) {
          triples.addAll(sequences(running, 3));
          quadruples.addAll(sequences(running, 4));
          running.clear();
          report = passage.report().id();
        }
        running.addAll(passage.words());
      }
      triples.addAll(sequences(running, 3));
      quadruples.addAll(sequences(running, 4));
      return new SourceSentences(passages, triples, quadruples);
    }
  }

  private static List<String> words(Sentence sentence) {
    return sentence.tokens().stream().filter(Token::isWord).map(Token::normal).toList();
  }

  private static List<String> sequences(List<String> words, int length) {
    List<String> sequences = new ArrayList<>();
    for (int i = 0; i + length <= words.size(); i++) {
      sequences.add(String.join(" ", words.subList(i, i + length)));
    }
    return sequences;
  }

  /** The share of {@code wanted} that is in {@code there}; 1 where nothing is wanted. */
  private static double cover(List<String> wanted, Set<String> there) {
    return wanted.isEmpty()
        ? 1
        : (double) wanted.stream().filter(there::contains).count() / wanted.size();
  }

  private Check check(
      Annotated summary,
      Sentence sentence,
      SourceSentences source,
      UnaryOperator<String> sourceOf,
      List<Citation> disputed) {
    List<String> words = words(sentence);
    List<SourceSentence> byWords = cited(sentence, words, source);
    Map<SourceSentence, TwoReaders.Answer> answers =
        answers(summary, sentence, words, byWords, source);
    List<SourceSentence> carrying =
        answers.entrySet().stream()
            .filter(one -> one.getValue().states())
            .sorted(Comparator.comparingDouble(one -> -one.getValue().follows()))
            .map(Map.Entry::getKey)
            .toList();
    List<SourceSentence> cited = new ArrayList<>(carrying);
    byWords.stream().filter(passage -> !cited.contains(passage)).forEach(cited::add);
    List<SourceSentence> rests = cited.subList(0, Math.min(MAX_CITED, cited.size()));
    List<Missing> missing = missing(summary, sentence, rests);
    TwoReaders.Answer nearest =
        rests.isEmpty()
            ? TwoReaders.Answer.NONE
            : answers.getOrDefault(rests.getFirst(), TwoReaders.Answer.NONE);
    if (nearest.refuses() && missing.stream().noneMatch(Missing::refuses)) {
      missing.add(
          lacking(What.WORDING, summary, sentence.span(), "the cited sentence says it otherwise"));
    }
    double score = score(words, source, missing);
    boolean refused = missing.stream().anyMatch(Missing::refuses);
    boolean carried = !carrying.isEmpty() || !rests.isEmpty() && score >= MIN_SCORE;
    Set<String> sources = new LinkedHashSet<>();
    if (carried && !refused) {
      for (SourceSentence passage : carrying) {
        boolean alone =
            missing(summary, sentence, List.of(passage)).stream().noneMatch(Missing::refuses);
        if (alone) {
          sources.add(sourceOf.apply(passage.report().id()));
        }
      }
    }
    boolean near =
        score >= MIN_SCORE || answers.values().stream().anyMatch(one -> one.follows() >= LIKE);
    return new Check(
        sentence.span(),
        sentence.span().in(summary.body()),
        rests.stream().map(SourceSentence::citation).toList(),
        verdict(carried, refused, near, missing),
        rests.stream()
            .map(SourceSentence::citation)
            .anyMatch(at -> disputed.stream().anyMatch(other -> overlap(at, other))),
        carried && !refused ? Math.max(1, sources.size()) : 0,
        score,
        missing);
  }

  private static Check.Verdict verdict(
      boolean carried, boolean refused, boolean near, List<Missing> missing) {
    if (carried && !refused) {
      return Check.Verdict.SUPPORTED;
    }
    if (!near) {
      return Check.Verdict.NOT_STATED;
    }
    return missing.stream().anyMatch(Missing::contradicts)
        ? Check.Verdict.CONTRADICTED
        : Check.Verdict.PARTLY;
  }

  private static boolean overlap(Citation one, Citation other) {
    return one.report().equals(other.report()) && one.span().overlaps(other.span());
  }

  /** A sentence of the reports and how near it is to one of the summary. */
  private record Near(SourceSentence passage, double nearness) {}

  /**
   * What has most of the sentence's words, and what of each report is nearest, compared with it.
   */
  private Map<SourceSentence, TwoReaders.Answer> answers(
      Annotated summary,
      Sentence sentence,
      List<String> words,
      List<SourceSentence> byWords,
      SourceSentences source) {
    Set<String> open = new HashSet<>(content(sentence));
    Set<String> pairs = new HashSet<>(sequences(words, 2));
    Map<String, Near> nearest = new LinkedHashMap<>();
    for (SourceSentence passage : source.passages()) {
      nearest.merge(
          passage.report().id(),
          new Near(passage, nearness(summary, sentence, passage, open, pairs)),
          (one, other) -> other.nearness() > one.nearness() ? other : one);
    }
    Set<SourceSentence> asked = new LinkedHashSet<>(byWords);
    nearest.values().stream()
        .sorted(Comparator.comparingDouble(near -> -near.nearness()))
        .limit(MAX_REPORTS)
        .map(Near::passage)
        .forEach(asked::add);
    Map<SourceSentence, TwoReaders.Answer> answers = new LinkedHashMap<>();
    for (SourceSentence passage : asked) {
      readers
          .read(passage.report(), passage.sentence(), summary, sentence)
          .ifPresent(answer -> answers.put(passage, answer));
    }
    return answers;
  }

  /** By words and by sense. */
  private static double nearness(
      Annotated summary,
      Sentence sentence,
      SourceSentence passage,
      Set<String> open,
      Set<String> pairs) {
    double share = carried(passage, open, pairs) / Math.max(1, open.size());
    return share
        + Vectors.cosine(
            summary.vectors().sentence(sentence.index()),
            passage.report().vectors().sentence(passage.sentence().index()));
  }

  private static double score(List<String> words, SourceSentences source, List<Missing> missing) {
    List<String> pairs = sequences(words, 2);
    double best =
        source.passages().stream()
            .mapToDouble(passage -> cover(pairs, new HashSet<>(sequences(passage.words(), 2))))
            .max()
            .orElse(0);
    double there =
        words.size() < 4
            ? best
            : (cover(sequences(words, 3), source.triples())
                    + cover(sequences(words, 4), source.quadruples())
                    + best)
                / 3;
    long nowhere =
        missing.stream()
            .filter(found -> found.what() == What.NAME || found.what() == What.NUMBER)
            .count();
    return Math.max(0, there - MISSING_COST * nowhere);
  }

  /** The source sentences that carry most words between them, the best first. */
  private static List<SourceSentence> cited(
      Sentence sentence, List<String> words, SourceSentences source) {
    Set<String> open = new HashSet<>(content(sentence));
    double all = Math.max(1, open.size());
    Set<String> pairs = new HashSet<>(sequences(words, 2));
    List<SourceSentence> cited = new ArrayList<>();
    while (cited.size() < MAX_CITED && !open.isEmpty()) {
      Optional<SourceSentence> best =
          source.passages().stream()
              .filter(passage -> !cited.contains(passage))
              .max(
                  Comparator.comparingDouble(
                      (SourceSentence passage) -> carried(passage, open, pairs)));
      if (best.isEmpty()) {
        break;
      }
      long further = best.get().words().stream().distinct().filter(open::contains).count();
      boolean enough =
          cited.isEmpty() ? further / all >= MIN_CARRIED : further >= MIN_FURTHER_WORDS;
      if (!enough) {
        break;
      }
      cited.add(best.get());
      best.get().words().forEach(open::remove);
    }
    return cited;
  }

  private static double carried(SourceSentence passage, Set<String> open, Set<String> pairs) {
    long words = passage.words().stream().distinct().filter(open::contains).count();
    long sequences = sequences(passage.words(), 2).stream().filter(pairs::contains).count();
    return words + 0.5 * sequences - 0.01 * passage.words().size();
  }

  /** Words of four letters and more, and numbers: what a sentence is about. */
  private static List<String> content(Sentence sentence) {
    return words(sentence).stream()
        .filter(word -> word.length() >= CONTENT_LETTERS || Character.isDigit(word.charAt(0)))
        .distinct()
        .toList();
  }

  private List<Missing> missing(Annotated summary, Sentence sentence, List<SourceSentence> cited) {
    List<Missing> missing = new ArrayList<>();
    missing.addAll(names(summary, sentence, cited));
    missing.addAll(numbers(summary, sentence, cited));
    missing.addAll(dates(summary, sentence, cited));
    missing.addAll(changes(summary, sentence, cited, missing));
    missing.sort(Comparator.comparing(Missing::span).thenComparing(Missing::what));
    return missing;
  }

  private static List<Missing> names(
      Annotated summary, Sentence sentence, List<SourceSentence> cited) {
    List<Missing> missing = new ArrayList<>();
    for (Mention mention : summary.mentionsIn(sentence.span())) {
      boolean named = mention.form() == Mention.Form.NAME || mention.form() == Mention.Form.METONYM;
      if (named && cited.stream().noneMatch(passage -> carries(passage, summary, mention))) {
        missing.add(lacking(What.NAME, summary, mention.span(), "no cited sentence has this name"));
      }
    }
    return missing;
  }

  private static boolean carries(SourceSentence passage, Annotated summary, Mention mention) {
    boolean linked =
        passage.report().mentionsIn(passage.sentence().span()).stream()
            .anyMatch(other -> other.entity().equals(mention.entity()));
    if (linked) {
      return true;
    }
    List<String> words =
        summary.text().sentenceAt(mention.span().start()).stream()
            .flatMap(found -> found.tokens().stream())
            .filter(token -> mention.span().contains(token.span()) && token.isWord())
            .map(Token::normal)
            .toList();
    return passage.words().containsAll(words);
  }

  private static List<Missing> numbers(
      Annotated summary, Sentence sentence, List<SourceSentence> cited) {
    List<Missing> missing = new ArrayList<>();
    for (Quantity number : quantities(summary, sentence.span())) {
      List<Quantity> given =
          cited.stream()
              .flatMap(passage -> quantities(passage.report(), passage.sentence().span()).stream())
              .toList();
      boolean denied = given.stream().anyMatch(other -> other.isSameFigure(number));
      boolean there =
          given.stream().anyMatch(other -> other.agrees(number) && !other.isOverstatedBy(number))
              || !denied
                  && cited.stream().anyMatch(passage -> holds(passage, summary, number.figure()));
      if (!there) {
        Optional<Quantity> instead =
            given.stream().filter(other -> other.measure().equals(number.measure())).findFirst();
        missing.add(
            new Missing(
                What.NUMBER,
                number.figure(),
                number.figure().in(summary.body()),
                true,
                instead.isPresent(),
                "no cited sentence has it"));
      }
    }
    return missing;
  }

  /** The numbers that a summary must have from its source; "first" and "no" are words. */
  private static List<Quantity> quantities(Annotated text, Span span) {
    return text.quantitiesIn(span).stream()
        .filter(quantity -> quantity.unit() != Quantity.Unit.TIME_OF_DAY)
        .filter(quantity -> quantity.kind() != Quantity.Kind.ORDINAL)
        .filter(quantity -> quantity.kind() != Quantity.Kind.NONE)
        .toList();
  }

  /** Whether the words of a span stand in the passage, in the same order and together. */
  private static boolean holds(SourceSentence passage, Annotated summary, Span span) {
    List<String> words =
        summary.text().sentenceAt(span.start()).stream()
            .flatMap(found -> found.tokens().stream())
            .filter(token -> span.contains(token.span()) && token.isWord())
            .map(Token::normal)
            .toList();
    return !words.isEmpty() && Collections.indexOfSubList(passage.words(), words) >= 0;
  }

  private static List<Missing> dates(
      Annotated summary, Sentence sentence, List<SourceSentence> cited) {
    List<Missing> missing = new ArrayList<>();
    for (Timex time : summary.timexesIn(sentence.span())) {
      if (isWhen(time) && cited.stream().noneMatch(passage -> carries(passage, summary, time))) {
        boolean instead =
            cited.stream()
                .flatMap(passage -> passage.report().timexesIn(passage.sentence().span()).stream())
                .anyMatch(other -> other.type() == time.type() && !other.value().isEmpty());
        missing.add(
            new Missing(
                What.DATE,
                time.span(),
                time.span().in(summary.body()),
                true,
                instead,
                "no cited sentence has this date"));
      }
    }
    return missing;
  }

  /** Whether it says when: "Friday" and "Friday night", not "for two days" or "every year". */
  private static boolean isWhen(Timex time) {
    return time.type() == Timex.Type.DATE || time.type() == Timex.Type.TIME;
  }

  private static boolean carries(SourceSentence passage, Annotated summary, Timex time) {
    String words = time.span().in(summary.body());
    return passage.report().timexesIn(passage.sentence().span()).stream()
        .anyMatch(
            other ->
                other.span().in(passage.report().body()).equalsIgnoreCase(words)
                    || !time.value().isEmpty()
                        && !other.value().isEmpty()
                        && (time.value().startsWith(other.value())
                            || other.value().startsWith(time.value())));
  }

  /** What the sentence changed of the one that carries most of it. */
  private List<Missing> changes(
      Annotated summary, Sentence sentence, List<SourceSentence> cited, List<Missing> known) {
    List<Missing> missing = new ArrayList<>();
    if (cited.isEmpty()) {
      missing.add(
          lacking(What.WORDING, summary, sentence.span(), "no sentence of the reports carries it"));
      return missing;
    }
    SourceSentence best = cited.getFirst();
    SentencePair pair =
        new SentencePair(best.report(), best.sentence().span(), summary, sentence.span(), aligner);
    for (Finding finding : detectors.find(pair)) {
      Optional<What> what = what(finding.kind());
      Span span = finding.after().orElse(sentence.span());
      boolean told =
          known.stream()
              .anyMatch(other -> other.what() == what.orElse(null) && other.span().overlaps(span));
      if (what.isPresent() && finding.severity() != Distortion.Severity.LOW && !told) {
        boolean refuses = finding.kind() != Distortion.Kind.ATTRIBUTION_DROPPED;
        boolean contradicts = what.get() == What.NEGATION || what.get() == What.ACTOR;
        missing.add(
            new Missing(
                what.get(), span, span.in(summary.body()), refuses, contradicts, finding.why()));
      }
    }
    opposite(summary, sentence, best).ifPresent(missing::add);
    return missing;
  }

  /** A word of the sentence that the nearest statement of the passage has not, but its opposite. */
  private static Optional<Missing> opposite(
      Annotated summary, Sentence sentence, SourceSentence passage) {
    Antonyms antonyms = Antonyms.standard();
    List<String> own = words(sentence);
    List<String> stated = nearestStatement(own, passage);
    List<String> theirs = new ArrayList<>(stated);
    theirs.removeIf(
        word ->
            word.length() < CONTENT_LETTERS
                || own.stream().anyMatch(other -> antonyms.areAlike(word, other)));
    for (Token token : sentence.tokens()) {
      boolean there = stated.stream().anyMatch(word -> antonyms.areAlike(word, token.normal()));
      Optional<String> opposite =
          there
              ? Optional.empty()
              : theirs.stream()
                  .filter(word -> antonyms.areOpposite(word, token.normal()))
                  .findFirst();
      if (opposite.isPresent()) {
        return Optional.of(
            new Missing(
                What.NEGATION,
                token.span(),
                token.span().in(summary.body()),
                true,
                true,
                "the cited sentence has the opposite: " + opposite.get()));
      }
    }
    return Optional.empty();
  }

  /** The words of that statement of a passage which has most of the given ones. */
  private static List<String> nearestStatement(List<String> own, SourceSentence passage) {
    return Predicates.alone(passage.report(), passage.sentence()).stream()
        .map(
            statement ->
                LETTERS
                    .splitAsStream(statement.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet()))
        .map(words -> passage.words().stream().filter(words::contains).toList())
        .max(Comparator.comparingLong(words -> words.stream().filter(own::contains).count()))
        .filter(words -> words.stream().anyMatch(own::contains))
        .orElse(passage.words());
  }

  /** What no cited sentence has, and nothing in its place. */
  private static Missing lacking(What what, Annotated summary, Span span, String why) {
    return new Missing(what, span, span.in(summary.body()), true, false, why);
  }

  /** Names, numbers and dates are looked for in all cited sentences, not by what was changed. */
  private static Optional<What> what(Distortion.Kind kind) {
    return switch (kind) {
      case ATTRIBUTION_DROPPED -> Optional.of(What.ATTRIBUTION);
      case HEDGE_DROPPED, CERTAINTY_RAISED, PLAN_BECAME_FACT, NEAR_MISS_BECAME_EVENT ->
          Optional.of(What.CERTAINTY);
      case NEGATION_CHANGED -> Optional.of(What.NEGATION);
      case ACTOR_SWAPPED -> Optional.of(What.ACTOR);
      case QUOTE_ALTERED -> Optional.of(What.QUOTATION);
      case GARBLED, WORDING_CHANGED -> Optional.of(What.WORDING);
      case NUMBER_CHANGED,
          DATE_CHANGED,
          PLACE_CHANGED,
          NAME_CHANGED,
          NAME_GARBLED,
          QUOTE_BOUNDARY ->
          Optional.empty();
    };
  }
}
