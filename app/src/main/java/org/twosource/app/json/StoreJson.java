package org.twosource.app.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.twosource.app.feed.Feed;
import org.twosource.app.feed.FeedState;
import org.twosource.app.search.Hit;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptChannel;
import org.twosource.app.store.KeptDecision;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.Receipt;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.app.store.StoryChange;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;

/** One method a kind of thing. */
public final class StoreJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StoreJson() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A list that is whole. */
  public static <T> ObjectNode list(List<T> things, Function<T, ObjectNode> form) {
    ObjectNode list = object();
    ArrayNode items = list.putArray("items");
    things.forEach(one -> items.add(form.apply(one)));
    list.putNull("next");
    return list;
  }

  public static ObjectNode story(StoredStory story) {
    return object()
        .put("id", story.id())
        .put("title", story.title())
        .put("reports", story.reports())
        .put("sources", story.sources())
        .put("from", story.days().from().orElse(null))
        .put("to", story.days().to().orElse(null));
  }

  /** A report as a list shows it, without its text. */
  public static ObjectNode report(StoredReport stored, Optional<String> story) {
    return object()
        .put("id", stored.page())
        .put("version", stored.report().id())
        .put("outlet", stored.report().outlet().orElse(null))
        .put("headline", stored.report().headline().orElse(null))
        .put("url", stored.report().url().orElse(null))
        .put("published", stored.published().map(PartialDate::iso).orElse(null))
        .put("current", stored.current())
        .put("receipt", stored.receipt())
        .put("story", story.orElse(null));
  }

  /** What became of a story. */
  public static ObjectNode change(StoryChange change) {
    return object()
        .put("kind", change.kind().label())
        .put("story", change.story())
        .put("other", change.other().orElse(null))
        .put("reports", change.reports())
        .put("sources", change.sources().isPresent() ? change.sources().getAsInt() : null)
        .put("seq", change.seq())
        .put("at", change.at());
  }

  public static ObjectNode hit(Hit hit, @Nullable String story) {
    return object()
        .put("report", hit.at().report())
        .put("story", story)
        .put("start", hit.at().span().start())
        .put("end", hit.at().span().end())
        .put("score", hit.score());
  }

  /** How a watch is named everywhere: {@code w1}. */
  public static String name(KeptWatch watch) {
    return "w" + watch.number();
  }

  public static ObjectNode watch(KeptWatch watch) {
    return object()
        .put("id", name(watch))
        .put("kind", watch.kind())
        .put("query", watch.query())
        .put("made", watch.made());
  }

  public static ObjectNode alert(KeptAlert alert) {
    ObjectNode item =
        object()
            .put("id", alert.id())
            .put("watch", name(alert.watch()))
            .put("kind", alert.watch().kind())
            .put("story", filled(alert.subject().story()))
            .put("claim", filled(alert.subject().claim()))
            .put("text", alert.said().text())
            .put("before", alert.said().turn().before())
            .put("after", alert.said().turn().after())
            .put("why", alert.said().why())
            .put("at", alert.said().at());
    ArrayNode evidence = item.putArray("evidence");
    for (Citation passage : alert.evidence()) {
      evidence
          .addObject()
          .put("report", passage.report())
          .put("start", passage.span().start())
          .put("end", passage.span().end());
    }
    return item.put("provisional", alert.firmness() == KeptAlert.Firmness.PROVISIONAL)
        .put("retracted", alert.retracted().isPresent())
        .put("retractedAt", alert.retracted().orElse(null));
  }

  private static @Nullable String filled(String text) {
    return text.isEmpty() ? null : text;
  }

  /** How a channel is named everywhere: {@code c1}. */
  public static String name(KeptChannel channel) {
    return "c" + channel.number();
  }

  /** A channel and how telling it goes. */
  public static ObjectNode channel(KeptChannel channel, Store store) {
    ObjectNode item =
        object()
            .put("id", name(channel))
            .put("kind", channel.kind())
            .put("target", channel.target())
            .put("watch", channel.watch().map(number -> "w" + number).orElse(null))
            .put("made", channel.made());
    ObjectNode counts = item.putObject("deliveries");
    store.read(view -> view.deliveries(channel.number())).forEach(counts::put);
    return item.put("problem", store.read(view -> view.lastProblem(channel.number())).orElse(null));
  }

  /** How a decision is named everywhere: {@code d1}. */
  public static String name(KeptDecision decision) {
    return "d" + decision.number();
  }

  public static ObjectNode decision(KeptDecision decision) {
    return object()
        .put("id", name(decision))
        .put("kind", decision.kind())
        .put("a", decision.a())
        .put("b", decision.b())
        .put("made", decision.made().at())
        .put("by", decision.made().by())
        .put("undone", decision.undone().map(KeptDecision.Act::at).orElse(null))
        .put("undoneBy", decision.undone().map(KeptDecision.Act::by).orElse(null));
  }

  public static ObjectNode receipt(Receipt receipt) {
    return object()
        .put("id", receipt.key())
        .put("seq", receipt.seq())
        .put("outcome", receipt.outcome().label())
        .put("report", receipt.report().orElse(null))
        .put("source", receipt.origin().source())
        .put("reason", receipt.reason().orElse(null))
        .put("received", receipt.received());
  }

  /** A feed and how it stands. */
  public static ObjectNode source(Feed feed, FeedState state) {
    ObjectNode one = object().put("address", feed.address().toString());
    feed.title().ifPresent(title -> one.put("title", title));
    if (!state.due().equals(Instant.EPOCH)) {
      one.put("due", state.due().toString());
    }
    one.put("failures", state.failures());
    state.problem().ifPresent(problem -> one.put("problem", problem));
    return one;
  }
}
