package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.store.StorePlace;
import org.twosource.app.user.Role;
import org.twosource.app.user.Users;

/** A desk that others reach: the real server, over a store with users. */
class UsersTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String PASSWORD = "a long enough word";
  private static final String APART =
      "{\"kind\":\"apart\",\"a\":\"01-coast-wire\",\"b\":\"05-selwyn-signal\"}";

  @TempDir static Path filled;
  @TempDir Path folder;
  private Users users;
  private DeskServer server;
  private int port;

  @BeforeAll
  static void fill() {
    SampleDesk.fill(filled);
  }

  @BeforeEach
  void open() throws IOException {
    try (Stream<Path> files = Files.walk(filled)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(filled.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    users = new Users(folder);
    users.add("ada", Role.EDITOR, PASSWORD);
    users.add("rex", Role.READER, PASSWORD);
    users.add("zoe", Role.ADMIN, PASSWORD);
    server = DeskServer.open(StorePlace.in(folder), options(DeskOptions.Access.standard()));
    port = server.port();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static DeskOptions options(DeskOptions.Access access) {
    return SampleDesk.options().withHosts(List.of("desk.example")).withAccess(access);
  }

  private Ask.Answer form(String path, String cookie, String... fields) throws IOException {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(fields[i]).append('=');
      body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return Ask.of(port, "POST", path)
        .with("Cookie", cookie)
        .body("application/x-www-form-urlencoded", body.toString())
        .answer();
  }

  /** What the browser of a user keeps. */
  private String signIn(String name) throws IOException {
    Ask.Answer answer = form("/sign-in", "none=1", "user", name, "password", PASSWORD);
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    String kept = answer.header("set-cookie");
    assertThat(kept).contains("HttpOnly", "SameSite=Lax");
    return kept.substring(0, kept.indexOf(';'));
  }

  private Ask.Answer page(String path, String cookie) throws IOException {
    return Ask.get(port, path).with("Accept", "text/html").with("Cookie", cookie).answer();
  }

  private String pageToken(String cookie) throws IOException {
    return Jsoup.parse(page("/decisions", cookie).body())
        .select("meta[name=twosource-token]")
        .attr("content");
  }

  private Ask.Answer api(String method, String path, String token, String body) throws IOException {
    Ask ask = Ask.of(port, method, path).with("Authorization", "Bearer " + token);
    return (body.isEmpty() ? ask : ask.body("application/json", body)).answer();
  }

  private List<String> paths() {
    List<String> paths =
        new ArrayList<>(
            server.routes().stream()
                .filter(route -> route.role().isPresent())
                .map(route -> route.path().replaceAll("\\{[^}]*}", "x"))
                .distinct()
                .toList());
    assertThat(paths).hasSizeGreaterThan(50);
    paths.addAll(List.of("/nothing", "/webjars/x.js", "/api/v1/nothing"));
    return paths;
  }

  @Test
  void withoutSessionOrTokenNothingIsAnswered() throws IOException {
    String deskToken = Files.readString(folder.resolve("desk-token")).strip();
    for (String path : paths()) {
      for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
        Ask.Answer bare = Ask.of(port, method, path).answer();
        assertThat(bare.status()).as(method + path).isIn(401, 429);
        if (bare.status() == 429) {
          server.close();
          server = DeskServer.open(StorePlace.in(folder), options(DeskOptions.Access.standard()));
          port = server.port();
        }
      }
      Ask ofOwner = Ask.of(port, "POST", path).with("X-Twosource-Token", deskToken);
      assertThat(ofOwner.answer().status()).as(path).isIn(401, 429);
      Ask foreign = Ask.get(port, path).with("Host", "evil.example");
      assertThat(foreign.answer().status()).as(path).isEqualTo(421);
      Ask other = Ask.of(port, "POST", path).with("Origin", "http://evil.example");
      assertThat(other.answer().status()).as(path).isEqualTo(403);
    }
    for (String open : List.of("/healthz", "/sign-in", "/assets/desk.css")) {
      assertThat(Ask.get(port, open).answer().status()).as(open).isEqualTo(200);
    }
  }

  @Test
  void aPersonIsLedToTheFormAndBack() throws IOException {
    Ask.Answer led = page("/search?q=harbour", "none=1");
    assertThat(led.status()).isEqualTo(303);
    assertThat(led.header("location")).isEqualTo("/sign-in?back=%2Fsearch%3Fq%3Dharbour");
    Ask.Answer form = page(led.header("location"), "none=1");
    assertThat(Jsoup.parse(form.body()).select("input[name=back]").attr("value"))
        .isEqualTo("/search?q=harbour");
    assertThat(form.body()).doesNotContain("/decisions");
    Ask.Answer wrong = form("/sign-in", "none=1", "user", "ada", "password", "another word");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.body()).contains("no user of that name with that password");
    Ask.Answer in =
        form(
            "/sign-in", "none=1", "user", "ada", "password", PASSWORD, "back", "/search?q=harbour");
    assertThat(in.header("location")).isEqualTo("/search?q=harbour");
    assertThat(
            form("/sign-in", "x=1", "user", "ada", "password", PASSWORD, "back", "//evil.example")
                .header("location"))
        .isEqualTo("/");
  }

  @Test
  void aSessionOutlivesARestartAndEndsWithSignOutPasswordOrUser() throws IOException {
    String first = signIn("ada");
    String second = signIn("ada");
    assertThat(page("/", first).body()).contains("Sign out ada");
    int before = port;
    server.close();
    server =
        DeskServer.open(
            StorePlace.in(folder), options(DeskOptions.Access.standard()).withPort(before));
    assertThat(page("/", first).status()).isEqualTo(200);
    String token = pageToken(first);
    assertThat(form("/sign-out?token=" + token, first).status()).isEqualTo(303);
    assertThat(page("/", first).status()).isEqualTo(303);
    assertThat(page("/", second).status()).isEqualTo(200);
    users.change("ada", "quite another word");
    assertThat(page("/", second).status()).isEqualTo(303);
    String rex = signIn("rex");
    users.remove("rex");
    assertThat(page("/", rex).status()).isEqualTo(303);
    assertThat(Files.readString(folder.resolve("desk-sessions.json")))
        .doesNotContain(rex.substring(rex.indexOf('=') + 1));
  }

  @Test
  void aFormNeedsTheTokenOfItsOwnSession() throws IOException {
    String ada = signIn("ada");
    String zoe = signIn("zoe");
    String[] fields = {"kind", "apart", "a", "01-coast-wire", "b", "05-selwyn-signal"};
    assertThat(form("/decisions", ada, fields).status()).isEqualTo(403);
    assertThat(form("/decisions?token=" + pageToken(zoe), ada, fields).status()).isEqualTo(403);
    assertThat(form("/decisions?token=" + pageToken(ada), ada, fields).status()).isEqualTo(303);
    String list = page("/decisions", zoe).body();
    assertThat(list).contains("by ada");
    assertThat(form("/decisions/undo?token=" + pageToken(zoe), zoe, "id", "d1").status())
        .isEqualTo(303);
    assertThat(page("/decisions", ada).body()).contains("by ada", "by zoe");
    String json = api("GET", "/api/v1/decisions/d1", give("rex", Role.READER), "").body();
    JsonNode kept = MAPPER.readTree(json);
    assertThat(kept.path("by").asText()).isEqualTo("ada");
    assertThat(kept.path("undoneBy").asText()).isEqualTo("zoe");
  }

  private String give(String name, Role scope) {
    return users.give(name, scope, Duration.ofDays(1)).text();
  }

  @Test
  void nobodyDoesMoreThanHisRoleAndNoTokenMoreThanItsScope() throws IOException {
    String reader = give("rex", Role.ADMIN);
    String editor = give("ada", Role.EDITOR);
    String narrow = give("zoe", Role.READER);
    assertThat(api("GET", "/api/v1/stories", reader, "").status()).isEqualTo(200);
    for (String token : List.of(reader, narrow)) {
      assertThat(api("POST", "/api/v1/decisions", token, APART).status()).isEqualTo(403);
      assertThat(api("POST", "/api/v1/check", token, "{\"text\":\"The strike ended.\"}").status())
          .isEqualTo(200);
    }
    assertThat(
            api("POST", "/api/v1/sources", editor, "{\"address\":\"https://a.example/\"}").status())
        .isEqualTo(403);
    String admin = give("zoe", Role.ADMIN);
    assertThat(
            api("POST", "/api/v1/sources", admin, "{\"address\":\"https://a.example/\"}").status())
        .isEqualTo(201);
    String watch = "{\"kind\":\"outlet\",\"query\":\"Coast Wire\"}";
    assertThat(api("POST", "/api/v1/watches", editor, watch).status()).isEqualTo(201);
    assertThat(page("/decisions", signIn("rex")).body())
        .containsPattern("by zoe</span> added the source https://a\\.example/")
        .containsPattern("by ada</span> began to watch: outlet Coast Wire");
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":"
            + "\"record_decision\",\"arguments\":"
            + APART.replace("}", ",\"confirmed\":true}")
            + "}}";
    assertThat(api("POST", "/mcp", narrow, call).body()).contains("\"isError\":true");
    assertThat(api("POST", "/mcp", editor, call).body()).contains("\"by\":\"ada\"");
    String rex = signIn("rex");
    assertThat(page("/", rex).body()).doesNotContain("href=\"/add\"");
    assertThat(page("/stories/" + SampleDesk.STORY, rex).body()).doesNotContain("Rename");
    assertThat(page("/stories/" + SampleDesk.STORY, signIn("ada")).body()).contains("Rename");
    assertThat(form("/seen?token=" + pageToken(rex), rex, "seq", "3").status()).isEqualTo(303);
    assertThat(page("/", rex).body()).contains("Changed since");
    assertThat(page("/", signIn("zoe")).body()).doesNotContain("Changed since");
  }

  @Test
  void aTokenThatExpiredOrWasTakenBackOpensNothing() throws IOException {
    Users.Given given = users.give("ada", Role.EDITOR, Duration.ofDays(1));
    assertThat(api("GET", "/api/v1/stories", given.text(), "").status()).isEqualTo(200);
    assertThat(users.takeBack(given.token().id())).isTrue();
    assertThat(users.takeBack(given.token().id())).isFalse();
    assertThat(api("GET", "/api/v1/stories", given.text(), "").status()).isEqualTo(401);
    String old = users.give("ada", Role.EDITOR, Duration.ofSeconds(-1)).text();
    assertThat(api("GET", "/api/v1/stories", old, "").status()).isEqualTo(401);
    assertThat(Files.readString(folder.resolve("desk-users.json")))
        .doesNotContain(given.text(), PASSWORD);
  }

  @Test
  void guessesAndRequestsAreLimited() throws IOException {
    server.close();
    server =
        DeskServer.open(
            StorePlace.in(folder),
            options(new DeskOptions.Access(false, Duration.ofHours(1), 30, 3)));
    port = server.port();
    String token = give("rex", Role.READER);
    List<Integer> tried = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tried.add(form("/sign-in", "x=1", "user", "ada", "password", "word no. " + i).status());
    }
    assertThat(tried).containsExactly(401, 401, 401, 429);
    Ask.Answer right = form("/sign-in", "x=1", "user", "ada", "password", PASSWORD);
    assertThat(right.status()).isEqualTo(429);
    assertThat(Integer.parseInt(right.header("retry-after"))).isBetween(200, 300);
    Ask.Answer last = api("GET", "/api/v1/decisions", token, "");
    int answered = 0;
    while (last.status() == 200 || last.status() == 304) {
      answered++;
      last = api("GET", "/api/v1/decisions", token, "");
    }
    assertThat(answered).isBetween(25, 40);
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("content-type")).contains(Problem.MEDIA_TYPE);
    assertThat(last.header("retry-after")).isEqualTo("2");
  }

  @Test
  void behindAProxyWithTlsTheCookieGoesThroughTlsOnly() throws IOException {
    Ask.Answer in =
        Ask.of(port, "POST", "/sign-in")
            .with("Host", "desk.example")
            .with("Origin", "https://desk.example")
            .body("application/x-www-form-urlencoded", "user=ada&password=a+long+enough+word")
            .answer();
    assertThat(in.status()).as(in.body()).isEqualTo(303);
    assertThat(in.header("set-cookie")).contains("Secure");
  }

  @Test
  void theFilesOfUsersAreTheOwnersAndAreRefusedOtherwise() throws IOException {
    Path file = folder.resolve("desk-users.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Files.writeString(file, Files.readString(file) + " ");
    Ask.Answer answer = api("GET", "/api/v1/stories", "any", "");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).contains("chmod 600");
  }

  @Test
  void whatWasDemandedOnceIsDemandedUntilTheDeskCloses() throws IOException {
    for (String name : List.of("ada", "rex", "zoe")) {
      users.remove(name);
    }
    assertThat(Ask.get(port, "/api/v1/stories").answer().status()).isEqualTo(401);
  }
}
