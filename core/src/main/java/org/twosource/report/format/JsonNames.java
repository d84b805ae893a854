package org.twosource.report.format;

import java.util.List;

/** Names of fields under which JSON holds a report; of several the first that is there counts. */
final class JsonNames {
  private JsonNames() {}

  /** Lists of reports. */
  static final List<String> LISTS =
      List.of("reports", "articles", "items", "documents", "docs", "stories", "entries", "data");

  /** The text itself. */
  static final List<String> BODIES =
      List.of(
          "text",
          "body",
          "body_text",
          "content_text",
          "articleBody",
          "maintext",
          "plain_text",
          "content",
          "article");

  /** The text as HTML. */
  static final List<String> MARKED_UP =
      List.of("body_html", "content_html", "bodyHtml", "html", "body_xhtml");

  /** The text in an object that stands where a text is expected. */
  static final List<String> INNER_BODIES =
      List.of("text", "body", "plain", "plain_text", "content", "value", "articleBody");

  /** Likewise, as HTML: {@code rendered} is how WordPress names it. */
  static final List<String> INNER_MARKED_UP = List.of("html", "rendered", "body_html", "xhtml");

  /** The title in an object that stands where a title is expected. */
  static final List<String> INNER_HEADLINES = List.of("rendered", "main", "text", "title", "value");

  /** What a report is called. */
  static final List<String> IDS = List.of("id", "guid", "_id", "uri");

  /** The address of its page. */
  static final List<String> ADDRESSES = List.of("url", "link", "canonical_url", "external_url");

  /** The title. */
  static final List<String> HEADLINES = List.of("title", "headline", "head");

  /** The authors, a name, an object with one, or a list. */
  static final List<String> BYLINES = List.of("byline", "author", "authors", "by", "creator");

  /** Whose work it is. */
  static final List<String> CREDITS = List.of("credit", "credits", "usageterms_credit");

  /** The publication date, the surest first. */
  static final List<String> DATES =
      List.of(
          "date",
          "published",
          "date_published",
          "published_at",
          "publishedAt",
          "pubDate",
          "datePublished",
          "date_publish",
          "publication_date",
          "firstcreated",
          "firstCreated",
          "versioncreated",
          "versionCreated",
          "timestamp");

  /** The language. */
  static final List<String> LANGUAGES = List.of("language", "lang", "inLanguage");

  /** What all printings of one page share. */
  static final List<String> PAGE_IDS = List.of("guid", "uri");

  /** When it was last changed. */
  static final List<String> CHANGED =
      List.of("date_modified", "modified", "dateModified", "versioncreated", "versionCreated");

  /** The outlet, as text. */
  static final List<String> OUTLETS =
      List.of("outlet", "source", "publisher", "site_name", "provider", "source_domain");

  /** The outlet, as an object. */
  static final List<String> OUTLET_OBJECTS = List.of("source", "publisher", "outlet");

  /** The name in an object. */
  static final List<String> OBJECT_NAMES = List.of("name", "title", "id");
}
