package org.twosource.app.search;

/** What is known of a page in the index. */
final class Field {
  static final String ID = "id";
  static final String BODY = "body";
  static final String HEADLINE = "headline";
  static final String OUTLET = "outlet";

  /** Days since 1970-01-01. */
  static final String DAY = "day";

  /** Of analysed stories. */
  static final String PERSON = "person";

  static final String PLACE = "place";
  static final String ORGANIZATION = "organization";
  static final String STANDING = "standing";

  private Field() {}
}
