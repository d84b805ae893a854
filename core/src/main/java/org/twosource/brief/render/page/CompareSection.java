package org.twosource.brief.render.page;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.AccountIndex;
import org.twosource.brief.render.DerivationTree;
import org.twosource.brief.render.Labels;
import org.twosource.brief.render.PlainText;
import org.twosource.brief.render.WordDiff;
import org.twosource.lineage.Family;
import org.twosource.report.Citation;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Passage;

/** Pairs of reports with the passages they share. */
final class CompareSection implements Section {
  private static final int MAX_PAIRS = 40;

  private static final int MAX_PASSAGES = 15;

  private final Html html;
  private final AccountIndex index;
  private final Anchors anchors;
  private final Citations citations;
  private final Sides sides;
  private final StoryAccount story;
  private final String prefix;
  private final List<String> reports;

  CompareSection(
      Html html,
      AccountIndex index,
      Anchors anchors,
      Citations citations,
      Sides sides,
      StoryAccount story,
      String prefix,
      List<String> reports) {
    this.html = html;
    this.index = index;
    this.anchors = anchors;
    this.citations = citations;
    this.sides = sides;
    this.story = story;
    this.prefix = prefix;
    this.reports = reports;
  }

  @Override
  public void write() {
    List<Alignment> pairs = pairsToShow();
    if (pairs.isEmpty()) {
      citations.none("No two reports share a passage.");
      return;
    }
    html.open("form", "class", "chooser", "hidden", "");
    chooser("a", "First report", pairs.getFirst().a());
    chooser("b", "Second report", pairs.getFirst().b());
    html.open("p", "class", "meta", "role", "status").close("p");
    html.close("form").line();
    html.open("div", "class", "pairs");
    for (Alignment pair : pairs) {
      pair(pair);
    }
    html.close("div");
    int left = story.alignments().size() - pairs.size();
    if (left > 0) {
      html.element(
          "p",
          "… " + left + " more pairs share passages; ./twosource compare shows any two.",
          "class",
          "more");
    }
  }

  private void chooser(String name, String label, String chosen) {
    String id = prefix + "choose-" + name;
    html.element("label", label, "for", id);
    html.open("select", "id", id, "name", name);
    for (String report : reports) {
      String text = citations.numberOf(report) + "  " + PlainText.cut(citations.label(report), 50);
      String value = anchors.report(report);
      if (report.equals(chosen)) {
        html.element("option", text, "value", value, "selected", "");
      } else {
        html.element("option", text, "value", value);
      }
    }
    html.close("select");
  }

  /** Pairs that a tree joins first, then those that share most. */
  private List<Alignment> pairsToShow() {
    Set<Set<String>> joined = new HashSet<>();
    for (Family family : story.lineage().families()) {
      DerivationTree.of(family, story.lineage()).forEach(root -> edges(root, joined));
    }
    return story.alignments().stream()
        .filter(pair -> !pair.passages().isEmpty())
        .filter(pair -> citations.numberOf(pair.a()) > 0 && citations.numberOf(pair.b()) > 0)
        .sorted(
            Comparator.comparing((Alignment pair) -> !joined.contains(Set.of(pair.a(), pair.b())))
                .thenComparing(pair -> -pair.passages().size()))
        .limit(MAX_PAIRS)
        .toList();
  }

  private static void edges(DerivationTree node, Set<Set<String>> joined) {
    for (DerivationTree child : node.children()) {
      joined.add(Set.of(node.id(), child.id()));
      edges(child, joined);
    }
  }

  private void pair(Alignment pair) {
    html.open(
        "details",
        "class",
        "pair",
        "data-a",
        anchors.report(pair.a()),
        "data-b",
        anchors.report(pair.b()));
    html.open("summary");
    html.text(citations.numberOf(pair.a()) + " " + citations.label(pair.a()) + " and ");
    html.text(citations.numberOf(pair.b()) + " " + citations.label(pair.b()) + ": ");
    html.text(Labels.count(pair.passages().size(), "shared passage"));
    html.close("summary");
    for (Passage passage :
        pair.passages().subList(0, Math.min(MAX_PASSAGES, pair.passages().size()))) {
      passage(pair, passage);
    }
    citations.more(pair.passages().size() - MAX_PASSAGES);
    html.close("details").line();
  }

  private void passage(Alignment pair, Passage passage) {
    Citation a = new Citation(pair.a(), passage.aSpan());
    Citation b = new Citation(pair.b(), passage.bSpan());
    WordDiff diff = WordDiff.of(index.words(a), index.words(b));
    String substance =
        passage.substance() == Passage.Substance.PROSE ? "" : ", " + Labels.of(passage.substance());
    html.open("div", "class", "passage");
    html.element("p", passage.manner().label() + substance, "class", "meta");
    html.open("div", "class", "sides");
    sides.side(a, a.span(), Sides.changed(diff.before(), a.span().start()), "before");
    sides.side(b, b.span(), Sides.changed(diff.after(), b.span().start()), "after");
    html.close("div").close("div").line();
  }
}
