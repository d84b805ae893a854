package org.twosource.claim;

/**
 * Who is said to know something, as far as the words tell.
 *
 * @param words as printed ("two senior U.S. officials")
 * @param key equal for the same informant in other words ("us official"); the entity's id where one
 *     stands behind the words
 * @param kind what sort of informant it is
 */
public record Informant(String words, String key, Kind kind) {

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

  private String lastWord() {
    String name = words.strip();
    return name.substring(name.lastIndexOf(' ') + 1);
  }
}
