package org.twosource.app.serve.export;

import org.twosource.report.Span;

/**
 * Words of a report that something rests on.
 *
 * @param report its id
 * @param outlet what readers know it by
 * @param address where it was published; empty where that is no address of the web
 * @param body the whole text
 * @param span UTF-16 code units, in the body
 */
public record QuotedWords(String report, String outlet, String address, String body, Span span) {
  public QuotedWords {
    if (span.end() > body.length()) {
      throw new IllegalArgumentException(span + " is not in the text of " + report);
    }
  }

  public String words() {
    return span.in(body);
  }

  /** The address of the report; where it has none, a name made of its id. */
  String iri() {
    return address.isEmpty() ? AnnotationOutput.urn("report", report) : address;
  }

  /** {@code report:start-end}. */
  public String place() {
    return report + ":" + span.start() + "-" + span.end();
  }
}
