package org.twosource.app.serve.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.twosource.app.metrics.Exposition;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Received;
import org.twosource.app.serve.Route;
import org.twosource.app.store.Store;

/** {@code /metrics}, in the text format of Prometheus (0.0.4). */
public final class MetricsResource {
  /** Upper bounds in seconds; a last bucket holds what took longer. */
  private static final double[] BOUNDS = {0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5, 30};

  private static final String REQUESTS = "twosource_request_seconds";

  private final Desk desk;
  private final Received received;
  private final Map<String, Times> requests = new ConcurrentSkipListMap<>();

  public MetricsResource(Desk desk) {
    this.desk = desk;
    this.received = new Received(desk.store());
  }

  /** How long requests of one kind took. */
  private static final class Times {
    final AtomicLongArray buckets = new AtomicLongArray(BOUNDS.length + 1);
    final AtomicLong nanos = new AtomicLong();
  }

  public List<Route> routes() {
    return List.of(Route.get("/metrics", this::metrics));
  }

  /**
   * Takes down a request.
   *
   * @param route as the router has it, so that the number of kinds is bounded
   */
  public void observe(String method, String route, int status, long nanos) {
    String labels = "method=\"" + method + "\",route=\"" + route + "\",status=\"" + status + "\"";
    Times times = requests.computeIfAbsent(labels, any -> new Times());
    int bucket = 0;
    while (bucket < BOUNDS.length && nanos > BOUNDS[bucket] * 1e9) {
      bucket++;
    }
    times.buckets.incrementAndGet(bucket);
    times.nanos.addAndGet(nanos);
  }

  private void metrics(Context context) {
    Exposition text = new Exposition();
    requests(text);
    Store store = desk.store();
    text.gauge("twosource_seq", "number of the last receipt", store.read(Store.View::lastReceipt));
    Map<String, Long> outcomes = new LinkedHashMap<>();
    received.counts().forEach((outcome, count) -> outcomes.put(outcome.label(), count));
    text.counters("twosource_inputs_total", "inputs by what came of them", "outcome", outcomes);
    text.gauge(
        "twosource_accounts_bytes",
        "accounts held in memory, as JSON",
        desk.accounts().keptBytes());
    text.gauge("twosource_analyses", "analyses that wait or run", desk.accounts().underWay());
    text.gauge(
        "twosource_writable",
        "1 where the desk may write its store",
        desk.writer().isPresent() ? 1 : 0);
    context.contentType(Exposition.TYPE).result(text.toString());
  }

  private void requests(Exposition text) {
    text.family(REQUESTS, "histogram", "how long requests took");
    requests.forEach(
        (labels, times) -> {
          long count = 0;
          for (int bucket = 0; bucket <= BOUNDS.length; bucket++) {
            count += times.buckets.get(bucket);
            String bound = bucket < BOUNDS.length ? "" + BOUNDS[bucket] : "+Inf";
            text.sample(REQUESTS + "_bucket", labels + ",le=\"" + bound + "\"", "" + count);
          }
          text.sample(REQUESTS + "_sum", labels, Exposition.seconds(times.nanos.get()));
          text.sample(REQUESTS + "_count", labels, "" + count);
        });
  }
}
