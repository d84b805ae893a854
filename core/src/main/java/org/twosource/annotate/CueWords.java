package org.twosource.annotate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.lexicon.PlainForm;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * The phrases of a language that change how a statement is put, and where they stand in a row of
 * tokens. The language file documents the form of a phrase.
 */
public final class CueWords {
  /** The most words that a {@code *} stands for. */
  private static final int LONGEST_GAP = 4;

  private static final Map<Cue.Kind, String> SECTIONS = new EnumMap<>(Cue.Kind.class);

  static {
    SECTIONS.put(Cue.Kind.HEDGE, "hedges");
    SECTIONS.put(Cue.Kind.NEGATION, "negations");
    SECTIONS.put(Cue.Kind.PLAN, "plans");
    SECTIONS.put(Cue.Kind.ALLEGATION, "allegations");
    SECTIONS.put(Cue.Kind.NEAR_MISS, "near-misses");
    SECTIONS.put(Cue.Kind.APPROXIMATION, "approximations");
    SECTIONS.put(Cue.Kind.DENIAL, "denials");
    SECTIONS.put(Cue.Kind.POSTPONEMENT, "postponements");
  }

  /**
   * A phrase found.
   *
   * @param end exclusive, in tokens
   * @param outcome what the language file says behind the phrase: {@code cancelled}, {@code
   *     refused}; else empty
   */
  public record Found(Cue.Kind kind, int start, int end, String outcome) {}

  private record Phrase(Cue.Kind kind, List<String> words, String outcome, boolean leftOut) {}

  private final Map<String, List<Phrase>> byFirst = new HashMap<>();
  private final Map<String, String> numberWords;
  private final Set<String> notVerbs;
  private final Map<String, String> months;

  public CueWords(Language language) {
    SECTIONS.forEach(
        (kind, section) ->
            language.map(section).forEach((phrase, outcome) -> add(kind, phrase, outcome)));
    numberWords = new HashMap<>();
    language
        .map("number-words")
        .forEach((word, value) -> numberWords.put(PlainForm.of(word), value));
    notVerbs = PlainForm.of(language.words("not-verbs"));
    months = language.map("months");
  }

  private void add(Cue.Kind kind, String written, String outcome) {
    boolean leftOut = written.startsWith("!");
    List<String> words =
        List.of(PlainForm.of(leftOut ? written.substring(1) : written).split("\\s+"));
    byFirst
        .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
        .add(new Phrase(kind, words, outcome, leftOut));
  }

  /** What is found, in text order; two kinds may share words, one kind does not overlap itself. */
  public List<Found> find(List<Token> tokens) {
    List<Found> found = new ArrayList<>();
    Map<Cue.Kind, Integer> taken = new EnumMap<>(Cue.Kind.class);
    for (int i = 0; i < tokens.size(); i++) {
      Map<Cue.Kind, Found> best = new EnumMap<>(Cue.Kind.class);
      Map<Cue.Kind, Integer> leftOutUntil = new EnumMap<>(Cue.Kind.class);
      for (Phrase phrase : byFirst.getOrDefault(word(tokens, i), List.of())) {
        int end = match(phrase.words(), 0, tokens, i);
        if (end < 0) {
          continue;
        }
        if (phrase.leftOut()) {
          leftOutUntil.merge(phrase.kind(), end, Math::max);
        } else if (fits(phrase, tokens, i, end)) {
          Found known = best.get(phrase.kind());
          if (known == null || end > known.end()) {
            best.put(phrase.kind(), new Found(phrase.kind(), i, end, phrase.outcome()));
          }
        }
      }
      for (Found one : best.values()) {
        if (one.end() > leftOutUntil.getOrDefault(one.kind(), -1)
            && taken.getOrDefault(one.kind(), 0) <= i) {
          found.add(one);
          taken.put(one.kind(), one.end());
        }
      }
    }
    return found;
  }

  /** The token as the phrases write it: a glued "n't" counts by itself. */
  private static String word(List<Token> tokens, int i) {
    String normal = tokens.get(i).normal();
    return normal.length() > 3 && normal.endsWith("n't") ? "n't" : normal;
  }

  private static int match(List<String> words, int at, List<Token> tokens, int place) {
    if (at == words.size()) {
      return place;
    }
    if (words.get(at).equals("*")) {
      for (int gap = 1; gap <= LONGEST_GAP && place + gap < tokens.size(); gap++) {
        int end = match(words, at + 1, tokens, place + gap);
        if (end >= 0) {
          return end;
        }
      }
      return -1;
    }
    return place < tokens.size() && word(tokens, place).equals(words.get(at))
        ? match(words, at + 1, tokens, place + 1)
        : -1;
  }

  private boolean fits(Phrase phrase, List<Token> tokens, int start, int end) {
    Optional<Token> next = end < tokens.size() ? Optional.of(tokens.get(end)) : Optional.empty();
    boolean numberNext = next.map(this::isNumber).orElse(false) || isNumberAfterMark(tokens, end);
    Token first = tokens.get(start);
    boolean capitalInside = start > 0 && Character.isUpperCase(first.text().codePointAt(0));
    if (capitalInside && months.containsKey(first.normal())) {
      return false;
    }
    return switch (phrase.kind()) {
      case APPROXIMATION ->
          numberNext
              || phrase.words().getFirst().equals("or")
                  && start > 1
                  && (isNumber(tokens.get(start - 1)) || isNumber(tokens.get(start - 2)));
      case NEAR_MISS -> !numberNext;
      case HEDGE, NEGATION, PLAN, ALLEGATION, DENIAL, POSTPONEMENT ->
          !phrase.words().getLast().equals("to") || next.map(this::mayBeVerb).orElse(false);
    };
  }

  private boolean isNumberAfterMark(List<Token> tokens, int at) {
    return at + 1 < tokens.size()
        && (tokens.get(at).text().matches("[$£€¥]|a|an|US|C")
            && (isNumber(tokens.get(at + 1))
                || tokens.get(at + 1).normal().matches("dozen|third|quarter|half")));
  }

  private boolean isNumber(Token token) {
    String text = token.normal();
    return !text.isEmpty()
        && (Character.isDigit(text.charAt(0))
            || text.length() > 1 && "$£€¥".indexOf(text.charAt(0)) >= 0
            || numberWords.containsKey(text)
            || text.indexOf('-') > 0
                && numberWords.containsKey(text.substring(0, text.indexOf('-'))));
  }

  private boolean mayBeVerb(Token token) {
    return Character.isLowerCase(token.text().codePointAt(0))
        && !notVerbs.contains(token.normal())
        && !token.normal().endsWith("ing");
  }
}
