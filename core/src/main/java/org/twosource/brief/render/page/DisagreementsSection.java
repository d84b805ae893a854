package org.twosource.brief.render.page;

import java.util.List;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.AccountIndex;
import org.twosource.brief.render.Labels;
import org.twosource.brief.render.PlainText;
import org.twosource.brief.render.WordDiff;
import org.twosource.claim.DisputeSide;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/** What reports disagree on, side by side. */
final class DisagreementsSection implements Section {
  private static final int MAX_DISAGREEMENTS = 60;

  /** Longer notes only repeat the two sides shown below them. */
  private static final int MAX_NOTE_CHARACTERS = 60;

  private final Html html;
  private final AccountIndex index;
  private final Anchors anchors;
  private final Citations citations;
  private final Sides sides;
  private final StoryAccount story;
  private final String prefix;

  DisagreementsSection(
      Html html,
      AccountIndex index,
      Anchors anchors,
      Citations citations,
      Sides sides,
      StoryAccount story,
      String prefix) {
    this.html = html;
    this.index = index;
    this.anchors = anchors;
    this.citations = citations;
    this.sides = sides;
    this.story = story;
    this.prefix = prefix;
  }

  @Override
  public void write() {
    List<AccountIndex.Disagreement> all = AccountIndex.disagreements(story);
    if (all.isEmpty()) {
      citations.none(Labels.compared(story));
      return;
    }
    List<AccountIndex.Disagreement> open =
        all.stream().filter(AccountIndex.Disagreement::isOpen).toList();
    List<AccountIndex.Disagreement> settled = all.stream().filter(one -> !one.isOpen()).toList();
    if (open.isEmpty()) {
      citations.none("No open disagreement was found.");
    }
    int number = 0;
    for (AccountIndex.Disagreement one :
        open.subList(0, Math.min(MAX_DISAGREEMENTS, open.size()))) {
      disagreement(one, prefix + "x" + ++number);
    }
    citations.more(open.size() - MAX_DISAGREEMENTS);
    if (!settled.isEmpty()) {
      html.open("details", "class", "fold");
      html.element(
          "summary",
          Labels.count(settled.size(), "difference")
              + " that a later report or the wording explains");
      for (AccountIndex.Disagreement one :
          settled.subList(0, Math.min(MAX_DISAGREEMENTS, settled.size()))) {
        disagreement(one, prefix + "x" + ++number);
      }
      citations.more(settled.size() - MAX_DISAGREEMENTS);
      html.close("details").line();
    }
  }

  private void disagreement(AccountIndex.Disagreement one, String id) {
    boolean open = one.isOpen();
    html.open("article", "class", open ? "versus open" : "versus settled", "id", id);
    html.open("h3");
    html.element("span", PlainText.capital(one.dispute().kind().label()), "class", "kind");
    String note = Labels.note(one.dispute());
    if (note.length() <= MAX_NOTE_CHARACTERS) {
      html.text(" ").text(PlainText.line(note));
    }
    html.close("h3");
    String how = open ? Labels.of(one.dispute().between()) : Labels.of(one.dispute().resolution());
    html.open("p", "class", "meta");
    if (open) {
      html.text(PlainText.capital(PlainText.line(one.dispute().question()))).text(". ");
    }
    html.text(PlainText.capital(how));
    html.text(". ").element("a", "The claim", "href", "#" + prefix + one.claim().label());
    html.close("p");
    String label = "disputed: " + one.dispute().kind().label();
    anchors.mark(one.a(), open ? "disputed" : "", label, id);
    anchors.mark(one.b(), open ? "disputed" : "", label, id);
    Span a = index.sentences(one.a());
    Span b = index.sentences(one.b());
    List<Span> left = place(one.dispute().a(), a);
    List<Span> right = place(one.dispute().b(), b);
    if (left.isEmpty() || right.isEmpty()) {
      WordDiff diff =
          WordDiff.of(
              a.in(index.report(one.a().report()).body()),
              b.in(index.report(one.b().report()).body()));
      left = Sides.changed(diff.before(), a.start());
      right = Sides.changed(diff.after(), b.start());
    }
    html.open("div", "class", "sides");
    sides.side(one.a(), a, left, "said");
    sides.side(one.b(), b, right, "said");
    for (DisputeSide more : one.dispute().sides().subList(2, one.dispute().sides().size())) {
      Citation at = one.at(more);
      anchors.mark(at, open ? "disputed" : "", label, id);
      Span sentence = index.sentences(at);
      sides.side(at, sentence, place(more, sentence), "said");
    }
    html.close("div").close("article").line();
  }

  /** Where the words of a side are marked in its sentence; not where they are all of it. */
  private static List<Span> place(DisputeSide side, Span sentence) {
    return sentence.contains(side.span()) && side.words().length() <= MAX_NOTE_CHARACTERS
        ? List.of(side.span())
        : List.of();
  }
}
