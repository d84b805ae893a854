package org.twosource.report.format;

import org.twosource.report.Limits;

/** How many tags a text of markup has, counted before a parser builds anything of them. */
final class TagCount {
  private TagCount() {}

  /**
   * @throws LimitPassed when there are more than the limit allows, told as the reason
   */
  static void check(String markup, Limits limits) {
    if (count(markup) > limits.pageTags()) {
      throw new LimitPassed(Limits.beyond("page-tags", limits.pageTags()));
    }
  }

  /** Tags that open or close an element, comments and declarations. */
  static int count(String markup) {
    int count = 0;
    for (int at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
      char next = at + 1 < markup.length() ? markup.charAt(at + 1) : ' ';
      count += Character.isLetter(next) || "/!?".indexOf(next) >= 0 ? 1 : 0;
    }
    return count;
  }
}
