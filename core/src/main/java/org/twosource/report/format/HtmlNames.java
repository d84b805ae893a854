package org.twosource.report.format;

import java.util.List;
import java.util.Set;

/** Names of elements and metadata of pages. */
final class HtmlNames {
  private HtmlNames() {}

  /** Elements that never hold text of the article. */
  static final Set<String> NEVER_TEXT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "svg",
          "canvas",
          "object",
          "embed",
          "button",
          "input",
          "select",
          "textarea",
          "option",
          "nav",
          "dialog",
          "map",
          "audio",
          "video",
          "picture",
          "link",
          "meta",
          "head",
          "math",
          "figcaption",
          "figure",
          "menu",
          "footer",
          "applet",
          "rt",
          "rp");

  /** Elements that stand on lines of their own. */
  static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "fieldset",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "li",
          "main",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul",
          "amp-body");

  /** Metadata with the publication date, the surest first. */
  static final List<String> DATES =
      List.of(
          "article:published_time",
          "og:article:published_time",
          "article:published",
          "datepublished",
          "date_published",
          "published_time",
          "publish_date",
          "publishdate",
          "pubdate",
          "publication_date",
          "og:published_time",
          "og:pubdate",
          "sailthru.date",
          "parsely-pub-date",
          "dc.date.issued",
          "dcterms.issued",
          "dc.date.created",
          "dcterms.created",
          "dc.date",
          "dcterms.date",
          "dc.date.available",
          "citation_publication_date",
          "citation_date",
          "article.published",
          "article_date_original",
          "cxenseparse:recs:publishtime",
          "rnews:datepublished",
          "bt:pubdate",
          "originalpublicationdate",
          "date",
          "created",
          "datecreated",
          "article:created",
          "displaydate",
          "shareaholic:article_published_time",
          "last-modified-original",
          "timestamp",
          "og:regdate",
          "pub_date",
          "releasedate",
          "dateissued",
          "mediator_published_time",
          "publish-date",
          "published-date");

  /** Metadata with the date of the last change. */
  static final List<String> CHANGED =
      List.of(
          "article:modified_time",
          "og:updated_time",
          "datemodified",
          "lastmod",
          "last-modified",
          "dcterms.modified",
          "dc.date.modified",
          "modified",
          "lastmodified",
          "revision_date");

  /** Fields of JSON-LD that hold further nodes. */
  static final List<String> LINKED =
      List.of("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item");

  /** Metadata with the outlet. */
  static final List<String> OUTLETS =
      List.of("og:site_name", "application-name", "dc.publisher", "publisher", "copyright-holder");

  /** Metadata with the title. */
  static final List<String> TITLES = List.of("og:title", "twitter:title", "dc.title", "title");

  /** Metadata with the author. */
  static final List<String> AUTHORS =
      List.of(
          "author",
          "article:author",
          "byl",
          "dc.creator",
          "parsely-author",
          "sailthru.author",
          "twitter:creator");
}
