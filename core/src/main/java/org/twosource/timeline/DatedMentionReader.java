package org.twosource.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Clause;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Event;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.PlainStatements;
import org.twosource.annotate.Timex;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/** Reads everything dated out of the reports of a story. */
final class DatedMentionReader {
  /** A dated clause with fewer content words than this says too little. */
  private static final int MIN_WORDS = 2;

  /** Tokens on either side of a date in which what it dates is looked for. */
  private static final int NEAR_TOKENS = 7;

  private final Set<String> appointments;

  /** What puts off or calls off, with which of the two it is. */
  private final Map<String, String> postponements;

  /** What denies or refuses, likewise. */
  private final Map<String, String> denials;

  private final ContentWords contentWords;
  private final DoingReader doings;

  DatedMentionReader(Language language, ContentWords contentWords) {
    this.appointments = language.words("appointments");
    this.postponements = language.map("postponements");
    this.denials = language.map("denials");
    this.contentWords = contentWords;
    this.doings = new DoingReader(language, contentWords);
  }

  List<DatedMention> read(Annotations annotations, Lineage lineage) {
    Map<String, String> families = new LinkedHashMap<>();
    for (Family family : lineage.families()) {
      family.reports().forEach(report -> families.put(report, family.id()));
    }
    List<DatedMention> mentions = new ArrayList<>();
    for (int report = 0; report < annotations.reports().size(); report++) {
      Annotated annotated = annotations.reports().get(report);
      String family = families.getOrDefault(annotated.id(), annotated.id());
      for (Timex timex : annotated.timexes()) {
        Optional<DatedMention> mention = read(annotated, report, family, timex);
        mention.ifPresent(mentions::add);
      }
    }
    return mentions;
  }

  /**
   * What is told as done in sentences without a date.
   *
   * @param verbs stems of those that are looked for
   */
  List<Telling> undated(Annotations annotations, Set<String> verbs) {
    List<Telling> tellings = new ArrayList<>();
    for (Annotated annotated : annotations.reports()) {
      for (Sentence sentence : annotated.sentences()) {
        boolean dated =
            annotated.timexesIn(sentence.span()).stream().anyMatch(one -> one.date().isPresent());
        if (!dated && sentence.part().isProse()) {
          annotated.syntax(sentence.index()).stream()
              .filter(tree -> tree.size() > 0)
              .flatMap(tree -> doings.all(annotated, sentence, tree, verbs).stream())
              .filter(doing -> isHeld(annotated, sentence, doing))
              .map(
                  doing ->
                      new Telling(
                          annotated,
                          sentence,
                          doing.part(),
                          doing.stem(),
                          new TreeSet<>(contentWords.of(sentence, doing.part()))))
              .filter(telling -> telling.words().size() > MIN_WORDS)
              .forEach(tellings::add);
        }
      }
    }
    return tellings;
  }

  private boolean isHeld(Annotated annotated, Sentence sentence, Doing doing) {
    Optional<Clause> clause =
        annotated.clauses().stream().filter(one -> one.span().contains(doing.word())).findFirst();
    return status(annotated, clause, doing) == Event.Status.HELD
        && clause.map(DatedMentionReader::status).orElse(Event.Status.HELD) == Event.Status.HELD
        && doing.event().filter(Event::negated).isEmpty()
        && !isNearMiss(annotated, sentence, doing.part());
  }

  private Optional<DatedMention> read(Annotated annotated, int report, String family, Timex timex) {
    Optional<PartialDate> date = timex.date();
    Optional<Sentence> at = annotated.text().sentenceAt(timex.span().start());
    if (date.isEmpty() || at.isEmpty() || !at.get().part().isSaid()) {
      return Optional.empty();
    }
    Sentence sentence = at.get();
    Optional<Clause> clause =
        annotated.clauses().stream()
            .filter(candidate -> candidate.span().overlaps(timex.span()))
            .findFirst();
    Span span = clause.map(Clause::span).orElse(sentence.span());
    Set<String> words = new TreeSet<>(contentWords.of(sentence, span));
    Set<String> context = new TreeSet<>(contentWords.of(sentence));
    List<String> own = contentWords.of(sentence, timex.span());
    words.removeAll(own);
    context.removeAll(own);
    if (context.size() < MIN_WORDS) {
      return Optional.empty();
    }
    if (words.size() < MIN_WORDS) {
      words = context;
    }
    Optional<Grammar> tree = annotated.syntax(sentence.index()).filter(one -> one.size() > 0);
    Optional<Doing> doing = tree.flatMap(one -> doings.of(annotated, sentence, one, timex));
    if (tree.isPresent() && doing.isEmpty() || isOfNothing(annotated, span, timex)) {
      return Optional.empty();
    }
    Optional<Event> event =
        doing.isPresent() ? doing.get().event() : nearest(annotated, span, timex);
    Event.Status status = status(annotated, sentence, clause, timex, date.get(), doing);
    return Optional.of(
        new DatedMention(
            annotated,
            report,
            family,
            sentence,
            span,
            doing.map(Doing::part).orElse(sentence.span()),
            shown(annotated, sentence, doing),
            day(annotated, timex, date.get(), status),
            status,
            event,
            doing.map(Doing::stem).or(() -> event.map(one -> trigger(sentence, one))).orElse(""),
            doing.map(Doing::objects).orElse(Set.of()),
            doing.map(Doing::told).orElse(true),
            words,
            context));
  }

