package org.twosource.claim;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Who is said to know something, as far as the words tell.
 *
 * @param words as printed ("two senior U.S. officials")
 * @param key equal for the same informant in other words ("us official"); the entity's id where one
 *     stands behind the words
 * @param kind what sort of informant it is
 */
public record Informant(String words, String key, Kind kind) {

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** The sorts of informants told apart. */
  public enum Kind {
    /** A person, body or company that is named. */
    NAMED,
    /** Officials, sources, witnesses without a name. */
    UNNAMED,
    /** Another outlet or agency. */
    OUTLET
  }

  /** Whether both are one: the same key, or the same family name behind another title. */
  boolean isSameAs(Informant other) {
    String last = lastWord();
    return key.equals(other.key)
        || !last.isEmpty()
            && Character.isUpperCase(last.codePointAt(0))
            && last.equals(other.lastWord());
  }

  /** Whether they may be one: the same, or all words of one are words of the other. */
  boolean mayBe(Informant other) {
    List<String> own = nameWords();
    List<String> theirs = other.nameWords();
    return isSameAs(other)
        || !own.isEmpty() && theirs.containsAll(own)
        || !theirs.isEmpty() && own.containsAll(theirs);
  }

  private List<String> nameWords() {
    return NOT_LETTERS
        .splitAsStream(key.substring(key.indexOf(':') + 1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private String lastWord() {
    String name = words.strip();
    return name.substring(name.lastIndexOf(' ') + 1);
  }
}
