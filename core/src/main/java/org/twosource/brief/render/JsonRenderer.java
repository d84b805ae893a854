package org.twosource.brief.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Entity;
import org.twosource.annotate.Event;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Timex;
import org.twosource.brief.Account;
import org.twosource.brief.Carried;
import org.twosource.brief.Line;
import org.twosource.brief.OutletView;
import org.twosource.brief.Provenance;
import org.twosource.brief.Rewriting;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Backing;
import org.twosource.claim.Claim;
import org.twosource.claim.Collapse;
import org.twosource.claim.Dispute;
import org.twosource.claim.DisputeSide;
import org.twosource.claim.Merge;
import org.twosource.claim.Related;
import org.twosource.claim.Statement;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.Quotation;
import org.twosource.lineage.CopiedPairs;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.Source;
import org.twosource.lineage.Withdrawal;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.report.Unreadable;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Passage;
import org.twosource.story.Story;
import org.twosource.text.Part;
import org.twosource.text.Published;
import org.twosource.text.Sentence;
import org.twosource.timeline.Timeline;

/**
 * The whole account as one JSON document: the public contract, described by {@code
 * docs/schema/result.schema.json}. Fields keep their names and their order; fields of stages after
 * {@link Account#until()} are absent. Lists of findings stand one item a line, so that two results
 * can be compared with {@code diff}.
 *
 * <p>A surrogate without its partner cannot be written in UTF-8; it becomes {@code ?}, so offsets
 * stay what they are.
 */
public final class JsonRenderer implements Renderer {

