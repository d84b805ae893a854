package org.twosource.app.store;

import java.util.Optional;

/**
 * What a reader decided.
 *
 * @param number by which it is undone
 * @param kind {@code together}, {@code apart}, {@code same-claim}, {@code different-claims}, {@code
 *     same-name}, {@code pin} or {@code rename}
 * @param a the report, statement or story it is about
 * @param b the other report or statement, or the new name
 * @param made ISO 8601 instant
 * @param undone ISO 8601 instant
 */
public record KeptDecision(
    long number, String kind, String a, String b, String made, Optional<String> undone) {}
