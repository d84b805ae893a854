package org.twosource.claim.dispute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Timex;
import org.twosource.claim.Dispute;
import org.twosource.claim.Question;
import org.twosource.claim.Wording;
import org.twosource.lexicon.Synonyms;
import org.twosource.lexicon.WordForm;
import org.twosource.report.PartialDate;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * One event that reports of different families put on different days or weeks: "will vote on
 * Thursday" against "the ballot will be held on Friday". The event is the word the date hangs on,
 * or its subject where that is "be held" and the like; it must be the same or a synonym, and the
 * two sentences must share two more words (synonyms count). An event that a report dates twice is
 * left out. Needs grammar; without it nothing is found.
 */
public final class EventDays {
  private static final int MAX_DISPUTES = 3;

  /** Days apart at which two datings are of one occasion; beyond it there are two. */
  private static final int MAX_DAYS = 3;

  /** Words that two tellings share besides the event and the date. */
  private static final int SHARED_WORDS = 2;

  private final ContentWords contentWords;
  private final Synonyms synonyms;
  private final Set<String> holdingVerbs;
  private final Set<String> spokenDays;

  public EventDays(Language language, ContentWords contentWords, Synonyms synonyms) {
    this.contentWords = contentWords;
    this.synonyms = synonyms;
    this.spokenDays = language.words("spoken-days");
    this.holdingVerbs = language.words("holding-verbs");
  }

  /**
   * One dating.
   *
   * @param event stem of the word that is dated
   * @param words stems of the other words of its sentence, those of the date left out
   */
  private record Dating(Wording wording, String event, Timex timex, Set<String> words) {
    String said() {
      return timex.span().in(wording.annotated().body()).replaceAll("\\s+", " ");
    }
  }

  /** One question a pair of days, in story order. */
  public List<Question> find(List<Wording> wordings) {
    List<Dating> datings = new ArrayList<>();
    wordings.forEach(wording -> read(wording, datings));
    List<Question> found = new ArrayList<>();
    Set<Set<String>> seen = new LinkedHashSet<>();
    for (int i = 0; i < datings.size(); i++) {
      for (int j = i + 1; j < datings.size() && found.size() < MAX_DISPUTES; j++) {
        Dating a = datings.get(i);
        Dating b = datings.get(j);
        if (differ(a, b, datings) && seen.add(Set.of(a.timex().value(), b.timex().value()))) {
          found.add(contested(a, b));
        }
      }
    }
    return found;
  }

  private static Question contested(Dating a, Dating b) {
    return new Question(
        List.of(a.wording(), b.wording()),
        List.of(
            DisputedPair.open(
                    Dispute.Kind.DATE,
                    ProposedSide.of(a.wording(), a.timex()),
                    ProposedSide.of(b.wording(), b.timex()))
                .between(0, 1)));
  }

  private boolean differ(Dating a, Dating b, List<Dating> all) {
    return !a.wording().family().equals(b.wording().family())
        && areApart(a.timex(), b.timex())
        && like(a.event(), b.event())
        && !DateDispute.nameOneWeekday(a.said(), b.said())
        && !a.said().equalsIgnoreCase(b.said())
        && isDatedOnce(a, all)
        && isDatedOnce(b, all)
        && a.words().stream().filter(word -> holds(b.words(), word)).count() >= SHARED_WORDS;
  }

  private static boolean areApart(Timex a, Timex b) {
    Optional<LocalDate> first = day(a);
    Optional<LocalDate> second = day(b);
    if (first.isPresent() && second.isPresent()) {
      long apart = Math.abs(first.get().toEpochDay() - second.get().toEpochDay());
      return apart > 0 && apart <= MAX_DAYS;
    }
    return isWeek(a) && isWeek(b) && !a.value().equals(b.value());
  }

  private static Optional<LocalDate> day(Timex timex) {
    return timex
        .date()
        .filter(date -> date.precision().compareTo(PartialDate.Precision.DAY) >= 0)
        .map(PartialDate::earliest);
  }