  @Override
  public void render(Account account, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new OneItemALine());
      new Document(json, account).write();
    }
    writer.write('\n');
    writer.flush();
  }

  /** Writes one item; lists are made of these. */
  private interface ItemWriter<T> {
    void write(T item) throws IOException;
  }

  /** One document being written. */
  private static final class Document {
    private final JsonGenerator json;
    private final Account account;
    private final Stage until;
    private final Map<String, String> versionOf = new HashMap<>();
    private final Map<String, List<Withdrawal>> withdrawn = new HashMap<>();

    Document(JsonGenerator json, Account account) {
      this.json = json;
      this.account = account;
      this.until = account.until();
      for (StoryAccount story : account.stories()) {
        for (Withdrawal one : story.lineage().withdrawals()) {
          withdrawn.computeIfAbsent(one.at().report(), any -> new ArrayList<>()).add(one);
        }
        for (String report : story.story().reports()) {
          story
              .lineage()
              .versions()
              .versionOf(report)
              .ifPresent(first -> versionOf.put(report, first));
        }
      }
    }

    void write() throws IOException {
      json.writeStartObject();
      json.writeStringField("twosource", account.made().version());
      made(account.made());
      list("unreadable", account.unreadable(), this::unreadable);
      list("reports", account.reports(), this::report);
      if (until.reaches(Stage.ANNOTATE)) {
        list("entities", account.entities(), this::entity);
      }
      if (until.reaches(Stage.REUSE)) {
        list("stories", account.stories(), this::story);
      }
      json.writeEndObject();
    }

    private void made(Provenance made) throws IOException {
      json.writeObjectFieldStart("made");
      map("options", made.options());
      map("models", made.models());
      json.writeBooleanField("vectors", made.vectors());
      json.writeEndObject();
    }

    private void unreadable(Unreadable item) throws IOException {
      json.writeStringField("source", item.source());
      json.writeNumberField("offset", item.offset());
      json.writeStringField("reason", item.reason());
    }

    private void withdrawal(Withdrawal one) throws IOException {
      json.writeNumberField("start", one.at().span().start());
      json.writeNumberField("end", one.at().span().end());
      json.writeStringField("by", one.by());
    }

    private void report(Annotated annotated) throws IOException {
      Report report = annotated.report();
      boolean text = until.reaches(Stage.TEXT);
      json.writeStringField("id", report.id());
      json.writeStringField("source", report.source());
      optional("url", report.url());
      optional("outlet", report.outlet());
      if (until.reaches(Stage.LINEAGE)) {
        optional("versionOf", Optional.ofNullable(versionOf.get(report.id())));
        list("withdrawn", withdrawn.getOrDefault(report.id(), List.of()), this::withdrawal);
      }
      optional("headline", report.headline());
      strings("byline", report.byline());
      strings("credit", text ? annotated.text().credit() : report.credit());
      if (text) {
        optional("dateline", annotated.text().dateline());
      }
      published(text ? annotated.text().published() : fromMetadata(report));
      if (text) {
        json.writeStringField("language", annotated.text().language());
      } else {
        optional("language", report.language());
      }
      json.writeStringField("body", report.body());
      if (text) {
        list("parts", annotated.text().parts(), this::part);
        list("sentences", annotated.sentences(), this::sentence);
      }
      if (until.reaches(Stage.ANNOTATE)) {
        list(
            "entities",
            annotated.mentions().stream().filter(Mention::isName).toList(),
            this::mention);
        list(
            "references",
            annotated.mentions().stream().filter(mention -> !mention.isName()).toList(),
            this::mention);
        list("timexes", annotated.timexes(), timex -> timex(timex, report.body()));
        list("attributions", annotated.attributions(), this::attribution);
        list(
            "events",
            annotated.events().stream().filter(Event::isWorthCoding).toList(),
            this::event);
      }
    }

    private static Published fromMetadata(Report report) {
      return report.published().isEmpty()
          ? Published.UNKNOWN
          : new Published(report.published(), Published.From.METADATA);
    }

    private void published(Published published) throws IOException {
      date("published", published.date());
      json.writeStringField("publishedFrom", published.from().label());
    }

    private void part(Part part) throws IOException {
      json.writeStringField("kind", part.kind().label());
      span(part.span());
    }

    private void sentence(Sentence sentence) throws IOException {
      span(sentence.span());
    }

    private void mention(Mention mention) throws IOException {
      span(mention.span());
      json.writeStringField("type", mention.type().label());
      json.writeStringField("entity", mention.entity());
      json.writeStringField("form", Labels.of(mention.form()));
      share("confidence", mention.confidence());
      if (mention.namedAfter().isPresent()) {
        json.writeObjectFieldStart("namedAfter");
        span(mention.namedAfter().get());
        json.writeEndObject();
      }
    }

    private void timex(Timex timex, String body) throws IOException {
      span(timex.span());
      json.writeStringField("text", timex.span().in(body));
      json.writeStringField("type", timex.type().name());
      json.writeStringField("value", timex.value());
    }

    private void attribution(Attribution said) throws IOException {
      json.writeStringField("kind", said.kind().label());
      List<String> candidates = said.speaker().candidates();
      if (!candidates.isEmpty()) {
        strings("candidates", candidates);
      } else if (said.source().isPresent() || said.entity().isPresent()) {
        json.writeObjectFieldStart("source");
        if (said.source().isPresent()) {
          span(said.source().get());
        }
        optional("entity", said.entity());
        if (said.speaker().antecedent().isPresent()) {
          json.writeObjectFieldStart("antecedent");
          span(said.speaker().antecedent().get());
          json.writeEndObject();
        }
        json.writeEndObject();
      }
      if (said.cue().isPresent()) {
        json.writeObjectFieldStart("cue");
        span(said.cue().get());
        json.writeEndObject();
      }
      list("content", said.content(), this::span);
      list("quoted", said.quoted(), this::span);
      share("confidence", said.confidence());
    }

    private void event(Event event) throws IOException {
      span(event.span());
      optional("plover", event.type());
      optional("mode", event.mode());
      optional("cameo", event.cameo());
      strings("actors", event.actors());
      strings("recipients", event.recipients());
      optional("place", event.place());
      date("date", event.date());
      json.writeStringField("status", event.status().label());
      json.writeObjectFieldStart("trigger");
      span(event.trigger());
      json.writeEndObject();
      share("confidence", event.confidence());
    }

    private void entity(Entity entity) throws IOException {
      json.writeStringField("id", entity.id());
      json.writeStringField("type", entity.type().label());
      json.writeStringField("name", entity.name());
      strings("aliases", entity.aliases());
      strings("roles", entity.roles());
      optional("wikidata", entity.wikidata());
    }

    private void story(StoryAccount told) throws IOException {
      Story story = told.story();
      json.writeStringField("id", story.id());
      if (until.reaches(Stage.STORY)) {
        json.writeStringField("title", story.title());
        date("from", story.from());
        date("to", story.to());
      }
      strings("reports", story.reports());
      if (until.reaches(Stage.STORY)) {
        list("why", story.why(), this::link);
        list("history", story.history(), this::change);
        list("mayBelong", story.mayBelong(), this::doubt);
      }
      if (until.reaches(Stage.LINEAGE)) {
        list("families", told.lineage().families(), this::family);
        list("sources", told.lineage().sources(), this::source);
        derivations(told.lineage());
      }
      passages(told.alignments(), told.lineage());
      if (until.reaches(Stage.DISTORTION)) {
        list("distortions", told.distortions().distortions(), this::distortion);
        list("quotations", told.distortions().quotations(), this::quotation);
      }
      if (until.reaches(Stage.CLAIM)) {
        list("claims", told.claims(), this::claim);
      }
      if (until.reaches(Stage.TIMELINE)) {
        list("timeline", told.timeline().entries(), this::entry);
      }
      if (until.reaches(Stage.BRIEF)) {
        list("brief", told.brief().lines(), this::line);
        list("outlets", OutletView.of(told), this::outlet);
      }
    }

    private void link(Story.Link link) throws IOException {
      json.writeStringField("a", link.a());
      json.writeStringField("b", link.b());
      share("score", link.score());
      strings("evidence", link.evidence());
    }

    private void doubt(Story.Doubt doubt) throws IOException {
      json.writeStringField("report", doubt.report());
      json.writeStringField("story", doubt.story());
      share("probability", doubt.probability());
      strings("evidence", doubt.evidence());
    }

    private void change(Story.Change change) throws IOException {
      json.writeStringField(
          "kind", change.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      json.writeStringField("story", change.story());
      json.writeStringField("other", change.other());
    }

    private void family(Family family) throws IOException {
      json.writeStringField("id", family.id());
      json.writeStringField("label", family.label());
      strings("reports", family.reports());
      json.writeObjectFieldStart("origin");
      json.writeStringField("kind", family.origin().isUnseen() ? "unseen" : "report");
      optional("report", family.origin().report());
      optional("credit", family.origin().credit());
      json.writeStringField("id", family.origin().id());
      list("known", family.origin().known(), this::citation);
      json.writeEndObject();
      strings("why", family.why());
    }

    private void source(Source source) throws IOException {
      json.writeStringField("id", source.id());
      strings("families", source.families());
      strings("reports", source.reports());
      strings("why", source.why());
    }

    /** Those that make families, then those of two sources that may share a text. */
    private void derivations(Lineage lineage) throws IOException {
      json.writeArrayFieldStart("derivations");
      for (Derivation derivation : lineage.derivations()) {
        json.writeStartObject();
        derivation(derivation);
        json.writeEndObject();
      }
      for (Derivation derivation : lineage.possible()) {
        json.writeStartObject();
        derivation(derivation);
        json.writeBooleanField("mayShare", true);
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void derivation(Derivation derivation) throws IOException {
      json.writeStringField("from", derivation.from());
      json.writeStringField("to", derivation.to());
      json.writeStringField("degree", derivation.degree().label());
      json.writeStringField("manner", derivation.manner().label());
      share("share", derivation.share());
      share("confidence", derivation.confidence());
      strings("evidence", derivation.evidence());
      json.writeBooleanField("directed", derivation.directed());
    }

    private void passages(List<Alignment> alignments, Lineage lineage) throws IOException {
      CopiedPairs copied = new CopiedPairs(lineage);
      json.writeArrayFieldStart("passages");
      for (Alignment alignment : alignments) {
        boolean isCopied = copied.hold(alignment.a(), alignment.b());
        for (Passage passage : alignment.passages()) {
          json.writeStartObject();
          cited("a", new Citation(alignment.a(), passage.aSpan()));
          cited("b", new Citation(alignment.b(), passage.bSpan()));
          json.writeStringField("manner", passage.manner().label());
          share("similarity", passage.similarity());
          json.writeStringField("substance", Labels.of(passage.substance()));
          if (until.reaches(Stage.LINEAGE)) {
            json.writeBooleanField("copied", isCopied);
          }
          json.writeEndObject();
        }
      }
      json.writeEndArray();
    }

    private void distortion(Distortion distortion) throws IOException {
      json.writeStringField("kind", distortion.kind().label());
      cited("from", distortion.from());
      cited("to", distortion.to());
      json.writeStringField("before", distortion.before());
      json.writeStringField("after", distortion.after());
      json.writeStringField("severity", distortion.severity().label());
      optional("introducedBy", distortion.introducedBy());
      share("confidence", distortion.confidence());
      json.writeStringField("id", distortion.id());
      json.writeStringField("label", distortion.label());
      json.writeStringField("finder", distortion.finder());
      json.writeStringField("why", distortion.why());
    }

    private void quotation(Quotation quotation) throws IOException {
      optional("speaker", quotation.speaker());
      optional("source", quotation.source());
      strings("candidates", quotation.candidates());
      json.writeStringField("best", quotation.best());
      list("wordings", quotation.wordings(), this::wording);
    }

    private void wording(Quotation.Printing wording) throws IOException {
      citation(wording.at());
      json.writeBooleanField("altered", wording.altered());
    }

    private void claim(Claim claim) throws IOException {
      json.writeStringField("id", claim.id());
      json.writeStringField("label", claim.label());
      json.writeStringField("text", claim.text());
      list("statements", claim.statements(), this::statement);
      json.writeNumberField("reports", claim.reports());
      json.writeNumberField("families", claim.families());
      strings("informants", claim.informants());
      json.writeStringField("standing", claim.standing().label());
      list("support", claim.support(), this::backing);
      list("related", claim.related(), this::related);
      list("disputes", claim.disputes(), this::dispute);
      strings("why", claim.why());
      list("merges", claim.merges(), this::merge);
      list("collapses", claim.collapses(), this::collapse);
    }

    private void backing(Backing backing) throws IOException {
      json.writeStringField("family", backing.family());
      share("tie", backing.tie());
      optional("informant", backing.informant());
    }

    private void related(Related related) throws IOException {
      citation(related.at());
      share("score", related.score());
    }

    private void merge(Merge merge) throws IOException {
      json.writeNumberField("a", merge.a());
      json.writeNumberField("b", merge.b());
      json.writeStringField("by", merge.by().label());
      share("score", merge.score());
      strings("evidence", merge.evidence());
    }

    private void collapse(Collapse collapse) throws IOException {
      json.writeStringField("by", collapse.by().label());
      json.writeStringField("name", collapse.name());
      strings("reports", collapse.reports());
      strings("evidence", collapse.evidence());
    }

    private void statement(Statement statement) throws IOException {
      citation(statement.at());
      optional("attributedTo", statement.attributedTo());
      json.writeStringField("certainty", statement.certainty().label());
      optional("informant", statement.informant());
      json.writeStringField("id", statement.id());
      json.writeStringField("family", statement.family());
    }

    private void dispute(Dispute dispute) throws IOException {
      json.writeStringField("kind", dispute.kind().label());
      json.writeStringField("between", dispute.between().label());
      json.writeStringField("resolution", dispute.resolution().label());
      json.writeNumberField("a", dispute.a().statement());
      json.writeNumberField("b", dispute.b().statement());
      json.writeStringField("note", Labels.note(dispute));
      json.writeStringField("question", dispute.question());
      list("answers", dispute.sides(), this::side);
    }

    private void side(DisputeSide side) throws IOException {
      json.writeStringField("answer", side.words());
      json.writeStringField("value", side.answer());
      json.writeArrayFieldStart("statements");
      for (int statement : side.statements()) {
        json.writeNumber(statement);
      }
      json.writeEndArray();
      span(side.span());
      json.writeBooleanField("superseded", side.superseded());
    }

    private void entry(Timeline.Entry entry) throws IOException {
      json.writeStringField("date", entry.date().iso());
      json.writeStringField("text", entry.text());
      json.writeStringField("status", entry.status().label());
      list("statements", entry.statements(), this::citation);
      json.writeNumberField("families", entry.families());
    }

    private void outlet(OutletView outlet) throws IOException {
      json.writeStringField("outlet", outlet.outlet());
      strings("reports", outlet.reports());
      strings("claims", outlet.claims());
      strings("speakers", outlet.speakers());
      optional("headline", outlet.headline());
    }

    private void line(Line line) throws IOException {
      json.writeStringField("id", line.id());
      json.writeStringField("label", line.label());
      json.writeStringField("text", line.text());
      json.writeStringField("standing", line.standing().label());
      json.writeNumberField("families", line.families());
      list("cites", line.restsOn(), this::citation);
      list("carried", line.carried(), this::carried);
      if (line.rewriting().isPresent()) {
        rewriting(line.rewriting().get());
      }
    }

    private void carried(Carried part) throws IOException {
      span(part.span());
      json.writeNumberField("families", part.families());
    }

    private void rewriting(Rewriting rewriting) throws IOException {
      json.writeObjectFieldStart("rewriting");
      json.writeStringField("outcome", rewriting.outcome().label());
      json.writeStringField("extract", rewriting.extract());
      optional("proposed", rewriting.proposed());
      json.writeStringField("why", rewriting.why());
      json.writeEndObject();
    }

    private void cited(String field, Citation citation) throws IOException {
      json.writeObjectFieldStart(field);
      citation(citation);
      json.writeEndObject();
    }

    private void citation(Citation citation) throws IOException {
      json.writeStringField("report", citation.report());
      span(citation.span());
    }

    private void span(Span span) throws IOException {
      json.writeNumberField("start", span.start());
      json.writeNumberField("end", span.end());
    }

    private void optional(String field, Optional<String> value) throws IOException {
      json.writeStringField(field, value.orElse(null));
    }

    private void date(String field, Optional<PartialDate> date) throws IOException {
      optional(field, date.map(PartialDate::iso));
    }

    /** A number from 0 to 1 with three places; what is not a number becomes 0. */
    private void share(String field, double value) throws IOException {
      json.writeNumberField(field, Math.round(value * 1000) / 1000.0);
    }

    private void strings(String field, List<String> values) throws IOException {
      json.writeArrayFieldStart(field);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    }

    private void map(String field, Map<String, String> values) throws IOException {
      json.writeObjectFieldStart(field);
      for (Map.Entry<String, String> value : values.entrySet()) {
        json.writeStringField(value.getKey(), value.getValue());
      }
      json.writeEndObject();
    }

    private <T> void list(String field, List<T> items, ItemWriter<T> writer) throws IOException {
      json.writeArrayFieldStart(field);
      for (T item : items) {
        json.writeStartObject();
        writer.write(item);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  /** Breaks lines down to the items of a report or story; deeper things share their item's line. */
  private static final class OneItemALine implements PrettyPrinter {
    private static final int DEEPEST_BROKEN = 4;
    private int depth;

    @Override
    public void writeRootValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
      json.writeRaw('{');
      depth++;
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) throws IOException {
      close(json, '}', entries);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
      separate(json);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(": ");
    }

    @Override
    public void writeStartArray(JsonGenerator json) throws IOException {
      json.writeRaw('[');
      depth++;
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
      close(json, ']', values);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
      separate(json);
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
      breakLine(json);
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) throws IOException {
      breakLine(json);
    }

    private void separate(JsonGenerator json) throws IOException {
      json.writeRaw(depth <= DEEPEST_BROKEN ? "," : ", ");
      breakLine(json);
    }

    private void close(JsonGenerator json, char mark, int size) throws IOException {
      depth--;
      if (size > 0 && depth < DEEPEST_BROKEN) {
        newLine(json);
      }
      json.writeRaw(mark);
    }

    private void breakLine(JsonGenerator json) throws IOException {
      if (depth <= DEEPEST_BROKEN) {
        newLine(json);
      }
    }

    private void newLine(JsonGenerator json) throws IOException {
      json.writeRaw('\n');
      json.writeRaw(" ".repeat(depth));
    }
  }
}
