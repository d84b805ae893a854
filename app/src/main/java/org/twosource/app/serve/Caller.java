package org.twosource.app.serve;

import io.javalin.http.Context;
import java.util.Optional;
import org.twosource.app.user.Role;

/**
 * Who asks.
 *
 * @param name of a user; empty on a desk without users, where everybody on this machine is its
 *     owner
 * @param role what may be done at most
 * @param token that forms of his pages carry, so that no other site can send them
 */
public record Caller(String name, Role role, String token) {
  static final String ATTRIBUTE = "org.twosource.caller";

  /** The owner of a store, who asks on the machine itself. */
  public static Caller owner() {
    return new Caller("", Role.ADMIN, "");
  }

  /** Whose request it is, as the {@link Gate} has found out; empty where that is not known. */
  public static Optional<Caller> find(Context context) {
    return Optional.ofNullable(context.attribute(ATTRIBUTE));
  }

  /**
   * @throws Problem where it is not known
   */
  public static Caller of(Context context) {
    return find(context).orElseThrow(() -> Problem.unknown("sign in first"));
  }

  /** A note of the desk that is this caller's own. */
  public String own(String note) {
    return name.isEmpty() ? note : note + " of " + name;
  }

  /**
   * @throws Problem where this caller may not do what needs a role
   */
  public void needs(Role needed) {
    if (!role.may(needed)) {
      throw Problem.forbidden(
          "this takes the role "
              + needed.label()
              + ", and "
              + name
              + " asks as "
              + role.label()
              + "; an administrator changes it with twosource users change");
    }
  }
}
