package org.twosource.app.serve.page;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.app.json.StoreJson;
import org.twosource.app.serve.AllNames;
import org.twosource.app.serve.Caller;
import org.twosource.app.serve.Changes;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Route;
import org.twosource.app.store.KeptAct;
import org.twosource.app.store.KeptDecision;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.report.Span;

/** {@code /decisions}: what readers decided, the newest first, each with its undo. */
public final class DecisionResource {
  /** Of watches and sources, the latest that are shown. */
  private static final int ACTS = 100;

  private final Desk desk;
  private final Pages pages;
  private final Changes changes;

  public DecisionResource(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
    this.changes = new Changes(desk);
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/decisions", this::list),
        Route.post("/decisions", this::decide),
        Route.post("/decisions/undo", this::undo));
  }

  /** What a decision is about; {@code href} is empty where it leads nowhere. */
  public record Subject(String name, String href) {}

  /** A decision as a row. */
  public record Row(
      String id, String says, Subject a, Subject b, String made, String undone, boolean isNew) {}

  private void list(Context context) {
    String made = Parameters.text(context, "made");
    List<Row> rows =
        desk.store().read(Store.View::decisions).stream()
            .sorted(Comparator.comparingLong(KeptDecision::number).reversed())
            .map(one -> row(one, made))
            .toList();
    List<Act> acts =
        desk.store().read(view -> view.acts(ACTS)).stream().map(DecisionResource::act).toList();
    pages.show(context, "decisions", "Decisions", Map.of("rows", rows, "acts", acts));
  }

  /** A watch or source that was begun or ended, as a row. */
  public record Act(String when, String says) {}

  private static Act act(KeptAct act) {
    String words =
        switch (act.kind()) {
          case WATCH_BEGUN -> "began to watch: ";
          case WATCH_STOPPED -> "stopped watching: ";
          case SOURCE_ADDED -> "added the source ";
          case SOURCE_REMOVED -> "removed the source ";
          case CHANNEL_ADDED -> "added the channel ";
          case CHANNEL_STOPPED -> "ended the channel ";
        };
    return new Act(
        when(new KeptDecision.Act(act.at(), act.by())), words + Shown.line(act.subject(), 200));
  }

  private Row row(KeptDecision one, String made) {
    boolean isRenamed = one.kind().equals("rename");
    Subject a = subject(one.a(), isRenamed);
    return new Row(
        StoreJson.name(one),
        words(one.kind()),
        isRenamed ? new Subject("A story", "") : a,
        isRenamed
            ? new Subject("“" + Shown.line(one.b(), 200) + "”", a.href())
            : subject(one.b(), false),
        when(one.made()),
        one.undone().map(DecisionResource::when).orElse(""),
        StoreJson.name(one).equals(made));
  }

  private static String when(KeptDecision.Act act) {
    return Shown.instant(act.at()) + (act.by().isEmpty() ? "" : " by " + act.by());
  }

  private static String words(String kind) {
    return switch (kind) {
      case "together" -> "tell of one event:";
      case "pin" -> "belong together, whatever comes:";
      case "apart" -> "tell of two events:";
      case "same-claim" -> "state one claim:";
      case "different-claims" -> "state two claims:";
      case "same-name" -> "are names of one:";
      default -> "is called:";
    };
  }

  /** A report, a statement of one, or a story. */
  private Subject subject(String named, boolean isStory) {
    if (isStory) {
      Optional<String> title =
          desk.store().read(view -> view.survivor(named).flatMap(view::story)).map(s -> s.title());
      return new Subject(
          Shown.line(title.orElse(named), 120), title.isPresent() ? Links.story(named) : "");
    }
    int colon = named.lastIndexOf(':');
    boolean isStatement = colon > 0 && named.substring(colon + 1).matches("\\d{1,9}-\\d{1,9}");
    String report = isStatement ? named.substring(0, colon) : named;
    Optional<StoredReport> stored = desk.store().read(view -> view.current(report));
    if (stored.isEmpty()) {
      return new Subject(Shown.line(named, 120), "");
    }
    String name = desk.accounts().names().nameOf(stored.get());
    if (!isStatement) {
      return new Subject(name, Links.report(report));
    }
    String[] ends = named.substring(colon + 1).split("-");
    String body = stored.get().report().body();
    int start = Integer.parseInt(ends[0]);
    int end = Integer.parseInt(ends[1]);
    boolean isThere = start <= end && end <= body.length();
    return new Subject(
        isThere ? name + ": “" + Shown.line(body.substring(start, end), 160) + "”" : name,
        isThere ? Links.at(report, new Span(start, end)) : Links.report(report));
  }

  private void decide(Context context) {
    KeptDecision made =
        changes.decide(
            Caller.of(context),
            Forms.needed(context, "kind", "a decision needs a kind"),
            Forms.needed(context, "a", "name a report, statement or story"),
            Forms.needed(context, "b", "name the other report, or the new title"));
    Forms.then(context, "/decisions?made=" + StoreJson.name(made));
  }

  private void undo(Context context) {
    changes.undo(
        Caller.of(context), changes.decision(Forms.needed(context, "id", "which decision?")));
    Forms.then(context, Forms.back(context, "/decisions"));
  }

  /** Other reports of a story, to set one of them apart from. */
  static List<Subject> others(Desk desk, String story, String report) {
    List<Subject> others = new ArrayList<>();
    AllNames names = desk.accounts().names();
    for (String page : desk.store().read(view -> view.members(story))) {
      if (!page.equals(report) && others.size() < 30) {
        desk.store()
            .read(view -> view.current(page))
            .ifPresent(
                one ->
                    others.add(
                        new Subject(
                            Shown.line(
                                names.nameOf(one)
                                    + one.report().headline().map(line -> ": " + line).orElse(""),
                                90),
                            page)));
      }
    }
    return others;
  }
}
