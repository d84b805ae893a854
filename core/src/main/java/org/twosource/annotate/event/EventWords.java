package org.twosource.annotate.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.lexicon.VerbForms;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * The words of a language that name events: political ones with their PLOVER root, mode and CAMEO
 * code, others with their type. Words are compared in base form; a phrase may have up to three
 * other words between its own.
 */
final class EventWords {
  private static final String LEARNED_WITH = "political-events";
  private static final String LATER = "later-political-events";

  private static final int LONGEST_GAP = 3;

  /**
   * What an event phrase stands for.
   *
   * @param mode PLOVER mode, empty when there is none
   * @param cameo CAMEO code, empty for events that are not political
   */
  record Kind(String type, Optional<String> mode, Optional<String> cameo) {}

  /**
   * A phrase found.
   *
   * @param start its first token, the trigger
   * @param end behind its last token
   */
  record Found(int start, int end, Kind kind, int words) {}

  private record Phrase(List<String> words, Kind kind) {}

  private final Map<String, List<Phrase>> byFirst = new LinkedHashMap<>();
  private final Map<String, String> irregular;
  private final Set<String> bases = new HashSet<>();
  private final Map<String, String> known = new HashMap<>();

  EventWords(Language language) {
    this(language, List.of(LEARNED_WITH, LATER));
  }

  /** Those that the learned roots were made with. */
  static EventWords learned(Language language) {
    return new EventWords(language, List.of(LEARNED_WITH));
  }

  private EventWords(Language language, List<String> political) {
    irregular = language.map("event-forms");
    political.stream()
        .flatMap(section -> language.map(section).entrySet().stream())
        .forEach(
            entry -> {
              String[] parts = entry.getValue().split("\\s+");
              add(
                  entry.getKey(),
                  new Kind(
                      parts[0],
                      parts.length > 1 && !parts[1].equals("-")
                          ? Optional.of(parts[1])
                          : Optional.empty(),
                      parts.length > 2 ? Optional.of(parts[2]) : Optional.empty()));
            });
    language
        .map("event-triggers")
        .forEach((phrase, type) -> add(phrase, new Kind(type, Optional.empty(), Optional.empty())));
    bases.forEach(base -> known.put(base, base));
    for (String base : bases) {
      VerbForms.of(base).forEach(form -> known.putIfAbsent(form, base));
    }
    irregular.forEach(known::put);
  }

  private void add(String phrase, Kind kind) {
    List<String> words = List.of(phrase.split("\\s+"));
    bases.addAll(words);
    List<Phrase> alike = byFirst.computeIfAbsent(words.getFirst(), first -> new ArrayList<>());
    alike.removeIf(known -> known.words().equals(words)); // what is added later has the last word
    alike.add(new Phrase(words, kind));
  }

  /** The base form of a word that some phrase uses, else the word itself. */
  String base(Token token) {
    return known.getOrDefault(token.normal(), token.normal());
  }

  /** The phrases found, in text order, not overlapping; the one with more words wins. */
  List<Found> find(List<Token> tokens) {
    List<String> words = tokens.stream().map(this::base).toList();
    List<Found> all = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Found best = null;
      for (Phrase phrase : byFirst.getOrDefault(words.get(i), List.of())) {
        int end = match(phrase.words(), words, i);
        if (end >= 0 && (best == null || phrase.words().size() > best.words())) {
          best = new Found(i, end, phrase.kind(), phrase.words().size());
        }
      }
      if (best != null) {
        all.add(best);
      }
    }
    List<Found> chosen = new ArrayList<>();
    for (Found one : all) {
      boolean inside =
          all.stream()
              .anyMatch(
                  other ->
                      other != one
                          && other.start() <= one.start()
                          && one.start() < other.end()
                          && other.words() > one.words());
      if (!inside) {
        chosen.add(one);
      }
    }
    return chosen;
  }

  private static int match(List<String> phrase, List<String> words, int start) {
    int at = start + 1;
    for (int i = 1; i < phrase.size(); i++) {
      int limit = Math.min(words.size(), at + LONGEST_GAP + 1);
      int found = -1;
      for (int j = at; j < limit && found < 0; j++) {
        if (words.get(j).equals(phrase.get(i))) {
          found = j;
        } else if (words.get(j).matches("[.;:!?]")) {
          break;
        }
      }
      if (found < 0) {
        return -1;
      }
      at = found + 1;
    }
    return at;
  }
}
