package org.twosource.app.serve;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Optional;
import org.twosource.app.user.Role;

/**
 * One address and what answers it.
 *
 * @param path with {@code {id}} for a part that changes
 * @param role that whoever asks needs at least; empty where nobody has to be known
 */
public record Route(HandlerType method, String path, Handler handler, Optional<Role> role) {

  public static Route get(String path, Handler handler) {
    return new Route(HandlerType.GET, path, handler, Optional.of(Role.READER));
  }

  public static Route post(String path, Handler handler) {
    return new Route(HandlerType.POST, path, handler, Optional.of(Role.EDITOR));
  }

  public static Route delete(String path, Handler handler) {
    return new Route(HandlerType.DELETE, path, handler, Optional.of(Role.EDITOR));
  }

  /** The same for those who have at least a role. */
  public Route by(Role needed) {
    return new Route(method, path, handler, Optional.of(needed));
  }

  /** The same for everybody, known or not. */
  public Route open() {
    return new Route(method, path, handler, Optional.empty());
  }
}
