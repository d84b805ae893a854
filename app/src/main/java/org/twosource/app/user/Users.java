package org.twosource.app.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The users of a store, in its file {@code desk-users.json}. Read again when the file changed, so a
 * desk that is open knows at once who was added or removed. Any thread may call it.
 */
public final class Users {
  static final String FILE = "desk-users.json";
  private static final int ID_CHARACTERS = 8;

  private final SecretFile file;
  private Known known = new Known("", List.of(), List.of());

  private record Known(String state, List<User> users, List<AccessToken> tokens) {}

  /** A token as it is given out, once. */
  public record Given(AccessToken token, String text) {}

  /**
   * @param store its folder
   */
  public Users(Path store) {
    this.file = new SecretFile(store.resolve(FILE));
  }

  public List<User> all() {
    return known().users();
  }

  public boolean isEmpty() {
    return all().isEmpty();
  }

  public List<AccessToken> tokens() {
    return known().tokens();
  }

  public Optional<User> user(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** Whoever signs in with a name and a password. */
  public Optional<User> user(String name, String password) {
    Optional<User> named = user(name);
    if (named.isEmpty()) {
      Secrets.refuse(password);
    }
    return named.filter(one -> Secrets.isPassword(password, one.hash()));
  }

  /** A token that is known, whose user is there and that is still good at an instant. */
  public Optional<AccessToken> token(String text, Instant now) {
    String hash = Secrets.digest(text);
    return tokens().stream()
        .filter(one -> Secrets.isSame(one.hash(), hash))
        .filter(one -> now.isBefore(one.expires()) && user(one.user()).isPresent())
        .findFirst();
  }

  /**
   * @throws IllegalArgumentException for a name that is taken or none, and a password that is none
   */
  public User add(String name, Role role, String password) {
    if (user(name).isPresent()) {
      throw new IllegalArgumentException(
          "there is a user " + name + "; users change gives another role or password");
    }
    User added = new User(name, role, Secrets.hash(password), seconds(Instant.now()).toString());
    change(node -> node.withArray("users").add(json(added)));
    return added;
  }

  /**
   * Gives another role.
   *
   * @throws IllegalArgumentException where there is no such user
   */
  public void change(String name, Role role) {
    replace(needed(name).with(role));
  }

  /**
   * Gives another password; whoever is signed in has to sign in again.
   *
   * @throws IllegalArgumentException where there is no such user, and for one that is no password
   */
  public void change(String name, String password) {
    replace(needed(name).withHash(Secrets.hash(password)));
  }

  /**
   * Removes a user and what tokens he has.
   *
   * @throws IllegalArgumentException where there is no such user
   */
  public void remove(String name) {
    needed(name);
    change(
        node -> {
          keep(node.withArray("users"), one -> !one.path("name").asText().equals(name));
          keep(node.withArray("tokens"), one -> !one.path("user").asText().equals(name));
        });
  }

  /**
   * Makes a token.
   *
   * @throws IllegalArgumentException where there is no such user
   */
  public Given give(String name, Role scope, Duration life) {
    needed(name);
    String text = Secrets.random();
    String hash = Secrets.digest(text);
    AccessToken token =
        new AccessToken(
            hash.substring(0, ID_CHARACTERS), name, scope, hash, seconds(Instant.now()).plus(life));
    change(node -> node.withArray("tokens").add(json(token)));
    return new Given(token, text);
  }

  /** False where there is no such token. */
  public boolean takeBack(String id) {
    boolean isThere = tokens().stream().anyMatch(one -> one.id().equals(id));
    change(node -> keep(node.withArray("tokens"), one -> !one.path("id").asText().equals(id)));
    return isThere;
  }

  private User needed(String name) {
    return user(name)
        .orElseThrow(
            () -> new IllegalArgumentException("there is no user " + name + "; users lists them"));
  }

  private static Instant seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  private void replace(User changed) {
    change(
        node -> {
          ArrayNode users = node.withArray("users");
          keep(users, one -> !one.path("name").asText().equals(changed.name()));
          users.add(json(changed));
        });
  }

  private static void keep(ArrayNode list, Predicate<JsonNode> wanted) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (!wanted.test(list.get(i))) {
        list.remove(i);
      }
    }
  }

  private void change(java.util.function.Consumer<ObjectNode> change) {
    try {
      file.change(change);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private synchronized Known known() {
    try {
      String state = file.state();
      if (!state.equals(known.state())) {
        ObjectNode node = file.read();
        List<User> users = new ArrayList<>();
        node.path("users").forEach(one -> users.add(user(one)));
        List<AccessToken> tokens = new ArrayList<>();
        node.path("tokens").forEach(one -> tokens.add(token(one)));
        known = new Known(state, List.copyOf(users), List.copyOf(tokens));
      }
      return known;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (IllegalArgumentException | DateTimeException broken) {
      throw new UncheckedIOException(
          new IOException(
              file + ": " + broken.getMessage() + "; mend it, or remove it and begin again"));
    }
  }

  private static ObjectNode json(User user) {
    return SecretFile.object()
        .put("name", user.name())
        .put("role", user.role().label())
        .put("hash", user.hash())
        .put("made", user.made());
  }

  private static User user(JsonNode node) {
    return new User(
        node.path("name").asText(),
        Role.of(node.path("role").asText()),
        node.path("hash").asText(),
        node.path("made").asText());
  }

  private static ObjectNode json(AccessToken token) {
    return SecretFile.object()
        .put("id", token.id())
        .put("user", token.user())
        .put("scope", token.scope().label())
        .put("hash", token.hash())
        .put("expires", token.expires().toString());
  }

  private static AccessToken token(JsonNode node) {
    return new AccessToken(
        node.path("id").asText(),
        node.path("user").asText(),
        Role.of(node.path("scope").asText()),
        node.path("hash").asText(),
        Instant.parse(node.path("expires").asText()));
  }
}
