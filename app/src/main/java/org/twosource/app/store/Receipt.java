package org.twosource.app.store;

import java.util.Optional;

/**
 * The acknowledgement of one input.
 *
 * @param seq its number in the store, in order of arrival; 0 before it is kept
 * @param key SHA-256 of the bytes, the place in them and the name given; unique, so that an input
 *     met again is not stored twice
 * @param report the report stored, or the one that this is a version or a duplicate of
 * @param reason why it was quarantined
 * @param received ISO 8601 instant
 */
public record Receipt(
    long seq,
    String key,
    Outcome outcome,
    Optional<String> report,
    Origin origin,
    Optional<String> reason,
    String received) {

  /**
   * Where an input came from.
   *
   * @param source as the user knows it
   * @param raw SHA-256 of the bytes it was read from, where they were at hand
   * @param ordinal which finding in those bytes it is, from 0
   * @param held what the bytes were called, which says how they are read
   */
  public record Origin(String source, Optional<String> raw, int ordinal, Held held) {}

  /**
   * What held the bytes: a file, an entry of an archive, a page that was fetched.
   *
   * @param name the last part of the path
   * @param url the address it was fetched from, or ""
   * @param charset the character set its container names, or ""
   */
  public record Held(String name, String url, String charset) {
    public static final Held NOTHING = new Held("", "", "");
  }
}
