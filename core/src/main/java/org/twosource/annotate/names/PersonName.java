package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.twosource.lexicon.NameForm;
import org.twosource.lexicon.Transliteration;
import org.twosource.text.Language;

/**
 * A person's name taken apart.
 *
 * @param words all words, folded for comparing (lower case, no diacritics), without the ending
 * @param ending that tells a person from a namesake, without full stop: "jr"; empty where there is
 *     none
 * @param familyFirst whether the first word is the family name (Chinese, Korean, Vietnamese,
 *     Hungarian order)
 */
public record PersonName(List<String> words, String ending, boolean familyFirst) {
  private static final Map<String, String> NICKNAMES =
      Language.find("en").orElseThrow().map("nicknames");

  private static final Map<String, String> GIVEN_FORMS = givenForms();

  /** A shorter family name is written alike by chance. */
  private static final int MIN_SPELLED = 5;

  private static final double SOUNDS_ALIKE = .6;

  private static final double OF_ONE_STEM = .5;

  /** Letters that forms of one given name share, and what the shorter may have besides. */
  private static final int STEM = 4;

  private static final int MAX_ENDING = 2;

  /** Forms of one name for a woman and a man differ in it. */
  private static final String FEMININE = ".*[ae]";

  /** What may follow a family name alone: "Trump Jr.", while "Charles III" is a name. */
  private static final Set<String> GENERATIONS = Set.of("jr", "sr");

  public PersonName {
    words = List.copyOf(words);
  }

  private static Map<String, String> givenForms() {
    Map<String, String> forms = new HashMap<>();
    Language.find("en")
        .orElseThrow()
        .map("given-name-forms")
        .forEach(
            (form, one) -> forms.put(Transliteration.letters(form), Transliteration.letters(one)));
    return Map.copyOf(forms);
  }

  static PersonName of(List<String> parts, Gazetteer gazetteer, NameWords lists) {
    List<String> words = new ArrayList<>();
    String ending = "";
    for (String part : parts) {
      String lower = part.toLowerCase(Locale.ROOT);
      String plain = lower.replace(".", "");
      if (lists.endings().contains(lower)
          && (words.size() > 1 || words.size() == 1 && GENERATIONS.contains(plain))) {
        ending = plain;
      } else {
        words.add(NameForm.of(part));
      }
    }
    boolean familyFirst =
        parts.size() > 1
            && gazetteer.isFamilyNameFirst(parts.get(0))
            && !gazetteer.isGivenName(parts.get(0))
            && !gazetteer.isGivenName(parts.get(1));
    return new PersonName(words, ending, familyFirst);
  }

  boolean isFull() {
    return words.size() > 1;
  }

  String family() {
    return familyFirst ? words.get(0) : words.get(words.size() - 1);
  }

  String given() {
    return familyFirst ? words.get(1) : words.get(0);
  }

  /** Whether an ending such as Jr. tells the person from a namesake. */
  boolean hasEnding() {
    return !ending.isEmpty();
  }

  /**
   * Whether both full names can be one person's: same family name and ending, given names that
   * agree.
   */
  boolean agrees(PersonName other) {
    if (!ending.equals(other.ending)) {
      return false;
    }
    if (words.equals(other.words)) {
      return true;
    }
    if (familyFirst || other.familyFirst) {
      return String.join("", sorted(words)).equals(String.join("", sorted(other.words)))
          || String.join("", words).equals(String.join("", other.words));
    }
    return family().equals(other.family())
        && (sameGiven(given(), other.given()) && middlesAgree(other)
            || goesByMiddleName(other)
            || other.goesByMiddleName(this));
  }

  /** "J. Christopher Stone" and "Chris Stone": the first name is a letter, the second is used. */
  private boolean goesByMiddleName(PersonName other) {
    return words.size() > 2
        && given().length() == 1
        && words.get(1).length() > 1
        && other.given().length() > 1
        && sameGiven(words.get(1), other.given());
  }

