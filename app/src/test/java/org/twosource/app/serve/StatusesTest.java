package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.store.StorePlace;

/** Every status that the description names for an operation is met, one by one. */
class StatusesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What is asked for, and is not there. */
  private static final Map<String, String> MISSING =
      Map.of(
          "POST /api/v1/compare", "{\"a\":{\"report\":\"none\"},\"b\":{\"text\":\"x\"}}",
          "POST /api/v1/check", "{\"text\":\"The strike.\",\"story\":\"none\"}");

  @TempDir static Path folder;
  private static List<Operation> operations = List.of();

  /** A desk for the owner of its store. */
  private static DeskServer open;

  /** One that demands users, and answers each address once a minute. */
  private static DeskServer demanding;

  /** One whose store is not there any more. */
  private static DeskServer gone;

  /** The id of a story that was merged into another. */
  private static String merged = "";

  @BeforeAll
  static void openAll() throws IOException {
    SampleDesk.fill(folder.resolve("open"));
    open = DeskServer.open(StorePlace.in(folder.resolve("open")), SampleDesk.options());
    operations = Operation.all(Operation.description(open.port()));
    demanding = demanding();
    gone = DeskServer.open(StorePlace.in(folder.resolve("gone")), SampleDesk.options());
    Files.move(folder.resolve("gone"), folder.resolve("elsewhere"));
    merge();
  }

  @AfterAll
  static void closeAll() {
    open.close();
    demanding.close();
    gone.close();
  }

  private static DeskServer demanding() {
    return DeskServer.open(
        StorePlace.in(folder.resolve("demanding")),
        SampleDesk.options()
            .withAccess(new DeskOptions.Access(true, Duration.ofHours(1), 1, 1_000)));
  }

  /** Two stories, of which a reader says that they are one. */
  private static void merge() throws IOException {
    for (String text :
        List.of(
            "A tram left its rails in Vell on Friday and hit a kiosk, the police said.",
            "Bakers of Pirrin complain that flour costs twice what it did in spring.")) {
      String name = text.startsWith("A tram") ? "tram" : "flour";
      assertThat(send("POST", "/api/v1/reports?name=" + name + ".txt", text).status())
          .isEqualTo(202);
    }
    String tram = storyOf("tram");
    String flour = storyOf("flour");
    assertThat(tram).isNotEqualTo(flour);
    String together = "{\"kind\":\"together\",\"a\":\"tram\",\"b\":\"flour\"}";
    assertThat(send("POST", "/api/v1/decisions", together).status()).isEqualTo(201);
    merged = storyOf("tram").equals(tram) ? flour : tram;
  }

  private static String storyOf(String report) throws IOException {
    long began = System.nanoTime();
    while (true) { // it is put into a story behind its acknowledgement
      assertThat(System.nanoTime() - began).as(report).isLessThan(PATIENCE.toNanos());
      Ask.Answer answer = Ask.get(open.port(), "/api/v1/reports/" + report).answer();
      String story = MAPPER.readTree(answer.body()).path("story").asText("");
      if (!story.isEmpty() && !story.equals("null")) {
        return story;
      }
    }
  }

  private static Ask.Answer send(String method, String path, String body) throws IOException {
    return ask(open, method, path, body).answer();
  }

  private static Ask ask(DeskServer desk, String method, String path, String body) {
    Ask ask =
        Ask.of(desk.port(), method, path).with("X-Twosource-Token", desk.desk().token().text());
    return body.isEmpty()
        ? ask
        : ask.body(body.startsWith("{") ? "application/json" : "text/plain", body);
  }

  /** What a path with an id is asked for by, made where it is not there. */
  private static String made(Operation operation) throws IOException {
    if (operation.path().startsWith("/api/v1/receipts/")) {
      Ask.Answer receipts = Ask.get(open.port(), "/api/v1/receipts").answer();
      return MAPPER.readTree(receipts.body()).path("items").path(0).path("id").asText();
    }
    for (Operation maker : operations) {
      if (maker.method().equals("POST") && operation.path().equals(maker.path() + "/{id}")) {
        String location = send("POST", maker.path(), maker.body()).header("location");
        return location.substring(location.lastIndexOf('/') + 1);
      }
    }
    return "";
  }

  /** What was asked so that a status is answered. */
  private static Ask.Answer provoked(Operation operation, int status) throws IOException {
    String method = operation.method();
    String body = operation.body();
    String path = operation.address(made(operation));
    return switch (status) {
      case 200, 201, 202, 204 -> success(operation, status, path, body);
      case 304 -> {
        String tag = send(method, path, body).header("etag");
        yield ask(open, method, path, body).with("If-None-Match", tag).answer();
      }
      case 308 -> send(method, path.replace(SampleDesk.STORY, Operation.encoded(merged)), body);
      case 400 -> invalid(operation, path);
      case 401 -> Ask.of(fresh(), method, path).answer();
      case 403 -> ask(open, method, path, body).with("Sec-Fetch-Site", "cross-site").answer();
      case 404 -> missing(operation);
      case 406 -> ask(open, method, path, body).with("Accept", "application/json").answer();
      case 409 -> conflicting(operation, path);
      case 412 -> ask(open, method, path, body).with("If-Match", "W/\"another\"").answer();
      case 413 -> send(method, path, tooLong(body));
      case 415 -> ask(open, method, path, body).body("text/csv", body).answer();
      case 421 -> ask(open, method, path, body).with("Host", "evil.example").answer();
      case 422 -> keyUsed(path);
      case 429 -> {
        Ask.of(demanding.port(), method, path).answer();
        yield Ask.of(demanding.port(), method, path).answer();
      }
      case 503 -> ask(gone, method, path, body).answer();
      default -> throw new AssertionError("nothing provokes " + status + " of " + operation.name());
    };
  }

  private static String tooLong(String body) {
    return body + " ".repeat(Math.toIntExact(SampleDesk.options().limits().bodyBytes()));
  }

  private static Ask.Answer success(Operation operation, int status, String path, String body)
      throws IOException {
    if (operation.path().equals("/api/v1/events")) {
      return Ask.get(open.port(), path).head();
    }
    if (operation.name().equals("DELETE /api/v1/sources")) {
      send("POST", "/api/v1/sources", "{\"address\":\"https://feeds.example/right\"}");
    }
    boolean isNotification = operation.path().equals("/mcp") && status == 202;
    return send(operation.method(), path, isNotification ? body.replace("\"id\":1,", "") : body);
  }

  private static Ask.Answer invalid(Operation operation, String path) throws IOException {
    if (operation.takes("limit")) {
      return Ask.get(open.port(), path + (path.contains("?") ? "&" : "?") + "limit=x").answer();
    }
    if (operation.path().equals("/api/v1/events")) {
      return ask(open, "GET", path, "").with("Last-Event-ID", "x").answer();
    }
    String empty = operation.path().equals("/api/v1/reports") ? "" : "{}";
    return send(operation.method(), path, empty);
  }

  private static Ask.Answer missing(Operation operation) throws IOException {
    String path =
        operation.path().endsWith("{claim}")
            ? operation.address("").replace("c1", "none")
            : operation.path().replace("{id}", "none");
    return send(operation.method(), path, MISSING.getOrDefault(operation.name(), ""));
  }

  /** Decided the other way round, or undone twice. */
  private static Ask.Answer conflicting(Operation operation, String path) throws IOException {
    if (operation.method().equals("DELETE")) {
      assertThat(send("DELETE", path, "").status()).isEqualTo(204);
      return send("DELETE", path, "");
    }
    return send("POST", path, "{\"kind\":\"apart\",\"a\":\"tram\",\"b\":\"flour\"}");
  }

  private static Ask.Answer keyUsed(String path) throws IOException {
    ask(open, "POST", path, "One text of a report about a ferry.")
        .with("Idempotency-Key", "k")
        .answer();
    return ask(open, "POST", path, "Another text of a report about a ferry.")
        .with("Idempotency-Key", "k")
        .answer();
  }

  /** A desk with users that nobody asked this minute. */
  private static int fresh() {
    demanding.close();
    demanding = demanding();
    return demanding.port();
  }

  @Test
  void everyStatusThatTheDescriptionNamesIsMet() throws IOException {
    List<String> wrong = new ArrayList<>();
    TreeSet<Integer> met = new TreeSet<>();
    int all = 0;
    for (Operation operation : operations) {
      for (int status : new TreeSet<>(operation.statuses())) {
        Ask.Answer answer = provoked(operation, status);
        all++;
        met.add(answer.status());
        Optional<String> problem = problem(operation, status, answer);
        problem.ifPresent(wrong::add);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(all).isGreaterThan(400);
    assertThat(met).contains(200, 201, 202, 204, 304, 308, 400, 401, 403, 404, 406, 409, 412);
    assertThat(met).contains(413, 415, 421, 422, 429, 503);
  }

  private static Optional<String> problem(Operation operation, int status, Ask.Answer answer) {
    boolean isTold = status < 400 || answer.header("content-type").contains(Problem.MEDIA_TYPE);
    return answer.status() == status && isTold
        ? Optional.empty()
        : Optional.of(
            operation.name()
                + " answered "
                + answer.status()
                + " for "
                + status
                + ": "
                + answer.body().substring(0, Math.min(160, answer.body().length())));
  }
}
