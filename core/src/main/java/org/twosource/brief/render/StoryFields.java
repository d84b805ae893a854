package org.twosource.brief.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Entity;
import org.twosource.annotate.Event;
import org.twosource.brief.Brief;
import org.twosource.brief.Carried;
import org.twosource.brief.Line;
import org.twosource.brief.Rewriting;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Backing;
import org.twosource.claim.Claim;
import org.twosource.claim.Collapse;
import org.twosource.claim.Dispute;
import org.twosource.claim.DisputeSide;
import org.twosource.claim.Merge;
import org.twosource.claim.Related;
import org.twosource.claim.Standing;
import org.twosource.claim.Statement;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.Distortions;
import org.twosource.distortion.Quotation;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.Origin;
import org.twosource.lineage.Source;
import org.twosource.lineage.Versions;
import org.twosource.lineage.Withdrawal;
import org.twosource.report.Citation;
import org.twosource.report.Handle;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Manner;
import org.twosource.reuse.Passage;
import org.twosource.story.Story;
import org.twosource.text.Sentence;
import org.twosource.timeline.Timeline;

/**
 * The fields of one story in a result, as {@link JsonRenderer} writes them. What is cited has to
 * lie in the body of a report of the result.
 *
 * @param reports of the whole result, by id
 * @param items the same, as they stand in the document
 * @param entities of the whole result
 */
