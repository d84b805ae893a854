package org.twosource.brief.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Event;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Speaker;
import org.twosource.annotate.Timex;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Part;
import org.twosource.text.Published;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/** The fields of one report in a result, as {@link JsonRenderer} writes them. */
final class ReportFields {
  private ReportFields() {}

  static Annotated read(JsonItem item) throws IOException {
    Report report = report(item);
    List<Part> parts = item.list("parts", ReportFields::part);
    Text text =
        new Text(
            report,
            report.language().orElse("und"),
            published(item),
            parts,
            sentences(item, parts),
            report.credit(),
            item.optional("dateline"));
    return Annotated.bare(text)
        .withMentions(mentions(item))
        .withTimexes(item.list("timexes", ReportFields::timex))
        .withAttributions(item.list("attributions", ReportFields::attribution))
        .withEvents(item.list("events", ReportFields::event));
  }

  private static Report report(JsonItem item) throws IOException {
    Published published = published(item);
    return new Report(
        item.text("id"),
        item.text("source"),
        item.optional("url"),
        item.optional("outlet"),
        item.optional("headline"),
        item.texts("byline"),
        item.texts("credit"),
        published.from() == Published.From.METADATA ? published.date() : Optional.empty(),
        item.optional("language"),
        item.text("body"));
  }

  private static Published published(JsonItem item) throws IOException {
    return new Published(
        item.date("published"), item.choice("publishedFrom", Published.From.class));
  }

  private static Part part(JsonItem item) throws IOException {
    return new Part(item.choice("kind", Part.Kind.class), item.span());
  }

  /** Every sentence with its part, whose place among the parts is taken for its paragraph. */
  private static List<Sentence> sentences(JsonItem item, List<Part> parts) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    for (Span span : item.list("sentences", JsonItem::span)) {
      int at = 0;
      while (at < parts.size() - 1 && !parts.get(at).span().contains(span)) {
        at++;
      }
      Part.Kind kind = parts.isEmpty() ? Part.Kind.BODY : parts.get(at).kind();
      sentences.add(new Sentence(sentences.size(), span, kind, at, false, List.of()));
    }
    return sentences;
  }

  /** Names and what only refers to one, in text order again. */
  private static List<Mention> mentions(JsonItem item) throws IOException {
    List<Mention> mentions = item.list("entities", ReportFields::mention);
    mentions.addAll(item.list("references", ReportFields::mention));
    mentions.sort(Comparator.comparingInt(mention -> mention.span().start()));
    return mentions;
  }

  private static Mention mention(JsonItem item) throws IOException {
    return new Mention(
        item.span(),
        item.choice("type", EntityType.class),
        item.text("entity"),
        item.choice("form", Mention.Form.class),
        item.share("confidence"),
        span(item, "namedAfter"));
  }

  private static Timex timex(JsonItem item) throws IOException {
    return new Timex(item.span(), item.choice("type", Timex.Type.class), item.text("value"));
  }

  private static Attribution attribution(JsonItem item) throws IOException {
    boolean known = item.has("source");
    return new Attribution(
        item.choice("kind", Attribution.Kind.class),
        new Speaker(
            known && item.at("source").has("start") ? span(item, "source") : Optional.empty(),
            known ? item.at("source").optional("entity") : Optional.empty(),
            item.texts("candidates"),
            known ? span(item.at("source"), "antecedent") : Optional.empty()),
        span(item, "cue"),
        item.list("content", JsonItem::span),
        item.list("quoted", JsonItem::span),
        item.share("confidence"));
  }

  private static Event event(JsonItem item) throws IOException {
    Optional<PartialDate> date = item.date("date");
    Event.Status status = item.choice("status", Event.Status.class);
    return new Event(
        item.span(),
        item.at("trigger").span(),
        item.optional("plover"),
        item.optional("mode"),
        item.optional("cameo"),
        item.texts("actors"),
        item.texts("recipients"),
        item.optional("place"),
        date,
        status,
        status == Event.Status.DENIED,
        item.share("confidence"));
  }

  private static Optional<Span> span(JsonItem item, String field) throws IOException {
    return item.has(field) ? Optional.of(item.at(field).span()) : Optional.empty();
  }
}
