package org.twosource.reuse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.report.Span;

/**
 * Which characters of a body are somebody's words: what stands in quotation marks, what the
 * annotations call quoted, and embedded posts signed with a handle.
 */
public final class QuotedText {
  /** A quotation longer than this was never closed. */
  private static final int MAX_CHARACTERS = 1_500;

  /** Below an embedded post: a dash, its author, the author's handle and the day. */
  private static final Pattern SIGNATURE =
      Pattern.compile("[—–-]\\s?[^\\n—–]{1,60}\\(@\\w{1,30}\\)\\s+\\p{L}+ \\d{1,2}, \\d{4}");

  /** Characters from the handle to either end of a signature. */
  private static final int MAX_SIGNATURE = 80;

  private final List<Span> spans;

  private QuotedText(List<Span> spans) {
    this.spans = spans;
  }

  public static QuotedText of(Annotated report) {
    List<Span> spans = new ArrayList<>(posts(report.body()));
    report.text().quotes().spans().stream()
        .filter(quoted -> quoted.length() <= MAX_CHARACTERS)
        .forEach(spans::add);
    for (Attribution said : report.attributions()) {
      spans.addAll(said.quoted());
    }
    spans.sort(null);
    List<Span> merged = new ArrayList<>();
    for (Span span : spans) {
      int last = merged.size() - 1;
      if (last >= 0 && span.start() <= merged.get(last).end()) {
        merged.set(last, merged.get(last).union(span));
      } else {
        merged.add(span);
      }
    }
    return new QuotedText(merged);
  }

  /** Whether any of these characters is quoted. */
  public boolean touches(Span span) {
    for (Span quoted : spans) {
      if (quoted.overlaps(span)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the character at {@code offset} is quoted. */
  public boolean holds(int offset) {
    int low = 0;
    int high = spans.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span span = spans.get(middle);
      if (offset < span.start()) {
        high = middle - 1;
      } else if (offset >= span.end()) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /** Lines that are posts of a network, signed by their author. */
  private static List<Span> posts(String body) {
    List<Span> spans = new ArrayList<>();
    for (int handle = body.indexOf("(@"); handle >= 0; handle = body.indexOf("(@", handle + 1)) {
      int line = body.lastIndexOf('\n', handle) + 1;
      int end = Math.min(body.length(), handle + MAX_SIGNATURE);
      Matcher signature =
          SIGNATURE.matcher(body).region(Math.max(line, handle - MAX_SIGNATURE), end);
      if (handle - line <= MAX_CHARACTERS && signature.find()) {
        spans.add(new Span(line, signature.end()));
      }
    }
    return spans;
  }
}