record StoryFields(
    Map<String, Annotated> reports, Map<String, JsonItem> items, List<Entity> entities) {

  StoryAccount read(JsonItem item) throws IOException {
    Story story = story(item);
    List<Annotated> own = new ArrayList<>();
    for (String id : story.reports()) {
      own.add(report(id, item));
    }
    return new StoryAccount(
        story,
        new Annotations(own, entities),
        alignments(item),
        lineage(item, story),
        new Distortions(
            item.list("distortions", this::distortion), item.list("quotations", this::quotation)),
        new Timeline(item.list("timeline", this::entry)),
        item.list("claims", this::claim),
        new Brief(item.list("brief", this::line)));
  }

  private Annotated report(String id, JsonItem where) throws IOException {
    Annotated report = reports.get(id);
    if (report == null) {
      throw new IOException(where.place() + ": report '" + id + "' is not in the result");
    }
    return report;
  }

  private static Story story(JsonItem item) throws IOException {
    return new Story(
        item.text("id"),
        item.optional("title").orElse(""),
        item.date("from"),
        item.date("to"),
        item.texts("reports"),
        item.list("why", StoryFields::link),
        item.list("history", StoryFields::change),
        item.list("mayBelong", StoryFields::doubt));
  }

  private static Story.Doubt doubt(JsonItem item) throws IOException {
    return new Story.Doubt(
        item.text("report"), item.text("story"), item.share("probability"), item.texts("evidence"));
  }

  private static Story.Link link(JsonItem item) throws IOException {
    return new Story.Link(
        item.text("a"), item.text("b"), item.share("score"), item.texts("evidence"));
  }

  private static Story.Change change(JsonItem item) throws IOException {
    return new Story.Change(
        item.choice("kind", Story.Change.Kind.class), item.text("story"), item.text("other"));
  }

  private Lineage lineage(JsonItem item, Story story) throws IOException {
    Map<String, List<String>> pages = new LinkedHashMap<>();
    List<Withdrawal> withdrawals = new ArrayList<>();
    for (String id : story.reports()) {
      JsonItem report = Objects.requireNonNull(items.get(id));
      Optional<String> first = report.optional("versionOf");
      if (first.isPresent()) {
        pages.computeIfAbsent(first.get(), any -> new ArrayList<>(List.of(any))).add(id);
      }
      withdrawals.addAll(
          report.list(
              "withdrawn", one -> new Withdrawal(new Citation(id, one.span()), one.text("by"))));
    }
    List<Derivation> derivations = new ArrayList<>();
    List<Derivation> possible = new ArrayList<>();
    for (JsonItem one : item.list("derivations", derivation -> derivation)) {
      (one.has("mayShare") ? possible : derivations).add(derivation(one));
    }
    return new Lineage(
        item.list("families", this::family),
        derivations,
        possible,
        item.list("sources", StoryFields::source),
        Versions.ofPages(List.copyOf(pages.values())),
        withdrawals);
  }

  private Family family(JsonItem item) throws IOException {
    JsonItem origin = item.at("origin");
    return new Family(
        handle(item),
        item.texts("reports"),
        new Origin(
            origin.text("id"),
            origin.optional("report"),
            origin.optional("credit"),
            origin.list("known", this::citation)),
        item.texts("why"));
  }

  private static Source source(JsonItem item) throws IOException {
    return new Source(
        item.text("id"), item.texts("families"), item.texts("reports"), item.texts("why"));
  }

  private static Derivation derivation(JsonItem item) throws IOException {
    return new Derivation(
        item.text("from"),
        item.text("to"),
        item.flag("directed"),
        item.choice("degree", Derivation.Degree.class),
        item.choice("manner", Manner.class),
        item.share("share"),
        item.share("confidence"),
        item.texts("evidence"));
  }

  /** Passages of one pair of reports stand one after the other. */
  private List<Alignment> alignments(JsonItem item) throws IOException {
    List<Alignment> alignments = new ArrayList<>();
    List<Passage> passages = new ArrayList<>();
    String a = "";
    String b = "";
    for (JsonItem one : item.list("passages", passage -> passage)) {
      Citation inA = citation(one.at("a"));
      Citation inB = citation(one.at("b"));
      if (!passages.isEmpty() && !(a.equals(inA.report()) && b.equals(inB.report()))) {
        alignments.add(new Alignment(a, b, passages));
        passages.clear();
      }
      a = inA.report();
      b = inB.report();
      passages.add(passage(one, inA, inB));
    }
    if (!passages.isEmpty()) {
      alignments.add(new Alignment(a, b, passages));
    }
    return alignments;
  }

  private Passage passage(JsonItem item, Citation a, Citation b) throws IOException {
    return new Passage(
        sentences(a),
        sentences(b),
        a.span(),
        b.span(),
        item.choice("manner", Manner.class),
        item.choice("substance", Passage.Substance.class),
        item.share("similarity"));
  }

  private List<Integer> sentences(Citation cited) {
    return Objects.requireNonNull(reports.get(cited.report())).sentences().stream()
        .filter(sentence -> sentence.span().overlaps(cited.span()))
        .map(Sentence::index)
        .toList();
  }

  private Distortion distortion(JsonItem item) throws IOException {
    return new Distortion(
        handle(item),
        item.choice("kind", Distortion.Kind.class),
        citation(item.at("from")),
        citation(item.at("to")),
        item.text("before"),
        item.text("after"),
        item.choice("severity", Distortion.Severity.class),
        item.optional("introducedBy"),
        item.share("confidence"),
        item.text("finder"),
        item.text("why"));
  }

  private Quotation quotation(JsonItem item) throws IOException {
    return new Quotation(
        item.optional("speaker"),
        item.optional("source"),
        item.texts("candidates"),
        item.text("best"),
        item.list("wordings", one -> new Quotation.Printing(citation(one), one.flag("altered"))));
  }

  private Claim claim(JsonItem item) throws IOException {
    return new Claim(
        handle(item),
        item.text("text"),
        item.list("statements", this::statement),
        item.number("reports"),
        item.number("families"),
        item.texts("informants"),
        item.choice("standing", Standing.class),
        item.list("disputes", StoryFields::dispute),
        item.texts("why"),
        item.list("merges", StoryFields::merge),
        item.list("collapses", StoryFields::collapse),
        item.list("support", StoryFields::backing),
        item.list("related", one -> new Related(citation(one), one.share("score"))));
  }

  private Statement statement(JsonItem item) throws IOException {
    return new Statement(
        citation(item),
        item.optional("attributedTo"),
        item.optional("informant"),
        item.choice("certainty", Certainty.class),
        item.text("family"));
  }

  private static Backing backing(JsonItem item) throws IOException {
    return new Backing(item.text("family"), item.share("tie"), item.optional("informant"));
  }

  private static Merge merge(JsonItem item) throws IOException {
    return new Merge(
        item.number("a"),
        item.number("b"),
        item.choice("by", Merge.By.class),
        item.share("score"),
        item.texts("evidence"));
  }

  private static Collapse collapse(JsonItem item) throws IOException {
    return new Collapse(
        item.choice("by", Collapse.By.class),
        item.text("name"),
        item.texts("reports"),
        item.texts("evidence"));
  }

  private static Dispute dispute(JsonItem item) throws IOException {
    List<DisputeSide> sides = item.list("answers", StoryFields::side);
    if (sides.size() < 2) {
      throw new IOException(item.place() + ".answers: two or more are expected");
    }
    return new Dispute(
        item.choice("kind", Dispute.Kind.class),
        item.choice("between", Dispute.Between.class),
        item.choice("resolution", Dispute.Resolution.class),
        item.text("question"),
        sides);
  }

  private static DisputeSide side(JsonItem item) throws IOException {
    return new DisputeSide(
        item.numbers("statements"),
        item.span(),
        item.text("answer"),
        item.text("value"),
        item.flag("superseded"));
  }

  private Timeline.Entry entry(JsonItem item) throws IOException {
    PartialDate date =
        item.date("date").orElseThrow(() -> new IOException(item.place() + " has no date"));
    return new Timeline.Entry(
        date,
        item.text("text"),
        item.choice("status", Event.Status.class),
        item.list("statements", this::citation),
        item.number("families"));
  }

  private Line line(JsonItem item) throws IOException {
    return new Line(
        handle(item),
        item.text("text"),
        item.choice("standing", Standing.class),
        item.number("families"),
        item.list("carried", one -> new Carried(one.span(), one.number("families"))),
        item.list("cites", this::citation),
        item.has("rewriting") ? Optional.of(rewriting(item.at("rewriting"))) : Optional.empty());
  }

  private static Rewriting rewriting(JsonItem item) throws IOException {
    return new Rewriting(
        item.choice("outcome", Rewriting.Outcome.class),
        item.text("extract"),
        item.optional("proposed"),
        item.text("why"));
  }

  private static Handle handle(JsonItem item) throws IOException {
    return new Handle(item.text("id"), item.text("label"));
  }

  private Citation citation(JsonItem item) throws IOException {
    Citation cited = item.citation();
    Span body = new Span(0, report(cited.report(), item).body().length());
    if (!body.contains(cited.span())) {
      throw new IOException(item.place() + " lies outside the body of its report");
    }
    return cited;
  }
}
