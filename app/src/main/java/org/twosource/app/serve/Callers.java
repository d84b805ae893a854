package org.twosource.app.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.twosource.app.user.AccessToken;
import org.twosource.app.user.Role;
import org.twosource.app.user.Secrets;
import org.twosource.app.user.User;
import org.twosource.app.user.Users;

/**
 * Finds out who asks, and refuses whoever may not.
 *
 * <p>On a desk without users everybody who reaches it (this machine alone) is its owner; what
 * writes has to carry the {@link DeskToken} of the store. Where a store has users, each request
 * carries a session (the cookie of a browser, and to write the token of the session's pages) or an
 * access token (a program). What was demanded once is demanded until the desk closes, also when the
 * last user is removed. Any thread may call it.
 */
public final class Callers {
  static final String TOKEN_HEADER = "X-Twosource-Token";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** What is answered before anybody signed in: the form, its looks, and whether the desk lives. */
  private static final List<String> OPEN = List.of("/sign-in", "/assets/", "/healthz");

  private final DeskToken token;
  private final Users users;
  private final Sessions sessions;
  private final Pace requests;
  private final Pace guesses;
  private volatile boolean demanded;

  Callers(Path store, DeskOptions.Access access) {
    this.token = DeskToken.of(store);
    this.users = new Users(store);
    this.sessions = new Sessions(store, access.session());
    this.requests = new Pace(access.requestsAMinute(), Duration.ofMinutes(1), System::nanoTime);
    this.guesses = new Pace(access.guesses(), Duration.ofMinutes(15), System::nanoTime);
    this.demanded = access.usersDemanded();
    areDemanded();
  }

  DeskToken token() {
    return token;
  }

  /** Whether who asks has to be known. */
  public boolean areDemanded() {
    if (!demanded && !users.isEmpty()) {
      demanded = true;
    }
    return demanded;
  }

  static boolean reads(String method) {
    return SAFE.contains(method);
  }

  /** Who asks; empty where it is not known and what is asked for is open to all. */
  Optional<Caller> caller(Request request) {
    boolean reads = reads(request.getMethod());
    if (!areDemanded()) {
      if (reads || shown(request).filter(token::is).isPresent()) {
        return Optional.of(new Caller("", Role.ADMIN, token.text()));
      }
      throw Problem.forbidden(
          "writing needs the token of this desk, which is in the file "
              + DeskToken.FILE
              + " of the store: send it as "
              + TOKEN_HEADER);
    }
    String address = Request.getRemoteAddr(request);
    Optional<Caller> known = signedIn(request, reads).or(() -> program(request, address));
    limit(requests.take(known.map(Caller::name).orElse(address)));
    if (known.isEmpty() && !isOpen(Request.getPathInContext(request))) {
      throw Problem.unknown(
          "this desk has users: sign in at /sign-in, or send a token as Authorization: Bearer"
              + " (twosource users token NAME makes one)");
    }
    return known;
  }

  private static boolean isOpen(String path) {
    return OPEN.stream()
        .anyMatch(open -> open.endsWith("/") ? path.startsWith(open) : path.equals(open));
  }

  private static void limit(OptionalLong wait) {
    if (wait.isPresent()) {
      throw Problem.tooMany("too many requests; wait", wait.getAsLong());
    }
  }

  private Optional<Caller> signedIn(Request request, boolean reads) {
    Optional<String> secret = session(request);
    Optional<User> user =
        secret
            .flatMap(sessions::user)
            .flatMap(users::user)
            .filter(one -> sessions.isStillGood(secret.orElseThrow(), one));
    if (user.isEmpty()) {
      return Optional.empty();
    }
    String pages = ofPages(secret.orElseThrow());
    if (!reads && shown(request).filter(text -> Secrets.isSame(text, pages)).isEmpty()) {
      throw Problem.forbidden(
          "this form was made before you signed in again; open its page again and send it from there");
    }
    return Optional.of(new Caller(user.get().name(), user.get().role(), pages));
  }

  /** The token of the pages of a session; the session cannot be made of it. */
  private static String ofPages(String secret) {
    return Secrets.digest("pages " + secret).substring(0, 43);
  }

  /** A wrong token counts as a guess. */
  private Optional<Caller> program(Request request, String address) {
    Optional<String> shown = shown(request);
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    Optional<AccessToken> known = users.token(shown.get(), Instant.now());
    if (known.isEmpty()) {
      limit(guesses.take(address));
      return Optional.empty();
    }
    User user = users.user(known.get().user()).orElseThrow();
    return Optional.of(
        new Caller(user.name(), user.role().atMost(known.get().scope()), shown.get()));
  }

  /** The token that a request shows: in a header, or in the address of a form. */
  private static Optional<String> shown(Request request) {
    HttpFields headers = request.getHeaders();
    String header = headers.get(TOKEN_HEADER);
    if (header != null) {
      return Optional.of(header);
    }
    String authorization = headers.get(HttpHeader.AUTHORIZATION);
    if (authorization != null && authorization.startsWith("Bearer ")) {
      return Optional.of(authorization.substring("Bearer ".length()));
    }
    try {
      Fields.Field field = Request.extractQueryParameters(request).get("token");
      return Optional.ofNullable(field).map(one -> String.valueOf(one.getValue()));
    } catch (RuntimeException badQuery) {
      return Optional.empty();
    }
  }

  private static Optional<String> session(Request request) {
    String name = cookie(Request.getLocalPort(request));
    return Request.getCookies(request).stream()
        .filter(one -> one.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** Browsers keep cookies by name of the machine and not by port. */
  public static String cookie(int port) {
    return "twosource-" + port;
  }

  /** How long a session lasts. */
  public Duration sessionLife() {
    return sessions.life();
  }

  /**
   * Signs in and answers what the browser keeps.
   *
   * @throws Problem for a wrong name or password, and for too many of them
   */
  public String signIn(String name, String password, String address) {
    limit(guesses.take(address));
    Optional<User> user = users.user(name, password);
    if (user.isEmpty()) {
      throw Problem.unknown("there is no user of that name with that password");
    }
    guesses.giveBack(address);
    return sessions.begin(user.get());
  }

  public void signOut(String secret) {
    sessions.end(secret);
  }
}
