package org.twosource.app.serve;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One address and what answers it.
 *
 * @param path with {@code {id}} for a part that changes
 */
public record Route(HandlerType method, String path, Handler handler) {

  public static Route get(String path, Handler handler) {
    return new Route(HandlerType.GET, path, handler);
  }

  public static Route post(String path, Handler handler) {
    return new Route(HandlerType.POST, path, handler);
  }

  public static Route delete(String path, Handler handler) {
    return new Route(HandlerType.DELETE, path, handler);
  }
}