  /**
   * How surely both full names are one person's in two spellings: 0 not at all, 1 where family
   * names differ only in how letters are carried over (Zelensky, Selenskyj), less where they only
   * sound alike. Given names are the same, or forms of one (Oleksiy, Alexei), or, less surely, of
   * one stem (Vassilis, Vassilios).
   */
  double spells(PersonName other) {
    boolean comparable =
        isFull()
            && other.isFull()
            && !familyFirst
            && !other.familyFirst
            && ending.equals(other.ending);
    if (!comparable || !middlesAgree(other)) {
      return 0;
    }
    if (givenSpells(given(), other.given())) {
      return familySpells(family(), other.family());
    }
    boolean oneFamily = family().length() > MIN_SPELLED && family().equals(other.family());
    return oneFamily && areOfOneStem(given(), other.given()) ? OF_ONE_STEM : 0;
  }

  /**
   * "Vassilis" and "Vassilios", "Alexis" and "Alexandros": four letters in common, and one of them
   * has hardly more. Not "Christian" and "Christopher", nor "Daniel" and "Danielle".
   */
  private static boolean areOfOneStem(String a, String b) {
    String one = Transliteration.letters(a);
    String other = Transliteration.letters(b);
    int shared = 0;
    while (shared < Math.min(one.length(), other.length())
        && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    return Math.min(a.length(), b.length()) >= MIN_SPELLED
        && a.matches(FEMININE) == b.matches(FEMININE)
        && shared >= STEM
        && Math.min(one.length(), other.length()) - shared <= MAX_ENDING;
  }

  /** Likewise of a family name alone. */
  double familySpells(String shorter) {
    return familyFirst ? 0 : familySpells(family(), shorter);
  }

  private static double familySpells(String a, String b) {
    if (Math.min(a.length(), b.length()) < MIN_SPELLED) {
      return a.equals(b) ? 1 : 0;
    }
    if (Transliteration.letters(a).equals(Transliteration.letters(b))) {
      return 1;
    }
    return Transliteration.sound(a).equals(Transliteration.sound(b)) ? SOUNDS_ALIKE : 0;
  }

  private static boolean givenSpells(String a, String b) {
    String one = Transliteration.letters(a);
    String other = Transliteration.letters(b);
    return sameGiven(a, b)
        || GIVEN_FORMS.getOrDefault(one, one).equals(GIVEN_FORMS.getOrDefault(other, other))
        || Math.min(a.length(), b.length()) >= MIN_SPELLED
            && Transliteration.sound(a).equals(Transliteration.sound(b));
  }

  private static List<String> sorted(List<String> words) {
    return words.stream().sorted().toList();
  }

  private static boolean sameGiven(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    if (a.length() == 1 || b.length() == 1) {
      return a.charAt(0) == b.charAt(0);
    }
    return NICKNAMES.getOrDefault(a, a).equals(NICKNAMES.getOrDefault(b, b));
  }

  /** Middle names that both have must begin alike: George H. Bush is not George W. Bush. */
  private boolean middlesAgree(PersonName other) {
    if (words.size() < 3 || other.words.size() < 3) {
      return true;
    }
    String mine = words.get(1);
    String theirs = other.words.get(1);
    return mine.charAt(0) == theirs.charAt(0);
  }

  /** How a shorter form names this person; 0 not at all, 1 by the family name. */
  double namedBy(PersonName shorter) {
    List<String> part = shorter.words();
    int size = part.size();
    if (size == 0
        || size >= words.size()
        || shorter.hasEnding() && !shorter.ending.equals(ending)) {
      return 0;
    }
    List<String> head = words.subList(0, size);
    List<String> tail = words.subList(words.size() - size, words.size());
    if (familyFirst) {
      if (part.equals(head)) {
        return 1;
      }
      return part.equals(tail) || String.join("", part).equals(String.join("", tail)) ? 0.7 : 0;
    }
    if (part.equals(tail)) {
      return 1;
    }
    return part.equals(head) ? 0.6 : 0;
  }
}
