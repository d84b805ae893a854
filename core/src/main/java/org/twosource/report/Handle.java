package org.twosource.report;

/**
 * How a finding is named.
 *
 * @param id made of its content, so that it survives one more report: {@code c-3fa91b7c}
 * @param label for people, its place in one result: {@code c1}
 */
public record Handle(String id, String label) {

  /** A handle whose label is its id too, as of a family made by hand. */
  public static Handle of(String id) {
    return new Handle(id, id);
  }

  /** The same place in the result under another id. */
  public Handle withId(String other) {
    return new Handle(other, label);
  }
}
