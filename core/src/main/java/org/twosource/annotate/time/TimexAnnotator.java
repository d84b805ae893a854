package org.twosource.annotate.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.annotate.TextAnnotator;
import org.twosource.annotate.Timex;
import org.twosource.annotate.TimexReader;
import org.twosource.annotate.time.TimeGrammar.Match;
import org.twosource.annotate.time.TimeResolver.Context;
import org.twosource.annotate.time.TimeResolver.Outlook;
import org.twosource.annotate.time.TimeWords.Unit;
import org.twosource.encode.TextEncoding;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * Finds the time expressions of a text and works out what they mean on the day of publication.
 *
 * <p>The patterns are the language file's; the direction of a bare weekday, month or day comes from
 * the verb that governs it ({@link VerbTense}), without grammar from the words around it ({@link
 * Tense}). The same text and the same publication date give the same values on any day.
 *
 * <p>Threads: may be shared; the compiled patterns are kept per language.
 */
public final class TimexAnnotator implements TextAnnotator, TimexReader {

  /** Sentences longer than this are not prose. */
  private static final int LONGEST_SENTENCE = 20_000;

  /** Days around that of publication in which what is news happens. */
  private static final int NEWS_DAYS = 31;

  /** A quarter named this many sentences back is still spoken of. */
  private static final int QUARTER_MEMORY = 10;

  /** "The next day" follows what was told at most this many sentences before. */
  private static final int TOLD_MEMORY = 3;

  private static final String FULL_DAY = "\\d{4}-\\d{2}-\\d{2}";

  private record Rules(TimeGrammar grammar, Tense tense, VerbTense verbs) {
    static Rules of(Language language) {
      return new Rules(new TimeGrammar(language), new Tense(language), new VerbTense(language));
    }
  }

  private final Map<String, Optional<Rules>> languages = new ConcurrentHashMap<>();

  @Override
  public Annotated annotate(Annotated soFar, TextEncoding encoding) {
    return soFar.withTimexes(read(soFar));
  }

  /** By the words alone, without grammar and names. */
  @Override
  public List<Timex> annotate(Text text) {
    return read(Annotated.bare(text));
  }

  private List<Timex> read(Annotated soFar) {
    Text text = soFar.text();
    Optional<Rules> rules =
        languages.computeIfAbsent(text.readAs(), code -> Language.find(code).map(Rules::of));
    if (rules.isEmpty()) {
      return List.of();
    }
    var resolver = new TimeResolver(text.published().date().flatMap(TimexAnnotator::day));
    List<Timex> found = new ArrayList<>();
    Named named = new Named(resolver.published());
    for (Sentence sentence : text.sentences()) {
      if (sentence.span().length() <= LONGEST_SENTENCE) {
        annotate(soFar, sentence, rules.get(), resolver, named, found);
      }
    }
    return withKnownYears(soFar, found);
  }

  /**
   * "The May 4 fire" where the text tells of May 4, 2011: a day that stands in front of a noun says
   * which one is meant, and it is the one the text has told in full.
   */
  private static List<Timex> withKnownYears(Annotated soFar, List<Timex> found) {
    Map<String, Set<String>> years = new HashMap<>();
    for (Timex timex : found) {
      if (timex.value().matches(FULL_DAY) && tellsYear(soFar, timex)) {
        years
            .computeIfAbsent(timex.value().substring(4), none -> new TreeSet<>())
            .add(timex.value().substring(0, 4));
      }
    }
    return found.stream()
        .map(
            timex ->
                timex.value().matches(FULL_DAY)
                        && years.getOrDefault(timex.value().substring(4), Set.of()).size() == 1
                        && !tellsYear(soFar, timex)
                        && saysWhich(soFar, timex)
                    ? new Timex(
                        timex.span(),
                        timex.type(),
                        Objects.requireNonNull(years.get(timex.value().substring(4)))
                                .iterator()
                                .next()
                            + timex.value().substring(4))
                    : timex)
        .toList();
  }

  private static boolean tellsYear(Annotated soFar, Timex timex) {
    return timex.span().in(soFar.body()).matches("(?s).*\\d{4}.*");
  }

  /** A month and a day in front of a noun that they belong to. */
  private static boolean saysWhich(Annotated soFar, Timex timex) {
    if (!timex.span().in(soFar.body()).matches("(?s).*\\d.*")) {
      return false;
    }
    Optional<Sentence> home = soFar.text().sentenceAt(timex.span().start());
    Optional<Grammar> tree = home.flatMap(sentence -> soFar.syntax(sentence.index()));
    if (tree.isEmpty()) {
      return false;
    }
    List<Token> tokens = home.get().tokens();
    int size = Math.min(tokens.size(), tree.get().size());
    int[] own =
        IntStream.range(0, size)
            .filter(at -> timex.span().overlaps(tokens.get(at).span()))
            .toArray();
    if (own.length == 0) {
      return false;
    }
    int last = own[own.length - 1];
    return IntStream.of(own)
        .map(tree.get()::head)
        .anyMatch(head -> head > last && tree.get().pos(head).matches("NOUN|PROPN"));
  }

