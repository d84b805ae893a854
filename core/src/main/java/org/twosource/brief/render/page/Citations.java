package org.twosource.brief.render.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.twosource.brief.render.AccountIndex;
import org.twosource.brief.render.Labels;
import org.twosource.brief.render.PlainText;
import org.twosource.claim.Standing;
import org.twosource.report.Citation;
import org.twosource.report.Report;

/** Writes reports and citations as links, and lists that are cut. One rendering, one thread. */
final class Citations {
  /** So many items of a list are shown at once; the rest are folded under a line. */
  static final int SHOWN_AT_ONCE = 15;

  private final Html html;
  private final AccountIndex index;
  private final Anchors anchors;
  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * @param reports ids of the story's reports, which are numbered in this order
   */
  Citations(Html html, AccountIndex index, Anchors anchors, List<String> reports) {
    this.html = html;
    this.index = index;
    this.anchors = anchors;
    for (int i = 0; i < reports.size(); i++) {
      numbers.put(reports.get(i), i + 1);
    }
  }

  /** The report's number on the page, from 1; 0 where it is not of this story. */
  int numberOf(String report) {
    return numbers.getOrDefault(report, 0);
  }

  String label(String report) {
    if (!index.hasReport(report)) {
      return PlainText.line(report);
    }
    Report known = index.report(report).report();
    return PlainText.line(known.outlet().filter(name -> !name.isBlank()).orElse(known.id()));
  }

  /** The number of a report in the story, linked to the report. */
  void number(String report) {
    html.element(
        "a",
        String.valueOf(numberOf(report)),
        "class",
        "n",
        "href",
        "#" + anchors.report(report),
        "title",
        label(report));
  }

  /** The number of a report, linked to the cited characters in it. */
  void cite(Citation citation) {
    int number = numberOf(citation.report());
    html.element(
        "a",
        String.valueOf(number),
        "class",
        "cite",
        "href",
        "#" + anchors.place(citation),
        "title",
        label(citation.report()),
        "aria-label",
        "report "
            + number
            + ", "
            + label(citation.report())
            + ", characters "
            + citation.span().start()
            + " to "
            + citation.span().end());
  }

  void cites(List<Citation> citations, int max) {
    html.open("span", "class", "cites");
    citations.stream().limit(max).forEach(this::cite);
    if (citations.size() > max) {
      html.element("span", "+" + (citations.size() - max), "class", "rest");
    }
    html.close("span");
  }

  void standing(Standing standing, int sources) {
    String text = PlainText.capital(support(standing, sources));
    html.element("span", text, "class", "standing " + standing.label());
  }

  /** {@code 2 sources}, {@code single origin}. */
  static String support(Standing standing, int sources) {
    return standing == Standing.CORROBORATED ? sources + " sources" : Labels.of(standing);
  }

  /** The first items, and under a fold the others up to {@code max}. */
  <T> void shown(List<T> items, int max, String noun, Consumer<T> writer) {
    items.stream().limit(SHOWN_AT_ONCE).forEach(writer);
    if (items.size() > SHOWN_AT_ONCE) {
      html.open("details", "class", "fold");
      html.element("summary", Labels.count(items.size() - SHOWN_AT_ONCE, "more " + noun));
      items.stream().skip(SHOWN_AT_ONCE).limit(max - SHOWN_AT_ONCE).forEach(writer);
      html.close("details").line();
    }
  }

  void none(String text) {
    html.element("p", text, "class", "none");
  }

  void more(int left) {
    if (left > 0) {
      html.element("p", "… " + left + " more are in the JSON result.", "class", "more");
    }
  }
}
