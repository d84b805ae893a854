package org.twosource.brief.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.twosource.annotate.Annotated;
import org.twosource.brief.Account;
import org.twosource.brief.Carried;
import org.twosource.brief.Line;
import org.twosource.brief.Rewriting;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.Standing;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.Quotation;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Overlap;
import org.twosource.report.Citation;
import org.twosource.report.Unreadable;
import org.twosource.timeline.Timeline;

/**
 * The account as Markdown (CommonMark with tables), to be pasted into a note or an issue. Every
 * finding ends with its citations as {@code [report:start-end]}; what is quoted from reports is
 * escaped, so that it cannot become markup.
 */
public final class MarkdownRenderer implements Renderer {
  private static final int MAX_ITEMS = 60;

  @Override
  public void render(Account account, OutputStream out) throws IOException {
    Page page = new Page(account);
    page.write();
    out.write(page.text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The page being written. */
  private static final class Page {
    private final Account account;
    private final AccountIndex index;
    private final StringBuilder text = new StringBuilder();

    Page(Account account) {
      this.account = account;
      this.index = new AccountIndex(account);
    }

    void write() {
      if (account.stories().size() != 1) {
        paragraph("# " + Labels.count(account.reports().size(), "report") + ", " + stories());
      }
      account.stories().forEach(this::story);
      reports();
      unreadable();
      paragraph(
          "*Made by Twosource "
              + PlainText.markdown(account.made().version())
              + ". It measures who reports what, not what is true."
              + Labels.basis(account).map(basis -> " " + basis).orElse("")
              + "*");
    }

    private String stories() {
      int stories = account.stories().size();
      return stories == 1 ? "1 story" : stories + " stories";
    }

    private void story(StoryAccount story) {
      paragraph("# " + PlainText.markdown(story.story().title()));
      String days = Labels.days(story.story());
      paragraph(
          Labels.count(story.story().reports().size(), "report")
              + (account.until().reaches(Stage.LINEAGE)
                  ? ", **" + Labels.sources(story.lineage().sources().size()) + "**"
                  : "")
              + (days.isEmpty() ? "" : ", " + days)
              + ".");
      brief(story);
      families(story);
      claims(story);
      disagreements(story);
      changes(story);
      quotations(story);
      timeline(story);
    }

    private void brief(StoryAccount story) {
      if (story.brief().lines().isEmpty()) {
        return;
      }
      paragraph("## Brief");
      for (Line line : story.brief().lines()) {
        item(
            PlainText.markdown(line.text())
                + " *("
                + standing(line.standing(), line.families())
                + carried(line)
                + reworded(line)
                + ")*"
                + cites(line.restsOn()));
      }
      text.append('\n');
      if (!story.brief().rewritings().isEmpty()) {
        paragraph(story.brief().rewritings());
      }
    }

    /** Which part of a line several sources state, where they do not state all of it. */
    private static String carried(Line line) {
      StringBuilder parts = new StringBuilder();
      for (Carried part : line.isCarriedWhole() ? List.<Carried>of() : line.carried()) {
        parts
            .append("; ")
            .append(Labels.sources(part.families()))
            .append(" state “")
            .append(PlainText.markdown(part.span().in(line.text())))
            .append("”");
      }
      return parts.toString();
    }

    private static String reworded(Line line) {
      return line.rewriting()
          .filter(rewriting -> rewriting.outcome() == Rewriting.Outcome.REWRITTEN)
          .map(rewriting -> ", reworded")
          .orElse("");
    }

    private static String standing(Standing standing, int families) {
      return switch (standing) {
        case SINGLE_ORIGIN -> Labels.of(standing);
        case ONE_INFORMANT, CORROBORATED, DISPUTED ->
            Labels.of(standing) + ", " + Labels.sources(standing, families);
      };
    }

    private void families(StoryAccount story) {
      if (story.lineage().families().isEmpty()) {
        return;
      }
      paragraph("## Who copied whom");
      Map<String, Overlap> overlaps = Overlap.of(story.lineage(), story.alignments());
      for (Family family : story.lineage().families()) {
        if (family.reports().size() == 1) {
          String report = family.reports().getFirst();
          String common = Labels.of(overlaps.getOrDefault(report, Overlap.NONE));
          item("**" + PlainText.markdown(report) + "**: " + common);
        } else {
          for (DerivationTree root : DerivationTree.of(family, story.lineage())) {
            node(root, 0, family);
          }
        }
      }
      for (Derivation pair : story.lineage().possible()) {
        item(
            "**%s** and **%s**: %s"
                .formatted(
                    PlainText.markdown(pair.from()),
                    PlainText.markdown(pair.to()),
                    PlainText.markdown(Labels.possible(pair))));
      }
      text.append('\n');
    }

    private void node(DerivationTree node, int depth, Family family) {
      String name =
          index.hasReport(node.id())
              ? "**" + PlainText.markdown(node.id()) + "**"
              : "*an original that is not among the reports*"
                  + family
                      .origin()
                      .credit()
                      .map(credit -> ", credited to " + PlainText.markdown(credit))
                      .orElse("");
      String how = node.derivation().map(Page::how).orElse("");
      text.append("  ".repeat(Math.min(depth, 8)));
      item(name + how);
      for (DerivationTree child : node.children()) {
        node(child, depth + 1, family);
      }
    }

    private static String how(Derivation derivation) {
      return ": "
          + derivation.degree().label()
          + " derived, "
          + derivation.manner().label()
          + ", "
          + Math.round(derivation.share() * 100)
          + " % of its prose"
          + (derivation.directed() ? "" : ", direction open");
    }

    private void claims(StoryAccount story) {
      if (story.claims().isEmpty()) {
        return;
      }
      paragraph("## Claims");
      text.append("| Claim | Standing | Reports | Sources | Said to know it |\n");
      text.append("|---|---|---:|---:|---|\n");
      List<Claim> claims = onceASentence(story.claims());
      for (Claim claim : limited(claims)) {
        text.append("| ")
            .append(PlainText.markdown(claim.text()))
            .append(cites(claim.statements().stream().map(statement -> statement.at()).toList()))
            .append(" | ")
            .append(Labels.of(claim.standing()))
            .append(" | ")
            .append(claim.reports())
            .append(" | ")
            .append(claim.families())
            .append(" | ")
            .append(PlainText.markdown(String.join("; ", claim.informants())))
            .append(" |\n");
      }
      text.append('\n');
      left(claims);
    }

    /** Without further claims that one report alone makes in a sentence already given. */
    private static List<Claim> onceASentence(List<Claim> claims) {
      Set<String> told = new HashSet<>();
      return claims.stream()
          .filter(claim -> told.add(claim.text()) || claim.reports() > 1)
          .toList();
    }

    private void disagreements(StoryAccount story) {
      List<AccountIndex.Disagreement> disagreements = AccountIndex.disagreements(story);
      if (disagreements.isEmpty()) {
        return;
      }
      paragraph("## Where reports disagree");
      for (AccountIndex.Disagreement one : limited(disagreements)) {
        item(
            "**"
                + one.dispute().kind().label()
                + "**: "
                + PlainText.markdown(Labels.note(one.dispute()))
                + ": "
                + Labels.of(one.dispute().between())
                + "; "
                + Labels.of(one.dispute().resolution())
                + one.dispute().sides().stream()
                    .map(one::at)
                    .map(at -> "\n  - “" + PlainText.markdown(said(at)) + "”" + cites(List.of(at)))
                    .collect(Collectors.joining()));
      }
      text.append('\n');
      left(disagreements);
    }

    /** The sentence of a side: what it says of the matter may stand beside the statement. */
    private String said(Citation side) {
      return PlainText.line(index.sentences(side).in(index.report(side.report()).body()));
    }

    private void changes(StoryAccount story) {
      List<Distortion> changes = AccountIndex.worstFirst(story);
      if (changes.isEmpty()) {
        return;
      }
      paragraph("## What copying changed");
      text.append("| Change | Before | After | First in |\n|---|---|---|---|\n");
      for (Distortion change : limited(changes)) {
        text.append("| ")
            .append(Labels.of(change.kind()))
            .append(" (")
            .append(change.severity().label())
            .append(") | ")
            .append(words(change.before()))
            .append(cites(List.of(change.from())))
            .append(" | ")
            .append(words(change.after()))
            .append(cites(List.of(change.to())))
            .append(" | ")
            .append(change.introducedBy().map(PlainText::markdown).orElse("direction open"))
            .append(" |\n");
      }
      text.append('\n');
      left(changes);
    }

    private static String words(String words) {
      return words.isEmpty() ? "*(nothing)*" : "“" + PlainText.markdown(words) + "”";
    }

    private void quotations(StoryAccount story) {
      List<Quotation> quotations = AccountIndex.quotations(story);
      if (quotations.isEmpty()) {
        return;
      }
      paragraph("## Quotations");
      for (Quotation quotation : limited(quotations)) {
        List<Citation> same =
            quotation.wordings().stream()
                .filter(wording -> !wording.altered())
                .map(Quotation.Printing::at)
                .toList();
        item(
            "**"
                + PlainText.markdown(index.speaker(quotation))
                + "**: “"
                + PlainText.markdown(quotation.best())
                + "”"
                + cites(same));
        for (Quotation.Printing wording : quotation.wordings()) {
          if (wording.altered()) {
            text.append("  ");
            item(
                "altered: “"
                    + PlainText.markdown(index.words(wording.at()))
                    + "”"
                    + cites(List.of(wording.at())));
          }
        }
      }
      text.append('\n');
      left(quotations);
    }

    private void timeline(StoryAccount story) {
      if (story.timeline().entries().isEmpty()) {
        return;
      }
      paragraph("## What happened when");
      for (Timeline.Entry entry : limited(story.timeline().entries())) {
        item(
            "**"
                + entry.date().iso()
                + "** "
                + PlainText.markdown(entry.text())
                + " *("
                + entry.status().label()
                + ", "
                + Labels.sources(entry.families())
                + ")*"
                + cites(entry.statements()));
      }
      text.append('\n');
      left(story.timeline().entries());
    }

    private void reports() {
      if (account.reports().isEmpty()) {
        return;
      }
      paragraph("## Reports");
      for (Annotated report : account.reports()) {
        item(
            "**"
                + PlainText.markdown(report.id())
                + "** "
                + PlainText.markdown(report.report().source())
                + report
                    .text()
                    .published()
                    .date()
                    .map(
                        date ->
                            ", "
                                + date.iso()
                                + " (from "
                                + report.text().published().from().label()
                                + ")")
                    .orElse(", date unknown"));
      }
      text.append('\n');
    }

    private void unreadable() {
      if (account.unreadable().isEmpty()) {
        return;
      }
      paragraph("## Not read");
      for (Unreadable item : limited(account.unreadable())) {
        item(
            PlainText.markdown(item.source())
                + ", byte "
                + item.offset()
                + ": "
                + PlainText.markdown(item.reason()));
      }
      text.append('\n');
      left(account.unreadable());
    }

    private String cites(List<Citation> citations) {
      StringBuilder cites = new StringBuilder();
      for (Citation citation : citations) {
        cites
            .append(" \\[")
            .append(PlainText.markdown(citation.report()))
            .append(':')
            .append(citation.span().start())
            .append('-')
            .append(citation.span().end())
            .append("\\]");
      }
      return cites.toString();
    }

    private void paragraph(String line) {
      text.append(line).append("\n\n");
    }

    private void item(String line) {
      text.append("- ").append(line).append('\n');
    }

    private static <T> List<T> limited(List<T> items) {
      return items.subList(0, Math.min(MAX_ITEMS, items.size()));
    }

    private void left(List<?> items) {
      if (items.size() > MAX_ITEMS) {
        paragraph("… " + (items.size() - MAX_ITEMS) + " more");
      }
    }
  }
}