  /** The sentence; of one that makes several statements that of the doing, as it reads alone. */
  private static String shown(Annotated annotated, Sentence sentence, Optional<Doing> doing) {
    Language language = Language.ofMost(List.of(annotated.text().language()));
    return doing
        .flatMap(
            one ->
                PlainStatements.of(annotated, sentence, language)
                    .flatMap(
                        all ->
                            all.at(one.word())
                                .flatMap(
                                    told ->
                                        all.words(
                                            sentence.span(),
                                            all.in(sentence.span()),
                                            List.of(told)))))
        .map(words -> Character.toUpperCase(words.charAt(0)) + words.substring(1))
        .orElseGet(() -> sentence.span().in(annotated.body()).strip());
  }

  /** The event of a clause whose word stands nearest the date. */
  private static Optional<Event> nearest(Annotated annotated, Span span, Timex timex) {
    return annotated.eventsIn(span).stream()
        .min(Comparator.comparingInt(event -> distance(event.trigger(), timex.span())));
  }

  private String trigger(Sentence sentence, Event event) {
    return String.join(" ", contentWords.of(sentence, event.trigger()));
  }

  /** From the event the date belongs to, else from how the clause is put. */
  private Event.Status status(
      Annotated annotated,
      Sentence sentence,
      Optional<Clause> clause,
      Timex timex,
      PartialDate date,
      Optional<Doing> doing) {
    Span span = clause.map(Clause::span).orElse(sentence.span());
    Event.Status status =
        doing
            .map(one -> status(annotated, clause, one))
            .orElseGet(
                () ->
                    nearest(annotated, span, timex)
                        .map(Event::status)
                        .orElseGet(
                            () ->
                                clause.map(DatedMentionReader::status).orElse(Event.Status.HELD)));
    if (status == Event.Status.HELD && isNearMiss(annotated, sentence, span)) {
      status = annulled(annotated, sentence);
    }
    if (isAfterPublication(annotated, date)) {
      if (status == Event.Status.HELD
          || status == Event.Status.POSSIBLE && datesAppointment(sentence, timex)) {
        return Event.Status.PLANNED;
      }
    }
    return status;
  }

  /** From the event at the word, else its auxiliaries, the cues over it and the clause. */
  private Event.Status status(Annotated annotated, Optional<Clause> clause, Doing doing) {
    if (doing.event().isPresent()) {
      return doing.event().get().status();
    }
    if (doing.status().isPresent()) {
      return doing.status().get();
    }
    if (doing.over().isPresent()) {
      return status(annotated, doing.over().get());
    }
    Event.Status told = clause.map(DatedMentionReader::status).orElse(Event.Status.HELD);
    return told == Event.Status.ALLEGED ? told : Event.Status.HELD;
  }

  private Event.Status status(Annotated annotated, Cue cue) {
    String words = cue.span().in(annotated.body()).toLowerCase(Locale.ROOT);
    return switch (cue.kind()) {
      case HEDGE, NEAR_MISS -> Event.Status.POSSIBLE;
      case PLAN -> Event.Status.PLANNED;
      case ALLEGATION -> Event.Status.ALLEGED;
      case DENIAL ->
          denials.getOrDefault(words, "").equals("refused")
              ? Event.Status.REFUSED
              : Event.Status.DENIED;
      case POSTPONEMENT ->
          postponements.getOrDefault(words, "").equals("cancelled")
              ? Event.Status.CANCELLED
              : Event.Status.POSTPONED;
      case NEGATION, APPROXIMATION -> Event.Status.HELD;
    };
  }

