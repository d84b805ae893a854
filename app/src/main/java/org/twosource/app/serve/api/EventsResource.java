package org.twosource.app.serve.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.twosource.app.json.StoreJson;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.page.Parameters;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.NumberedChange;
import org.twosource.app.store.Store;

/**
 * {@code /api/v1/events}: what happens, as it happens (server-sent events). Everything is read from
 * the store, so a listener that comes back with the id of its last event misses nothing, also after
 * a restart; what happened in the same second may be told again.
 *
 * <p>Ids are {@code CHANGE~ALERT}: the number of the last change of a story told, and that of the
 * last alert told or taken back. A page that was made at a change asks for what came after it:
 * {@code ?after=CHANGE~}.
 */
public final class EventsResource {
  private static final int AT_ONCE = 200;
  private static final long LOOK_MILLIS = 500;
  private static final long HEARTBEAT_MILLIS = 15_000;

  private final Desk desk;
  private final Semaphore free;
  private final AtomicBoolean closing;

  /**
   * @param closing becomes true when the desk closes, so that listeners end
   */
  public EventsResource(Desk desk, AtomicBoolean closing) {
    this.desk = desk;
    this.free = new Semaphore(desk.limits().streams());
    this.closing = closing;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/v1/events", this::listen));
  }

  /**
   * How far a listener is.
   *
   * @param alert empty: none is named
   */
  private record At(long change, OptionalLong alert) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})~(\\d{1,18})?");

    static At parse(String id) {
      Matcher form = FORM.matcher(id);
      if (form.matches()) {
        String alert = form.group(2);
        return new At(
            Long.parseLong(form.group(1)),
            alert == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(alert)));
      }
      throw Problem.invalid("Last-Event-ID is none of this stream; begin without one");
    }

    @Override
    public String toString() {
      return change + "~" + (alert.isPresent() ? "" + alert.getAsLong() : "");
    }
  }

  private void listen(Context context) throws IOException {
    if (!accepts(context.header("Accept"))) {
      throw new Problem(Problem.Kind.NOT_ACCEPTABLE, "this address answers with text/event-stream");
    }
    String last = context.header("Last-Event-ID");
    String named = last == null ? Parameters.text(context, "after") : last;
    At at = named.isEmpty() ? now() : from(At.parse(named));
    if (!free.tryAcquire()) {
      throw Problem.busy("this desk has as many listeners as it takes (--streams)");
    }
    try {
      context.res().setContentType("text/event-stream");
      context.res().setHeader("Cache-Control", "no-store");
      tell(context.res().getOutputStream(), at);
    } catch (IOException gone) {
      // the listener went away
    } finally {
      free.release();
    }
  }

  /** Who says nothing of it accepts everything. */
  private static boolean accepts(@Nullable String accept) {
    return accept == null || accept.contains("text/event-stream") || accept.contains("*/*");
  }

  /** A listener that names no alert has those of before. */
  private At from(At at) {
    return at.alert().isEmpty() ? new At(at.change(), now().alert()) : at;
  }

  private At now() {
    return desk.store().read(view -> new At(view.lastChange(), OptionalLong.of(view.lastAlert())));
  }

  private void tell(OutputStream out, At from) throws IOException {
    At at = from;
    write(out, ": listening\nid: " + at + "\n\n");
    long quietSince = System.nanoTime();
    while (!closing.get()) {
      At told = news(out, at);
      if (!told.equals(at)) {
        at = told;
        quietSince = System.nanoTime();
      } else if (System.nanoTime() - quietSince > HEARTBEAT_MILLIS * 1_000_000) {
        write(out, ": still here\n\n");
        quietSince = System.nanoTime();
      }
      if (!pause()) {
        return;
      }
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
      return true;
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private At news(OutputStream out, At from) throws IOException {
    At at = from;
    for (NumberedChange change :
        desk.store().read(view -> view.changesAfter(from.change(), AT_ONCE))) {
      at = new At(change.number(), at.alert());
      event(out, "story-changed", at, StoreJson.change(change.change()));
    }
    long told = from.alert().orElseThrow();
    long last = desk.store().read(Store.View::lastAlert);
    for (KeptAlert alert : desk.store().read(view -> view.alertsTold(told, last))) {
      // until all of them are told, a listener that is cut off begins with the first again
      event(out, "alert", at, StoreJson.alert(alert));
    }
    if (last > told) {
      at = new At(at.change(), OptionalLong.of(last));
      write(out, "id: " + at + "\n\n");
    }
    return at;
  }

  private static void event(OutputStream out, String name, At at, ObjectNode data)
      throws IOException {
    write(out, "event: " + name + "\nid: " + at + "\ndata: " + data + "\n\n");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
