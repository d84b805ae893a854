package org.twosource.brief.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.twosource.brief.Account;
import org.twosource.brief.Line;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.DisputeSide;
import org.twosource.claim.Standing;
import org.twosource.distortion.Distortion;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Overlap;
import org.twosource.report.Citation;
import org.twosource.report.Unreadable;
import org.twosource.timeline.Timeline;

/**
 * A short account for a terminal: at most two screens of 50 lines, whatever the account holds. What
 * does not fit is counted. Text of reports cannot steer the terminal.
 */
public final class TerminalRenderer implements Renderer {
  private static final int LINES = 98;
  private static final int MIN_COLUMNS = 60;

  /** Width of what stands before an item: "1 informant", a date. */
  private static final int MARK = 11;

  /** Column at which the text of an item begins. */
  private static final int TEXT = MARK + 2;

  private final boolean color;
  private final int columns;

  /**
   * @param color whether to write ANSI colours
   * @param columns the width of the terminal; between 60 and 100 are used
   */
  public TerminalRenderer(boolean color, int columns) {
    this.color = color;
    this.columns = Math.clamp(columns, MIN_COLUMNS, 100);
  }

  @Override
  public void render(Account account, OutputStream out) throws IOException {
    Screen screen = new Screen(account);
    screen.write();
    out.write((String.join("\n", screen.lines) + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** How many items of each section a story gets; the smallest budget gives its title alone. */
  private record Budget(int tree, int brief, int disputes, int changes, int events) {
    static Budget of(int stories) {
      return switch (stories) {
        case 0, 1 -> new Budget(20, 12, 6, 6, 8);
        case 2 -> new Budget(8, 6, 2, 2, 2);
        case 3 -> new Budget(6, 4, 1, 1, 0);
        default -> new Budget(0, 0, 0, 0, 0);
      };
    }
  }

  /** SGR codes of the few colours; each has one meaning. */
  private enum Ink {
    BOLD("1"),
    DIM("2"),
    CORROBORATED("32"),
    SINGLE("33"),
    DISPUTED("31");

    private final String code;

    Ink(String code) {
      this.code = code;
    }

    static Ink of(Standing standing) {
      return switch (standing) {
        case CORROBORATED -> CORROBORATED;
        case SINGLE_ORIGIN, ONE_INFORMANT -> SINGLE;
        case DISPUTED -> DISPUTED;
      };
    }
  }

  /** The lines being written. */
  private final class Screen {
    private final Account account;
    private final AccountIndex index;
    private final Budget budget;
    private final List<String> lines = new ArrayList<>();

    Screen(Account account) {
      this.account = account;
      this.index = new AccountIndex(account);
      this.budget = Budget.of(account.stories().size());
    }

    void write() {
      heading();
      if (budget.brief() > 0) {
        account.stories().forEach(this::story);
      } else {
        index();
      }
      if (lines.size() > LINES) {
        lines.subList(LINES - 1, lines.size()).clear();
        lines.add(ink(Ink.DIM, "… the rest is in the page and in the JSON"));
      }
    }

    private void heading() {
      String reports = Labels.count(account.reports().size(), "report");
      int stories = account.stories().size();
      lines.add(
          account.until().reaches(Stage.STORY)
              ? reports + ", " + (stories == 1 ? "1 story" : stories + " stories")
              : reports);
      Labels.basis(account).ifPresent(basis -> lines.add(ink(Ink.DIM, basis)));
      List<Unreadable> unreadable = account.unreadable();
      if (!unreadable.isEmpty()) {
        lines.add(ink(Ink.DIM, unreadable.size() + " not read:"));
        for (Unreadable item : unreadable.subList(0, Math.min(3, unreadable.size()))) {
          String place = item.offset() > 0 ? " at byte " + item.offset() : "";
          oneLine("  ", item.source() + place + ": " + item.reason());
        }
        more(unreadable.size() - 3);
      }
    }

    private void index() {
      for (StoryAccount story : account.stories()) {
        if (lines.size() > LINES) {
          return;
        }
        String counts =
            Labels.count(story.story().reports().size(), "report")
                + (account.until().reaches(Stage.LINEAGE)
                    ? ", " + Labels.count(story.lineage().sources().size(), "source")
                    : "");
        String title = PlainText.line(story.story().title());
        lines.add(
            "  "
                + PlainText.cut(title, columns - counts.length() - 5)
                + "  "
                + ink(Ink.DIM, counts));
      }
    }

    private void story(StoryAccount story) {
      lines.add("");
      for (String line : PlainText.wrap(PlainText.line(story.story().title()), columns)) {
        lines.add(ink(Ink.BOLD, line));
      }
      lines.add(
          Labels.count(story.story().reports().size(), "report")
              + (account.until().reaches(Stage.LINEAGE)
                  ? ", " + ink(Ink.BOLD, Labels.sources(story.lineage().sources().size()))
                  : "")
              + days(story));
      story.story().mayBelong().stream()
          .filter(doubt -> index.hasReport(doubt.report()))
          .map(doubt -> Labels.of(name(doubt.report()), doubt) + "; --one-story reads all as one")
          .flatMap(doubt -> PlainText.wrap(doubt, columns).stream())
          .forEach(line -> lines.add(ink(Ink.DIM, line)));
      families(story);
      brief(story);
      disputes(story);
      changes(story);
      timeline(story);
    }

    private String days(StoryAccount story) {
      String days = Labels.days(story.story());
      return days.isEmpty() ? "" : ", " + days;
    }

    private void families(StoryAccount story) {
      List<Family> families = story.lineage().families();
      if (families.isEmpty()) {
        return;
      }
      section("Who copied whom");
      List<String> tree = new ArrayList<>();
      Map<String, Overlap> overlaps = Overlap.of(story.lineage(), story.alignments());
      int number = 1;
      for (Family family : families) {
        if (family.reports().size() == 1) {
          String report = family.reports().getFirst();
          String common = Labels.of(overlaps.getOrDefault(report, Overlap.NONE));
          wrapped(number + "  ", name(report) + ": " + common, tree);
        } else {
          for (DerivationTree root : DerivationTree.of(family, story.lineage())) {
            draw(root, number + "  ", "   ", family, tree);
          }
        }
        number++;
      }
      for (Derivation pair : story.lineage().possible()) {
        String told = name(pair.from()) + " and " + name(pair.to()) + " " + Labels.possible(pair);
        wrapped("?  ", PlainText.line(told), tree);
      }
      int shown = tree.size() <= budget.tree() ? tree.size() : budget.tree() - 1;
      tree.subList(0, shown).forEach(line -> lines.add("  " + line));
      more(tree.size() - shown);
    }

    private void draw(
        DerivationTree node, String first, String below, Family family, List<String> tree) {
      tree.add(first + nodeText(node, family));
      List<DerivationTree> children = node.children();
      for (int i = 0; i < children.size(); i++) {
        boolean last = i == children.size() - 1;
        draw(
            children.get(i),
            below + (last ? "└─ " : "├─ "),
            below + (last ? "   " : "│  "),
            family,
            tree);
      }
    }

    private String nodeText(DerivationTree node, Family family) {
      if (!index.hasReport(node.id())) {
        String credit =
            family
                .origin()
                .credit()
                .map(name -> ", credited to " + PlainText.line(name))
                .orElse("");
        return ink(Ink.DIM, "an original that is not among the reports" + credit);
      }
      String how =
          node.derivation().map(this::how).map(text -> "  " + ink(Ink.DIM, text)).orElse("");
      return name(node.id()) + how;
    }

    private String name(String report) {
      return PlainText.cut(index.reportName(report), 40);
    }

    private void wrapped(String first, String text, List<String> tree) {
      List<String> lines = PlainText.wrap(text, columns - 2 - first.length());
      tree.add(first + lines.getFirst());
      lines.subList(1, lines.size()).forEach(line -> tree.add(" ".repeat(first.length()) + line));
    }

    private String how(Derivation derivation) {
      return derivation.degree().label()
          + ", "
          + derivation.manner().label()
          + (derivation.directed() ? "" : ", direction open");
    }

    private void brief(StoryAccount story) {
      List<Line> brief = story.brief().lines();
      if (brief.isEmpty()) {
        return;
      }
      section("Brief (who reports it, not whether it is true)");
      for (Line line : brief.subList(0, Math.min(budget.brief(), brief.size()))) {
        String mark =
            switch (line.standing()) {
              case CORROBORATED -> line.families() + " sources";
              case ONE_INFORMANT -> "1 informant";
              case SINGLE_ORIGIN ->
                  line.carried().isEmpty() ? "1 source" : line.familiesOfPart() + " for part";
              case DISPUTED -> "disputed";
            };
        item(ink(Ink.of(line.standing()), padded(mark, MARK)), TEXT, line.text(), 3);
      }
      more(brief.size() - budget.brief());
      if (!story.brief().rewritings().isEmpty()) {
        item("", 2, story.brief().rewritings(), 2);
      }
    }

    private void disputes(StoryAccount story) {
      List<AccountIndex.Disagreement> disputes = AccountIndex.openDisagreements(story);
      if (disputes.isEmpty() || budget.disputes() == 0) {
        return;
      }
      section("Where reports disagree");
      for (AccountIndex.Disagreement one :
          disputes.subList(0, Math.min(budget.disputes(), disputes.size()))) {
        item(padded(one.dispute().kind().label(), MARK), TEXT, sides(one), 2);
      }
      more(disputes.size() - budget.disputes());
    }

    /** The sides in a few words, each with its report. */
    private String sides(AccountIndex.Disagreement one) {
      return one.dispute().sides().stream()
          .map(side -> side(side, one.at(side)))
          .collect(Collectors.joining(" / "));
    }

    private String side(DisputeSide side, Citation at) {
      return PlainText.cut(PlainText.line(Labels.words(side)), 42)
          + " ("
          + PlainText.cut(index.reportName(at.report()), 20)
          + ")";
    }

    private void changes(StoryAccount story) {
      List<Distortion> changes = AccountIndex.worstFirst(story);
      if (changes.isEmpty() || budget.changes() == 0) {
        return;
      }
      section("What copying changed");
      for (Distortion change : changes.subList(0, Math.min(budget.changes(), changes.size()))) {
        String report =
            PlainText.cut(index.reportName(change.introducedBy().orElse(change.to().report())), 40);
        String text =
            report
                + ": "
                + Labels.of(change.kind())
                + ": "
                + quoted(change.before())
                + " → "
                + quoted(change.after());
        item(padded(change.severity().label(), MARK), TEXT, text, 2);
      }
      more(changes.size() - budget.changes());
    }

    private String quoted(String words) {
      return words.isEmpty() ? "(nothing)" : "“" + PlainText.cut(PlainText.line(words), 60) + "”";
    }

    private void timeline(StoryAccount story) {
      List<Timeline.Entry> entries = story.timeline().entries();
      if (entries.isEmpty() || budget.events() == 0) {
        return;
      }
      section("What happened when");
      for (Timeline.Entry entry : AccountIndex.central(story, budget.events())) {
        item(
            padded(entry.date().iso(), MARK),
            TEXT,
            entry.text() + " (" + entry.status().label() + ")",
            2);
      }
      more(entries.size() - budget.events());
    }

    private void section(String title) {
      if (budget.tree() > 8) {
        lines.add("");
      }
      lines.add(ink(Ink.BOLD, title));
    }

    /** A label and a text that hangs to its right, at most {@code maxLines} lines. */
    private void item(String label, int indent, String text, int maxLines) {
      int width = columns - indent - 2;
      String line = PlainText.cut(PlainText.line(text), width * maxLines - 4 * (maxLines - 1));
      List<String> wrapped = PlainText.wrap(line, width);
      lines.add("  " + label + "  " + wrapped.get(0));
      for (String rest : wrapped.subList(1, wrapped.size())) {
        lines.add(" ".repeat(indent + 2) + rest);
      }
    }

    private void oneLine(String indent, String text) {
      lines.add(indent + PlainText.cut(PlainText.line(text), columns - indent.length()));
    }

    private void more(int count) {
      if (count > 0) {
        lines.add(ink(Ink.DIM, "  … " + count + " more"));
      }
    }

    private String padded(String text, int width) {
      return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private String ink(Ink ink, String text) {
      return color ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
    }
  }
}