  /** A day or a part of one; the hour is asked for as a number. */
  private static boolean isDay(Timex timex) {
    return day(timex).isPresent() && !timex.value().matches(".*T\\d.*");
  }

  /** "Last night" in somebody's own words, who may have spoken on another day. */
  private boolean isSpokenDay(Wording wording, Timex timex) {
    String said = timex.span().in(wording.annotated().body());
    return holdsSpokenDay(said)
        && wording.annotated().attributionsOver(timex.span()).stream()
            .flatMap(by -> by.quoted().stream())
            .anyMatch(quoted -> quoted.overlaps(timex.span()));
  }

  private boolean holdsSpokenDay(String said) {
    return Arrays.stream(said.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
        .anyMatch(spokenDays::contains);
  }

  private static boolean isWeek(Timex timex) {
    return timex.value().matches("\\d{4}-W\\d{2}");
  }

  private boolean isDatedOnce(Dating dating, List<Dating> all) {
    return all.stream()
            .filter(other -> other.wording().report() == dating.wording().report())
            .filter(other -> like(other.event(), dating.event()))
            .map(other -> other.timex().value())
            .distinct()
            .count()
        == 1;
  }

  private boolean holds(Set<String> words, String word) {
    return words.stream().anyMatch(other -> like(word, other));
  }

  private boolean like(String a, String b) {
    return a.equals(b) || synonyms.share(WordForm.stem(a), WordForm.stem(b));
  }

  private void read(Wording wording, List<Dating> datings) {
    Annotated annotated = wording.annotated();
    Optional<Grammar> syntax = annotated.syntax(wording.sentence().index());
    if (syntax.isEmpty() || !wording.sentence().part().isProse()) {
      return;
    }
    List<Token> tokens = wording.sentence().tokens();
    for (Timex timex : wording.dates()) {
      if (!isDay(timex) && !isWeek(timex)
          || !wording.span().contains(timex.span())
          || isSpokenDay(wording, timex)) {
        continue;
      }
      int event = event(wording, tokens, syntax.get(), timex);
      if (event >= 0) {
        Set<String> words = new TreeSet<>();
        for (Token token : tokens) {
          if (!timex.span().overlaps(token.span())
              && token != tokens.get(event)
              && contentWords.isContent(token)) {
            words.add(contentWords.stem(token.normal()));
          }
        }
        datings.add(
            new Dating(wording, contentWords.stem(tokens.get(event).normal()), timex, words));
      }
    }
  }

  /** The word that a date hangs on, if it names an event; not the saying of something. */
  private int event(Wording wording, List<Token> tokens, Grammar syntax, Timex timex) {
    int event = -1;
    for (int at = 0; at < tokens.size() && event < 0; at++) {
      int head = syntax.head(at);
      if (timex.span().overlaps(tokens.get(at).span())
          && head >= 0
          && !timex.span().overlaps(tokens.get(head).span())
          && syntax.relation(at).matches("obl.*|nmod.*|advmod|nummod|dep|compound")) {
        event = head;
      }
    }
    if (event >= 0 && holdingVerbs.contains(tokens.get(event).normal())) {
      event = subject(syntax, event);
    }
    if (event < 0
        || !contentWords.isContent(tokens.get(event))
        || !syntax.pos(event).matches("VERB|NOUN")
        || isSaying(wording, tokens.get(event))) {
      return -1;
    }
    return event;
  }

  private static int subject(Grammar syntax, int verb) {
    return syntax.dependents(verb, "nsubj.*").filter(at -> at < verb).findFirst().orElse(-1);
  }

  private static boolean isSaying(Wording wording, Token token) {
    return wording.annotated().attributions().stream()
        .map(Attribution::cue)
        .flatMap(Optional::stream)
        .anyMatch(cue -> cue.overlaps(token.span()));
  }
}
