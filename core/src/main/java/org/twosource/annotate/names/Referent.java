package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twosource.annotate.Entity;
import org.twosource.annotate.EntityType;

/**
 * Whom or what names refer to, while they are being resolved; becomes an {@link Entity}. Not
 * thread-safe.
 */
final class Referent {
  final EntityType type;

  /** The name the gazetteer gives it; empty for what only the reports name. */
  final Optional<String> known;

  /** The full names of a person that were put together. */
  final List<PersonName> persons = new ArrayList<>();

  private final Map<String, String> roles = new LinkedHashMap<>();
  private final Map<String, Integer> forms = new LinkedHashMap<>();
  String id = "";

  /** What the user calls it; empty where he has not said. */
  private String called = "";

  /** "m", "f" or empty. */
  Optional<String> gender = Optional.empty();

  Referent(EntityType type, Optional<String> known) {
    this.type = type;
    this.known = known;
  }

  /** Keeps a role; "US" and "U.S.", capitals and small letters are the same. */
  void hasRole(String role) {
    roles.putIfAbsent(role.toLowerCase(Locale.ROOT).replace(".", "").replace('-', ' '), role);
  }

  Collection<String> roles() {
    return roles.values();
  }

  void unseen(String form) {
    forms.computeIfPresent(form, (unused, times) -> times > 1 ? times - 1 : null);
  }

  void seen(String form) {
    forms.merge(form, 1, Integer::sum);
  }

  /** How often each form was seen, in order of first sight. */
  Map<String, Integer> forms() {
    return forms;
  }

  /** Makes what another was known by known of this one, and calls it as the user does. */
  void take(Referent other, String name) {
    other.forms.forEach((form, times) -> forms.merge(form, times, Integer::sum));
    other.roles.forEach(roles::putIfAbsent);
    persons.addAll(other.persons);
    gender = gender.or(() -> other.gender);
    called = name;
  }

  /**
   * What the user calls it, else the gazetteer's name, else the form with most words, then one that
   * is not all in capitals, then the most frequent, then by letters. A person whom only capitals
   * name, as in a transcript, gets small letters: "ANA MOSS" is Ana Moss.
   */
  String name() {
    if (!called.isEmpty()) {
      return called;
    }
    return known.orElseGet(
        () -> {
          String best =
              forms.keySet().stream()
                  .max(
                      Comparator.<String>comparingInt(form -> form.split("[\\s]+").length)
                          .thenComparing(form -> !isAllCapitals(form))
                          .thenComparing(forms::get)
                          .thenComparing(Comparator.reverseOrder()))
                  .orElse("");
          return type == EntityType.PERSON && isAllCapitals(best) ? inSmallLetters(best) : best;
        });
  }

  private static boolean isAllCapitals(String form) {
    return form.length() > 3 && form.equals(form.toUpperCase(Locale.ROOT));
  }

  private static String inSmallLetters(String form) {
    StringBuilder small = new StringBuilder();
    boolean begins = true;
    for (char letter : form.toCharArray()) {
      small.append(begins ? letter : Character.toLowerCase(letter));
      begins = !Character.isLetter(letter);
    }
    return small.toString();
  }
}
