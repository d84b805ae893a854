package org.twosource.report.format.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.report.format.pdf.PageLines.PageLine;

/**
 * Joins the lines of pages to paragraphs, one a line of the body. What is printed at the edge of
 * many pages (running heads, feet, page numbers) is left out. A word that is divided at the end of
 * a line is joined, unless the document has it with its hyphen elsewhere.
 */
final class Paragraphs {
  /** Lines at the top and the bottom of a page that may be running heads and feet. */
  private static final int EDGE_LINES = 2;

  /** A running head is on this many pages (those of a chapter); the line next to it on a share. */
  private static final int RUNNING_PAGES = 3;

  private static final double RUNNING_SHARE = .4;

  /** A line shorter than this share of the long ones ends a paragraph, a heading or an entry. */
  private static final double SHORT = .55;

  /** The length of the long ones: that of which one in ten is longer. */
  private static final double LONG = .9;

  /** Letters that differ by more than this share are a heading and what it is over. */
  private static final double OTHER_SIZE = .1;

  private static final int LONGEST_WORD = 80;

  private static final Pattern DIVIDED =
      Pattern.compile("([\\p{L}\\p{N}][\\p{L}\\p{N}'’]*)[-\\u2010\\u00ad]$");
  private static final Pattern GOES_ON = Pattern.compile("^\\p{Ll}[\\p{L}'’]*");
  private static final Pattern ENDED = Pattern.compile("[.!?…:;][\"'”’»)\\]]*$");
  private static final Pattern NUMBER = Pattern.compile("[\\s\\p{Pd}]*(\\d{1,4})[\\s\\p{Pd}]*");

  private final List<List<PageLine>> pages;
  private final Set<String> words = new HashSet<>();
  private final double shortest;
  private final StringBuilder body = new StringBuilder();

  private Paragraphs(List<List<PageLine>> pages) {
    this.pages = pages;
    List<Integer> lengths = new ArrayList<>();
    for (List<PageLine> page : pages) {
      for (PageLine line : page) {
        lengths.add(line.text().length());
        for (String word : line.text().toLowerCase(Locale.ROOT).split("[^\\p{L}'’-]+")) {
          words.add(word);
        }
      }
    }
    lengths.sort(null);
    this.shortest =
        lengths.isEmpty() ? 0 : SHORT * lengths.get((int) (LONG * (lengths.size() - 1)));
  }

  /** The body of a document of pages. */
  static String of(List<List<PageLine>> pages) {
    return new Paragraphs(withoutEdges(pages)).joined();
  }

  private String joined() {
    PageLine before = null;
    for (List<PageLine> page : pages) {
      boolean isFirst = true;
      for (PageLine line : page) {
        if (before == null) {
          body.append(line.text());
        } else if (isNew(before, line, isFirst)) {
          body.append('\n').append(line.text());
        } else {
          append(line.text());
        }
        before = line;
        isFirst = false;
      }
    }
    return body.toString();
  }

  private boolean isNew(PageLine before, PageLine line, boolean isFirstOfPage) {
    double larger = Math.max(before.size(), line.size());
    if (Math.abs(before.size() - line.size()) > OTHER_SIZE * larger) {
      return true;
    }
    if (isFirstOfPage) {
      return ENDED.matcher(before.text()).find() || !GOES_ON.matcher(line.text()).find();
    }
    return line.isApart() || before.text().length() < shortest;
  }

  private void append(String text) {
    Matcher divided =
        DIVIDED.matcher(body).region(Math.max(0, body.length() - LONGEST_WORD), body.length());
    if (!divided.find() || !Character.isLetterOrDigit(text.codePointAt(0))) {
      body.append(' ').append(text);
      return;
    }
    Matcher rest = GOES_ON.matcher(text);
    boolean isOneWord =
        rest.find()
            && divided.group(1).codePoints().noneMatch(Character::isDigit)
            && !words.contains((divided.group(1) + "-" + rest.group()).toLowerCase(Locale.ROOT));
    if (isOneWord) {
      body.setLength(body.length() - 1);
    }
    body.append(text);
  }

  // ---- the edges of pages
  // ------------------------------------------------------------------------

  private static List<List<PageLine>> withoutEdges(List<List<PageLine>> pages) {
    Map<String, Set<Integer>> repeated = new HashMap<>();
    Map<Integer, Set<Integer>> numbered = new HashMap<>();
    for (int page = 0; page < pages.size(); page++) {
      for (int at : edges(pages.get(page))) {
        String text = pages.get(page).get(at).text();
        repeated.computeIfAbsent(key(text), none -> new HashSet<>()).add(page);
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
          numbered
              .computeIfAbsent(Integer.parseInt(number.group(1)) - page, none -> new HashSet<>())
              .add(page);
        }
      }
    }
    List<List<PageLine>> left = new ArrayList<>();
    for (int page = 0; page < pages.size(); page++) {
      List<PageLine> lines = new ArrayList<>(pages.get(page));
      List<Integer> edges = edges(lines);
      for (int i = edges.size() - 1; i >= 0; i--) {
        String text = lines.get(edges.get(i)).text();
        int on = repeated.getOrDefault(key(text), Set.of()).size();
        Matcher number = NUMBER.matcher(text);
        boolean isOutermost = i == 0 || i == edges.size() - 1;
        boolean isPageNumber =
            number.matches()
                && numbered.getOrDefault(Integer.parseInt(number.group(1)) - page, Set.of()).size()
                    > 1;
        if (isPageNumber
            || on >= RUNNING_PAGES && (isOutermost || on >= RUNNING_SHARE * pages.size())) {
          lines.remove((int) edges.get(i));
        }
      }
      left.add(lines);
    }
    return left;
  }

  /** The places of the first and the last lines, in order. */
  private static List<Integer> edges(List<PageLine> page) {
    List<Integer> edges = new ArrayList<>();
    for (int at = 0; at < page.size(); at++) {
      if (at < EDGE_LINES || at >= page.size() - EDGE_LINES) {
        edges.add(at);
      }
    }
    return edges;
  }

  /** What heads of two pages have in common: all but the numbers. */
  private static String key(String text) {
    return text.replaceAll("\\d+", "#").toLowerCase(Locale.ROOT);
  }
}