  /** Only a date known to the day is a place to count from; a month or year is not. */
  private static Optional<LocalDate> day(PartialDate date) {
    return switch (date.precision()) {
      case DAY, TIME -> Optional.of(date.earliest());
      case YEAR, MONTH -> Optional.empty();
    };
  }

  private static void annotate(
      Annotated soFar,
      Sentence sentence,
      Rules rules,
      TimeResolver resolver,
      Named named,
      List<Timex> found) {
    TimeGrammar grammar = rules.grammar();
    List<Unit> units =
        TimeWords.of(
            soFar.body(), sentence.start(), sentence.end(), grammar.dotted(), grammar.joined());
    Map<String, String[]> actions = new HashMap<>();
    for (int at = 0; at < units.size(); ) {
      Optional<Match> match = grammar.match(units, at);
      if (match.isEmpty()) {
        at++;
        continue;
      }
      Match hit = match.get();
      at = Math.max(at + 1, hit.end());
      String[] action = actions.computeIfAbsent(hit.action(), written -> written.split("\\s+"));
      if (action[0].equals("NONE")) {
        continue;
      }
      Span span = new Span(units.get(hit.start()).start(), units.get(hit.end() - 1).end());
      if (isPartOfName(soFar, span)) {
        continue;
      }
      Outlook tense =
          rules
              .verbs()
              .around(soFar, sentence, span)
              .orElseGet(() -> rules.tense().around(units, hit.start(), hit.end()));
      Context context = named.context(sentence.index());
      String value = resolver.value(action, grammar.withYear(units, hit), tense, context);
      Timex.Type type = Timex.Type.valueOf(action[0]);
      if (type == Timex.Type.DATE && value.contains("T") && !value.contains("_")) {
        type = Timex.Type.TIME;
      }
      named.note(value, sentence.index());
      found.add(new Timex(span, type, value));
    }
  }

  /** "The Sunday Herald", "the 17 February Brigade"; but not "the White House Friday". */
  private static boolean isPartOfName(Annotated soFar, Span span) {
    return soFar.mentions().stream()
        .filter(mention -> mention.isName() && mention.type() != EntityType.PLACE)
        .map(Mention::span)
        .anyMatch(name -> name.contains(span) && name.end() > span.end());
  }

  /** What the text named so far: the quarter it speaks of, and the last day. */
  private static final class Named {
    private final Optional<LocalDate> published;
    private String quarter = "";
    private int sentence = -QUARTER_MEMORY - 1;
    private Optional<LocalDate> day = Optional.empty();
    private Optional<LocalDate> ofSentence = Optional.empty();
    private int current = -1;
    private Optional<PartialDate> told = Optional.empty();
    private int toldAt = 0;
    private Optional<PartialDate> toldDay = Optional.empty();
    private int toldDayAt = 0;

    Named(Optional<LocalDate> published) {
      this.published = published;
    }

    void note(String value, int index) {
      if (value.matches("\\d{4}-Q[1-4]")) {
        if (isOver(value) && value.compareTo(quarter) >= 0) {
          quarter = value;
        }
        sentence = index;
      }
      PartialDate.parse(value)
          .map(PartialDate::earliest)
          .ifPresent(known -> day = Optional.of(known));
      PartialDate.parse(value.replaceFirst("T.*", ""))
          .ifPresent(
              known -> {
                told = Optional.of(known);
                toldAt = index;
                if (known.precision().compareTo(PartialDate.Precision.DAY) >= 0) {
                  toldDay = told;
                  toldDayAt = index;
                }
              });
      if (value.length() >= 10) {
        PartialDate.parse(value.substring(0, 10))
            .map(PartialDate::earliest)
            .filter(this::isOfTheNews)
            .ifPresent(
                named -> {
                  current = index;
                  ofSentence = Optional.of(named);
                });
      }
    }

    /** A day of background has no hour: "the crane of May 3, 1991, fell at 7 p.m." */
    private boolean isOfTheNews(LocalDate named) {
      return published
          .filter(now -> Math.abs(now.toEpochDay() - named.toEpochDay()) <= NEWS_DAYS)
          .isPresent();
    }

    /** A quarter that has not ended yet is an outlook, not what results are compared with. */
    private boolean isOver(String value) {
      int year = Integer.parseInt(value.substring(0, 4));
      int month = (value.charAt(6) - '0') * 3;
      return published
          .map(now -> now.getYear() > year || now.getYear() == year && now.getMonthValue() > month)
          .orElse(true);
    }

    Context context(int index) {
      return new Context(
          quarter.isEmpty() || index - sentence > QUARTER_MEMORY
              ? Optional.empty()
              : Optional.of(quarter),
          day,
          current == index ? ofSentence.map(LocalDate::toString) : Optional.empty(),
          toldAt < index
              ? toldDay
                  .filter(known -> index - toldDayAt <= TOLD_MEMORY)
                  .map(PartialDate::earliest)
                  .filter(known -> published.filter(known::isAfter).isEmpty())
                  .map(known -> isOfTheNews(known) ? known.toString() : TimeResolver.OPEN_DAY)
              : Optional.empty(),
          new TimeResolver.Told(
              toldDay.filter(known -> index - toldDayAt <= TOLD_MEMORY),
              told.filter(known -> index - toldAt <= TOLD_MEMORY)));
    }
  }
}
