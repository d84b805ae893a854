package org.twosource.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Clause;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Event;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Quantity;
import org.twosource.annotate.Timex;
import org.twosource.brief.Account;
import org.twosource.brief.Line;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.Labels;
import org.twosource.claim.Claim;
import org.twosource.claim.Dispute;
import org.twosource.claim.Statement;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.Quotation;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Origin;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Passage;
import org.twosource.story.Story;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;
import org.twosource.timeline.Timeline;

/**
 * An account as lines of text, one page a stage, made to be read in a diff: words instead of
 * offsets, and no scores, which differ between machines in the last places.
 */
final class AccountText {
  private final Account account;
  private final List<String> lines = new ArrayList<>();

  private AccountText(Account account) {
    this.account = account;
  }

  /** File name to page, in the order of the stages. */
  static Map<String, String> pages(Account account) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("2-text.txt", new AccountText(account).texts());
    pages.put("3-annotate.txt", new AccountText(account).annotations());
    pages.put("4-reuse.txt", new AccountText(account).passages());
    pages.put("5-story.txt", new AccountText(account).stories());
    pages.put("6-lineage.txt", new AccountText(account).lineage());
    pages.put("7-distortion.txt", new AccountText(account).distortions());
    pages.put("8-timeline.txt", new AccountText(account).timeline());
    pages.put("9-claim.txt", new AccountText(account).claims());
    pages.put("10-brief.txt", new AccountText(account).brief());
    return pages;
  }

  private String texts() {
    for (Annotated report : account.reports()) {
      Text text = report.text();
      String date = text.published().date().map(PartialDate::iso).orElse("?");
      line(
          "%s: %s, %s from %s, credit %s, dateline %s",
          report.id(),
          text.language(),
          date,
          text.published().from().label(),
          text.credit(),
          text.dateline().orElse("none"));
      for (Part part : text.parts()) {
        line("  %-13s %s", part.kind().label(), ends(part.span().in(text.body())));
      }
      for (Sentence sentence : text.sentences()) {
        line("  sentence      %s", ends(sentence.span().in(text.body())));
      }
    }
    return page();
  }

  private String annotations() {
    for (Annotated report : account.reports()) {
      line("%s", report.id());
      for (Mention mention : report.mentions()) {
        line(
            "  name   %s  %s %s %s",
            in(report, mention.span()),
            mention.type().label(),
            mention.form().name().toLowerCase(Locale.ROOT),
            mention.entity());
      }
      for (Timex timex : report.timexes()) {
        line("  time   %s  %s %s", in(report, timex.span()), timex.type(), timex.value());
      }
      for (Quantity quantity : report.quantities()) {
        line("  number %s  %s", in(report, quantity.span()), number(report, quantity));
      }
      for (Cue cue : report.cues()) {
        line(
            "  cue    %s  %s of %s",
            in(report, cue.span()),
            cue.kind().name().toLowerCase(Locale.ROOT),
            ends(in(report, cue.scope())));
      }
      for (Clause clause : report.clauses()) {
        line(
            "  clause %s  %s%s",
            ends(in(report, clause.span())),
            clause.certainty().name().toLowerCase(Locale.ROOT),
            clause.negated() ? " not" : "");
      }
      for (Attribution said : report.attributions()) {
        line(
            "  said   %s (%s): %s  %s",
            said.source().map(span -> in(report, span)).orElse("?"),
            said.entity().orElse("?"),
            ends(in(report, said.extent())),
            said.kind().label());
      }
      for (Event event : report.events()) {
        line(
            "  event  %s  %s %s %s %s -> %s",
            in(report, event.trigger()),
            event.type().orElse("-"),
            event.status().label(),
            event.date().map(PartialDate::iso).orElse("-"),
            event.actors(),
            event.recipients());
      }
    }
    return page();
  }

  private static String number(Annotated report, Quantity quantity) {
    List<String> words = new ArrayList<>();
    words.add(quantity.kind().name());
    words.add(quantity.bound().name());
    words.add(quantity.base().stripTrailingZeros().toPlainString());
    words.add(quantity.measure().label());
    words.add(quantity.measure().per().isEmpty() ? "" : "a " + quantity.measure().per());
    words.add(quantity.measure().compound() ? "compound" : "");
    words.add(quantity.role() == Quantity.Role.ALONE ? "" : quantity.role().name());
    List<Token> tokens = report.sentences().get(quantity.place().sentence()).tokens();
    quantity.counted().ifPresent(at -> words.add("of " + tokens.get(at).normal()));
    words.removeIf(String::isEmpty);
    return String.join(" ", words).toLowerCase(Locale.ROOT);
  }

  private String passages() {
    for (StoryAccount story : account.stories()) {
      for (Alignment alignment : story.alignments()) {
        line("%s | %s", alignment.a(), alignment.b());
        for (Passage passage : alignment.passages()) {
          line(
              "  %s %s",
              passage.manner().label(), passage.substance().name().toLowerCase(Locale.ROOT));
          line("    %s", ends(words(new Citation(alignment.a(), passage.aSpan()))));
          line("    %s", ends(words(new Citation(alignment.b(), passage.bSpan()))));
        }
      }
    }
    return page();
  }

  private String stories() {
    for (StoryAccount told : account.stories()) {
      Story story = told.story();
      line("%s", flat(story.title()));
      line(
          "  %s to %s",
          story.from().map(PartialDate::iso).orElse("?"),
          story.to().map(PartialDate::iso).orElse("?"));
      story.reports().forEach(report -> line("  %s", report));
    }
    return page();
  }

  private String lineage() {
    for (StoryAccount story : account.stories()) {
      for (Family family : story.lineage().families()) {
        line(
            "%s %s origin %s credit %s",
            family.label(),
            family.reports(),
            family.origin().report().orElse("unseen"),
            family.origin().credit().orElse("none"));
      }
      for (Derivation derivation : story.lineage().derivations()) {
        line(
            "  %s %s %s  %s %s",
            labelled(story, derivation.from()),
            derivation.directed() ? "->" : "--",
            derivation.to(),
            derivation.degree().label(),
            derivation.manner().label());
      }
    }
    return page();
  }

  /** A report's id, or an unseen text by the label of its family. */
  private static String labelled(StoryAccount story, String from) {
    return story.lineage().families().stream()
        .filter(family -> family.origin().isUnseen() && family.origin().id().equals(from))
        .map(family -> Origin.unseenId(family.label()))
        .findFirst()
        .orElse(from);
  }

  private String distortions() {
    for (StoryAccount story : account.stories()) {
      for (Distortion change : story.distortions().distortions()) {
        line(
            "%s %s in %s: “%s” -> “%s”",
            change.severity().label(),
            change.kind().label(),
            change.introducedBy().orElse("? (" + change.to().report() + ")"),
            flat(change.before()),
            flat(change.after()));
      }
      for (Quotation quotation : story.distortions().quotations()) {
        line(
            "quotation %s: %s",
            quotation.speaker().or(quotation::source).orElse("?"), flat(quotation.best()));
        for (Quotation.Printing wording : quotation.wordings()) {
          line(
              "  %s%s",
              wording.at().report(), wording.altered() ? ": " + flat(words(wording.at())) : "");
        }
      }
    }
    return page();
  }

  private String timeline() {
    for (StoryAccount story : account.stories()) {
      for (Timeline.Entry entry : story.timeline().entries()) {
        line(
            "%s %s, %d families: %s  %s",
            entry.date().iso(),
            entry.status().label(),
            entry.families(),
            flat(entry.text()),
            reports(entry.statements()));
      }
    }
    return page();
  }

  private String claims() {
    for (StoryAccount story : account.stories()) {
      for (Claim claim : story.claims()) {
        line(
            "%s %s, %d reports, %d families, known to %s",
            claim.label(),
            claim.standing().label(),
            claim.reports(),
            claim.families(),
            claim.informants());
        for (Statement statement : claim.statements()) {
          line(
              "  %s (%s): %s",
              statement.at().report(), statement.certainty().label(), flat(words(statement.at())));
        }
        for (Dispute dispute : claim.disputes()) {
          line(
              "  dispute %s between %s, %s: %s",
              dispute.kind().label(),
              dispute.between().label(),
              dispute.resolution().label(),
              flat(Labels.note(dispute)));
        }
      }
    }
    return page();
  }

  private String brief() {
    for (StoryAccount story : account.stories()) {
      for (Line one : story.brief().lines()) {
        line(
            "%s %d: %s  %s",
            one.standing().label(), one.families(), flat(one.text()), reports(one.restsOn()));
      }
    }
    return page();
  }

  private static List<String> reports(List<Citation> citations) {
    return citations.stream().map(Citation::report).distinct().toList();
  }

  /** The characters a citation names. */
  private String words(Citation citation) {
    return words(account, citation);
  }

  static String words(Account account, Citation citation) {
    Optional<Annotated> report =
        account.reports().stream().filter(one -> one.id().equals(citation.report())).findFirst();
    return citation.span().in(report.orElseThrow().body());
  }

  private static String in(Annotated report, Span span) {
    return flat(span.in(report.body()));
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** The beginning and the end of a longer text. */
  private static String ends(String text) {
    String flat = flat(text);
    return flat.length() <= 90
        ? flat
        : flat.substring(0, 55) + " … " + flat.substring(flat.length() - 30);
  }

  private void line(String form, Object... values) {
    lines.add(String.format(Locale.ROOT, form, values).stripTrailing());
  }

  private String page() {
    return String.join("\n", lines) + "\n";
  }
}
