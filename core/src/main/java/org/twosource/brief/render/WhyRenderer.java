package org.twosource.brief.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.twosource.brief.Account;
import org.twosource.brief.Line;
import org.twosource.brief.Rewriting;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.Collapse;
import org.twosource.claim.Dispute;
import org.twosource.claim.Merge;
import org.twosource.claim.Statement;
import org.twosource.distortion.Distortion;
import org.twosource.lexicon.EditDistance;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.report.Citation;
import org.twosource.report.Handle;

/**
 * The evidence behind one finding, down to the characters, as plain text: a claim, a family, a
 * distortion or a line of the brief.
 */
public final class WhyRenderer implements Renderer {
  private static final int SHOWN_CHARACTERS = 400;

  private final String id;

  /**
   * @param id an id or a label of a finding; with the number of its story and a slash before it
   *     where it is not in the first: {@code 2/c1}
   */
  public WhyRenderer(String id) {
    this.id = id;
  }

  /**
   * @throws IllegalArgumentException if the account has no such finding; it names the nearest
   */
  @Override
  public void render(Account account, OutputStream out) throws IOException {
    int slash = id.indexOf('/');
    boolean numbered = slash > 0 && id.substring(0, slash).matches("\\d{1,6}");
    int number = numbered ? Integer.parseInt(id.substring(0, slash)) : 1;
    String wanted = id.substring(slash + 1);
    if (number < 1 || number > account.stories().size()) {
      throw new IllegalArgumentException(
          "there is no story " + number + "; " + Labels.count(account.stories().size(), "story"));
    }
    Page page = new Page(account, account.stories().get(number - 1));
    if (!page.tell(wanted)) {
      throw new IllegalArgumentException("there is no " + id + page.nearest(wanted));
    }
    out.write(String.join("\n", page.lines).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
    out.flush();
  }

  /** What is told of one finding. */
  private static final class Page {
    private final AccountIndex index;
    private final StoryAccount story;
    private final List<String> lines = new ArrayList<>();

    Page(Account account, StoryAccount story) {
      this.index = new AccountIndex(account);
      this.story = story;
    }

    boolean tell(String wanted) {
      for (Claim claim : story.claims()) {
        if (isCalled(claim.handle(), wanted)) {
          claim(claim);
          return true;
        }
      }
      for (Family family : story.lineage().families()) {
        if (isCalled(family.handle(), wanted)) {
          family(family);
          return true;
        }
      }
      for (Distortion distortion : story.distortions().distortions()) {
        if (isCalled(distortion.handle(), wanted)) {
          distortion(distortion);
          return true;
        }
      }
      for (Line line : story.brief().lines()) {
        if (isCalled(line.handle(), wanted)) {
          line(line);
          return true;
        }
      }
      return false;
    }

    private static boolean isCalled(Handle handle, String wanted) {
      return handle.id().equals(wanted) || handle.label().equals(wanted);
    }

    /** The id or label of the story that is most like a wrong one. */
    String nearest(String wanted) {
      List<String> names =
          Stream.of(
                  story.claims().stream().map(Claim::handle),
                  story.lineage().families().stream().map(Family::handle),
                  story.distortions().distortions().stream().map(Distortion::handle),
                  story.brief().lines().stream().map(Line::handle))
              .flatMap(handles -> handles)
              .flatMap(handle -> Stream.of(handle.id(), handle.label()))
              .toList();
      return EditDistance.nearest(wanted, names)
          .map(name -> "; did you mean " + name + "?")
          .orElse("");
    }

    private void claim(Claim claim) {
      line(claim.label(), ": ", claim.text());
      line(
          claim.standing().label(),
          ": ",
          Labels.count(claim.reports(), "report"),
          ", ",
          Labels.sources(claim.standing(), claim.families()));
      if (!claim.informants().isEmpty()) {
        line("informants: ", String.join(", ", claim.informants()));
      }
      claim.why().forEach(reason -> line("  because ", reason));
      claim.collapses().forEach(this::collapse);
      claim.merges().forEach(merge -> merge(merge, claim));
      for (Statement statement : claim.statements()) {
        gap();
        line(
            "  stated in ", familyOf(statement.at().report()), ", ", statement.certainty().label());
        quote(statement.at());
      }
      claim.disputes().forEach(dispute -> dispute(dispute, claim));
    }

    private void dispute(Dispute dispute, Claim claim) {
      gap();
      line(
          "  ",
          dispute.kind().label(),
          " disputed between ",
          dispute.between().label(),
          " (",
          dispute.resolution().label(),
          "): ",
          Labels.note(dispute));
      quote(claim.statements().get(dispute.a().statement()).at());
      quote(claim.statements().get(dispute.b().statement()).at());
    }

    private void collapse(Collapse collapse) {
      gap();
      line(
          "  one source, ",
          collapse.by().label(),
          " ",
          labelled(collapse.name()),
          ": ",
          String.join(", ", collapse.reports()));
      collapse.evidence().forEach(reason -> line("    ", reason));
    }

    /** What ties two statements to each other, each named by its place. */
    private void merge(Merge merge, Claim claim) {
      gap();
      line(
          "  one claim by ",
          merge.by().label(),
          ", ",
          share(merge.score()),
          ": ",
          claim.statements().get(merge.a()).id(),
          " = ",
          claim.statements().get(merge.b()).id());
      line("    ", String.join(", ", merge.evidence()));
    }

    private void family(Family family) {
      line(family.label(), ": one source: ", String.join(", ", family.reports()));
      line(
          "origin: ",
          family.origin().report().orElse("a text that is not among the reports"),
          family.origin().credit().map(credit -> ", credited to " + credit).orElse(""));
      family.why().forEach(reason -> line("  because ", reason));
      story.lineage().derivations().stream()
          .filter(derivation -> family.reports().contains(derivation.to()))
          .forEach(this::derivation);
    }

    private void derivation(Derivation derivation) {
      gap();
      line(
          "  ",
          derivation.to(),
          " from ",
          labelled(derivation.from()),
          ": ",
          derivation.degree().label(),
          ", ",
          derivation.manner().label(),
          ", confidence ",
          share(derivation.confidence()));
      derivation.evidence().forEach(reason -> line("    ", reason));
    }

    private void distortion(Distortion distortion) {
      line(
          distortion.label(),
          ": ",
          distortion.kind().label(),
          " (",
          distortion.severity().label(),
          ", confidence ",
          share(distortion.confidence()),
          ", found by ",
          distortion.finder(),
          ")");
      line("  ", distortion.why());
      line("  before: \"", distortion.before(), "\"");
      quote(distortion.from());
      line("  after: \"", distortion.after(), "\"");
      quote(distortion.to());
      line("  introduced by ", distortion.introducedBy().orElse("one of the two; which is open"));
    }

    private void line(Line line) {
      line(line.text());
      line(line.standing().label(), ": ", Labels.sources(line.standing(), line.families()));
      line.rewriting().ifPresent(this::rewriting);
      for (Citation cited : line.restsOn()) {
        line("  rests on ", familyOf(cited.report()));
        quote(cited);
      }
    }

    private void rewriting(Rewriting rewriting) {
      line("rewriting: ", rewriting.outcome().label());
      line("  extract: ", rewriting.extract());
      rewriting.proposed().ifPresent(proposed -> line("  proposed: ", proposed));
      if (!rewriting.why().isEmpty()) {
        line("  because ", rewriting.why());
      }
    }

    /** The cited characters, with where they stand, as {@code read --same-claim} takes it. */
    private void quote(Citation at) {
      String place = at.report() + ":" + at.span().start() + "-" + at.span().end();
      line("    ", place, ": ", PlainText.cut(PlainText.line(index.words(at)), SHOWN_CHARACTERS));
    }

    /** The words with a family's id at their beginning as its label. */
    private String labelled(String words) {
      return story.lineage().families().stream()
          .filter(family -> words.equals(family.id()) || words.startsWith(family.id() + "-"))
          .findFirst()
          .map(family -> family.label() + words.substring(family.id().length()))
          .orElse(words);
    }

    private String familyOf(String report) {
      Optional<Family> family =
          story.lineage().families().stream()
              .filter(one -> one.reports().contains(report))
              .findFirst();
      return family.map(one -> "family " + one.label()).orElse("no family");
    }

    /** With as many places as the result has. */
    private static String share(double value) {
      return String.valueOf(Math.round(value * 1000) / 1000.0);
    }

    private void gap() {
      lines.add("");
    }

    /** One line of these pieces; blanks at its beginning stay. */
    private void line(String... pieces) {
      String line = String.join("", pieces);
      int indent = line.length() - line.stripLeading().length();
      lines.add(" ".repeat(indent) + PlainText.line(line));
    }
  }
}
