package org.twosource.claim;

/**
 * Who is said to know something, as far as the words tell.
 *
 * @param words as printed ("two senior U.S. officials")
 * @param key equal for the same informant in other words ("us official"); the entity's id where one
 *     stands behind the words
 * @param kind what sort of informant it is
 */
record Informant(String words, String key, Kind kind) {

  /** The sorts of informants told apart. */
  enum Kind {
    /** A person, body or company that is named. */
    NAMED,
    /** Officials, sources, witnesses without a name. */
    UNNAMED,
    /** Another outlet or agency. */
    OUTLET
  }
}
