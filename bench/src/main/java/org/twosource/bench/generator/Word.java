package org.twosource.bench.generator;

/**
 * One word of a statement, or a few that stand and fall together ("may have").
 *
 * @param text as printed; one that begins with a comma is set without a blank
 * @param number of the word in the vocabulary, -1 for those that have no synonym
 * @param ending of an inflected word, part of {@code text}
 */
record Word(String text, Kind kind, int number, String ending) {

  /** What a word does; every kind but the first two and the last carries a fact. */
  enum Kind {
    FUNCTION,
    CONTENT,
    NUMBER,
    DATE,
    NAME,
    HEDGE,
    PLAN,
    ATTRIBUTION,
    QUOTED,
    /** Joins two clauses; a sentence can be split here. */
    JOINT
  }

  static Word of(Kind kind, String text) {
    return new Word(text, kind, -1, "");
  }

  static Word function(String text) {
    return of(Kind.FUNCTION, text);
  }
}
