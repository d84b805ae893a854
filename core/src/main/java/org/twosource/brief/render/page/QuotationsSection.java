package org.twosource.brief.render.page;

import java.util.List;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.AccountIndex;
import org.twosource.brief.render.Labels;
import org.twosource.brief.render.PlainText;
import org.twosource.brief.render.WordDiff;
import org.twosource.distortion.Quotation;
import org.twosource.report.Citation;

/** What people are quoted with, and where the words were changed. */
final class QuotationsSection implements Section {
  private static final int MAX_QUOTATIONS = 40;

  private static final int MAX_WORDINGS = 20;

  private final Html html;
  private final AccountIndex index;
  private final Anchors anchors;
  private final Citations citations;
  private final StoryAccount story;
  private final String prefix;

  QuotationsSection(
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
    List<Quotation> all = AccountIndex.quotations(story);
    if (all.isEmpty()) {
      citations.none("No quotation was found.");
      return;
    }
    int shownBefore = 0;
    List<Quotation> several = all.stream().filter(one -> one.wordings().size() > 1).toList();
    List<Quotation> once = all.stream().filter(one -> one.wordings().size() == 1).toList();
    for (Quotation quotation : several.subList(0, Math.min(MAX_QUOTATIONS, several.size()))) {
      quotation(quotation, prefix + "q" + ++shownBefore);
    }
    citations.more(several.size() - MAX_QUOTATIONS);
    if (!once.isEmpty()) {
      html.open("details", "class", "fold");
      html.element(
          "summary", Labels.count(once.size(), "quotation") + " that one report alone has");
      for (Quotation quotation : once.subList(0, Math.min(MAX_QUOTATIONS, once.size()))) {
        quotation(quotation, prefix + "q" + ++shownBefore);
      }
      citations.more(once.size() - MAX_QUOTATIONS);
      html.close("details").line();
    }
  }

  private void quotation(Quotation quotation, String id) {
    html.open("figure", "class", "quotation", "id", id);
    html.open("blockquote", "dir", "auto").text("“" + PlainText.line(quotation.best()) + "”");
    html.close("blockquote");
    html.open("figcaption");
    html.element("span", index.speaker(quotation), "class", "speaker");
    List<Citation> same =
        quotation.wordings().stream()
            .filter(one -> !one.altered())
            .map(Quotation.Printing::at)
            .toList();
    if (!same.isEmpty()) {
      html.text(" in these words in ");
      citations.cites(same, MAX_WORDINGS);
    }
    html.close("figcaption");
    List<Quotation.Printing> altered =
        quotation.wordings().stream().filter(Quotation.Printing::altered).toList();
    if (!altered.isEmpty()) {
      html.open("ul", "class", "wordings");
      for (Quotation.Printing wording :
          altered.subList(0, Math.min(MAX_WORDINGS, altered.size()))) {
        anchors.mark(wording.at(), "changed", "quotation altered", id);
        html.open("li");
        citations.cite(wording.at());
        html.text(" “");
        String words = PlainText.line(index.words(wording.at()));
        for (WordDiff.Piece piece : WordDiff.of(quotation.best(), words).after()) {
          String text = words.substring(piece.start(), piece.end());
          if (piece.changed()) {
            html.element("ins", text, "class", "after");
          } else {
            html.text(text);
          }
        }
        html.text("”").close("li");
      }
      html.close("ul");
      citations.more(altered.size() - MAX_WORDINGS);
    }
    html.close("figure").line();
  }
}
