package org.twosource.report.format;

import java.util.List;

/** Names of elements of RSS and Atom, of whatever version. */
final class FeedNames {
  private FeedNames() {}

  /** The publication date, the surest first. */
  static final List<String> DATES =
      List.of("pubdate", "published", "issued", "date", "created", "updated", "modified");

  /** The last change. */
  static final List<String> CHANGED = List.of("updated", "modified");
}
