package org.twosource.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.twosource.app.user.SecretFile;
import org.twosource.app.user.Secrets;
import org.twosource.app.user.User;

/**
 * Who is signed in. Kept in the file {@code desk-sessions.json} of the store, as digests, so that a
 * restart signs nobody out. A session ends when it is ended, when its time is over, and when its
 * user is removed or has another password. Any thread may call it.
 */
final class Sessions {
  private static final String FILE = "desk-sessions.json";

  private final SecretFile file;
  private final Duration life;
  private final Map<String, Session> open = new ConcurrentHashMap<>();

  /**
   * @param digest of what the browser keeps
   * @param password digest of the hash of the password it was begun with
   */
  private record Session(String digest, String user, String password, Instant expires) {
    static Session of(JsonNode node) {
      return new Session(
          node.path("digest").asText(),
          node.path("user").asText(),
          node.path("password").asText(),
          Instant.parse(node.path("expires").asText()));
    }

    ObjectNode json() {
      return SecretFile.object()
          .put("digest", digest)
          .put("user", user)
          .put("password", password)
          .put("expires", expires.toString());
    }
  }

  Sessions(Path store, Duration life) {
    this.file = new SecretFile(store.resolve(FILE));
    this.life = life;
    try {
      for (JsonNode one : file.read().path("sessions")) {
        Session session = Session.of(one);
        open.put(session.digest(), session);
      }
    } catch (IOException | java.time.DateTimeException broken) {
      open.clear(); // all sign in again, and the file is written anew
    }
  }

  Duration life() {
    return life;
  }

  /** Begins one and answers what the browser keeps. */
  String begin(User user) {
    String secret = Secrets.random();
    Session session =
        new Session(
            Secrets.digest(secret),
            user.name(),
            Secrets.digest(user.hash()),
            Instant.now().plus(life));
    open.put(session.digest(), session);
    keep();
    return secret;
  }

  /** The name of the user whose session it is, if it is still good for the user of that name. */
  Optional<String> user(String secret) {
    return Optional.ofNullable(open.get(Secrets.digest(secret)))
        .filter(session -> Instant.now().isBefore(session.expires()))
        .map(Session::user);
  }

  /** Whether a user still has the password that the session was begun with. */
  boolean isStillGood(String secret, User user) {
    Session session = open.get(Secrets.digest(secret));
    return session != null && session.password().equals(Secrets.digest(user.hash()));
  }

  void end(String secret) {
    open.remove(Secrets.digest(secret));
    keep();
  }

  private void keep() {
    Instant now = Instant.now();
    open.values().removeIf(session -> !now.isBefore(session.expires()));
    try {
      file.change(
          node -> {
            ArrayNode kept = node.putArray("sessions");
            open.values().forEach(session -> kept.add(session.json()));
          });
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
