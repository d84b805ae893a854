package org.twosource.brief.render.page;

import java.util.List;
import java.util.Map;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.AccountIndex;
import org.twosource.brief.render.DerivationTree;
import org.twosource.brief.render.Labels;
import org.twosource.brief.render.PlainText;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Overlap;

/** The families and who copied whom in them. */
final class CopiesSection implements Section {
  /** Pairs of two sources that are shown of each sort, the likeliest. */
  private static final int MAX_PAIRS = 20;

  private final Html html;
  private final AccountIndex index;
  private final Anchors anchors;
  private final Citations citations;
  private final StoryAccount story;
  private final String prefix;

  CopiesSection(
      Html html,
      AccountIndex index,
      Anchors anchors,
      Citations citations,
      StoryAccount story,
      String prefix) {
    this.html = html;
    this.index = index;
    this.anchors = anchors;
    this.citations = citations;
    this.story = story;
    this.prefix = prefix;
  }

  @Override
  public void write() {
    List<Family> all = story.lineage().families();
    if (all.isEmpty()) {
      citations.none("Nothing was found out about copying.");
      return;
    }
    List<Family> copied = all.stream().filter(family -> family.reports().size() > 1).toList();
    List<Family> alone = all.stream().filter(family -> family.reports().size() == 1).toList();
    html.open("div", "class", "families");
    copied.forEach(this::family);
    alone(alone);
    between(
        "Took text from another source as well",
        story.lineage().derivations().stream().filter(this::isBetweenFamilies).toList());
    between("May share a text, counted as two sources", story.lineage().possible());
    html.close("div");
  }

  private void alone(List<Family> alone) {
    if (alone.isEmpty()) {
      return;
    }
    Map<String, Overlap> overlaps = Overlap.of(story.lineage(), story.alignments());
    html.open("div", "class", "family");
    html.element("h3", alone.size() == 1 ? "A source of its own" : "Sources of their own");
    html.open("ul", "class", "tree alone");
    for (Family family : alone) {
      String report = family.reports().getFirst();
      html.open("li");
      node(report);
      html.element("div", Labels.of(overlaps.getOrDefault(report, Overlap.NONE)), "class", "how");
      html.close("li");
    }
    html.close("ul").close("div");
  }

  private boolean isBetweenFamilies(Derivation derivation) {
    return index.hasReport(derivation.from())
        && !story.lineage().familyOf(derivation.from()).reports().contains(derivation.to());
  }

  /** Pairs of reports that are two sources all the same. */
  private void between(String title, List<Derivation> pairs) {
    if (pairs.isEmpty()) {
      return;
    }
    html.open("div", "class", "family");
    html.element("h3", title);
    html.open("ul", "class", "tree alone");
    for (Derivation pair : pairs.stream().limit(MAX_PAIRS).toList()) {
      html.open("li");
      node(pair.from());
      node(pair.to());
      html.element(
          "div",
          Math.round(100 * pair.confidence())
              + " % likely: "
              + PlainText.line(String.join("; ", pair.evidence())),
          "class",
          "how");
      html.close("li");
    }
    html.close("ul").close("div");
  }

  private void family(Family family) {
    html.open("div", "class", "family", "id", prefix + family.label());
    html.element("h3", "One source, " + Labels.count(family.reports().size(), "report"));
    html.open("ul", "class", "tree");
    for (DerivationTree root : DerivationTree.of(family, story.lineage())) {
      tree(root, family);
    }
    html.close("ul");
    if (!family.why().isEmpty() || !family.origin().known().isEmpty()) {
      html.open("details").element("summary", "Why this is one source");
      html.open("ul", "class", "why");
      for (String why : family.why().stream().limit(20).toList()) {
        html.element("li", PlainText.line(why));
      }
      if (!family.origin().known().isEmpty()) {
        html.open("li").text("The original must have had these passages: ");
        citations.cites(family.origin().known(), 20);
        html.close("li");
      }
      html.close("ul").close("details");
    }
    html.close("div").line();
  }

  private void tree(DerivationTree root, Family family) {
    html.open("li");
    if (index.hasReport(root.id())) {
      node(root.id());
      root.derivation().ifPresent(this::derivation);
    } else {
      html.open("div", "class", "node unseen");
      html.element("span", "An original that is not among these reports", "class", "label");
      family
          .origin()
          .credit()
          .ifPresent(
              name -> html.element("span", "credited to " + PlainText.line(name), "class", "meta"));
      html.close("div");
    }
    if (!root.children().isEmpty()) {
      html.open("ul");
      root.children().forEach(child -> tree(child, family));
      html.close("ul");
    }
    html.close("li");
  }

  private void node(String report) {
    html.open("div", "class", "node");
    citations.number(report);
    html.element(
        "a", citations.label(report), "class", "label", "href", "#" + anchors.report(report));
    if (index.hasReport(report)) {
      index
          .report(report)
          .text()
          .published()
          .date()
          .ifPresent(date -> html.element("span", Labels.of(date), "class", "meta"));
    }
    html.close("div");
  }

  private void derivation(Derivation derivation) {
    long percent = Math.round(Math.clamp(derivation.share(), 0, 1) * 100);
    html.open("div", "class", "how");
    html.open(
        "svg",
        "class",
        "bar",
        "viewBox",
        "0 0 100 6",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true",
        "focusable",
        "false");
    html.open("rect", "class", "all", "width", "100", "height", "6").close("rect");
    html.open("rect", "class", "part", "width", String.valueOf(percent), "height", "6")
        .close("rect");
    html.close("svg");
    html.text(
        percent
            + " % of its prose taken over, "
            + derivation.manner().label()
            + (derivation.directed() ? "" : "; which came first is open"));
    html.close("div");
  }
}