  /**
   * Whether a clause says how near something was that did not come about. "Almost all ships left"
   * tells of ships that left: there the word hangs on no verb.
   */
  private static boolean isNearMiss(Annotated annotated, Sentence sentence, Span clause) {
    Optional<Grammar> tree = annotated.syntax(sentence.index());
    return annotated.cuesIn(sentence.span()).stream()
        .filter(cue -> cue.kind() == Cue.Kind.NEAR_MISS && clause.overlaps(cue.span()))
        .anyMatch(cue -> tree.filter(one -> measures(one, sentence, cue.span())).isEmpty());
  }

  /** Whether a word alone says how much of something there is, not how far something came. */
  private static boolean measures(Grammar tree, Sentence sentence, Span cue) {
    List<Token> tokens = sentence.tokens();
    int[] words =
        IntStream.range(0, Math.min(tokens.size(), tree.size()))
            .filter(at -> cue.overlaps(tokens.get(at).span()))
            .toArray();
    if (words.length != 1 || tree.head(words[0]) < 0) {
      return false;
    }
    int head = tree.head(words[0]);
    return tree.pos(head).matches("NOUN|PROPN|DET|NUM|PRON")
        || tree.pos(head).equals("ADJ") && tree.relation(head).equals("amod");
  }

  /** What became of it instead, if the sentence says: "came within a day, but was delayed". */
  private static Event.Status annulled(Annotated annotated, Sentence sentence) {
    boolean putOff =
        annotated.cuesIn(sentence.span()).stream()
            .anyMatch(cue -> cue.kind() == Cue.Kind.POSTPONEMENT);
    return annotated.eventsIn(sentence.span()).stream()
        .map(Event::status)
        .filter(status -> status == Event.Status.POSTPONED || status == Event.Status.CANCELLED)
        .findFirst()
        .orElse(putOff ? Event.Status.POSTPONED : Event.Status.POSSIBLE);
  }

  /**
   * Whether the event the date belongs to is one that did not take place: "did not meet in May".
   */
  private static boolean isOfNothing(Annotated annotated, Span span, Timex timex) {
    return nearest(annotated, span, timex)
        .filter(Event::negated)
        .filter(event -> event.status() == Event.Status.HELD)
        .isPresent();
  }

  /**
   * The date, a year earlier where a month without a year was taken for one to come although what
   * it dates is over and the last such month is nearer: "plans for February were put off" in June.
   */
  private static PartialDate day(
      Annotated annotated, Timex timex, PartialDate date, Event.Status status) {
    PartialDate day = date.day();
    boolean over =
        status == Event.Status.HELD
            || status == Event.Status.CANCELLED
            || status == Event.Status.POSTPONED;
    Optional<PartialDate> published = annotated.text().published().date();
    boolean bare = !timex.span().in(annotated.body()).matches("(?s).*(?:\\d{4}|next|coming).*");
    if (!over
        || !bare
        || published.isEmpty()
        || day.precision() != PartialDate.Precision.MONTH
        || !isAfterPublication(annotated, day)) {
      return day;
    }
    PartialDate before =
        PartialDate.parse(day.earliest().minusYears(1).toString().substring(0, 7)).orElse(day);
    long ahead = day.earliest().toEpochDay() - published.get().latest().toEpochDay();
    long behind = published.get().earliest().toEpochDay() - before.latest().toEpochDay();
    return behind < ahead ? before : day;
  }

  private static int distance(Span a, Span b) {
    return Math.max(0, Math.max(a.start() - b.end(), b.start() - a.end()));
  }

  private static Event.Status status(Clause clause) {
    return switch (clause.certainty()) {
      case ASSERTED, ATTRIBUTED -> Event.Status.HELD;
      case ALLEGED -> Event.Status.ALLEGED;
      case POSSIBLE -> Event.Status.POSSIBLE;
      case PLANNED -> Event.Status.PLANNED;
      case DENIED -> Event.Status.DENIED;
    };
  }

  private static boolean isAfterPublication(Annotated annotated, PartialDate date) {
    return annotated
        .text()
        .published()
        .date()
        .map(published -> date.earliest().isAfter(published.latest()))
        .orElse(false);
  }

  /** Whether the date stands beside something that is held by appointment: "a summit in May". */
  private boolean datesAppointment(Sentence sentence, Timex timex) {
    List<Token> tokens = sentence.tokens();
    for (int at = 0; at < tokens.size(); at++) {
      if (timex.span().overlaps(tokens.get(at).span())) {
        int from = Math.max(0, at - NEAR_TOKENS);
        int to = Math.min(tokens.size(), at + NEAR_TOKENS + 1);
        return tokens.subList(from, to).stream()
            .anyMatch(token -> appointments.contains(token.normal()));
      }
    }
    return false;
  }
}
