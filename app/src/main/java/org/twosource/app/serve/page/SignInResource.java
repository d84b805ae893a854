package org.twosource.app.serve.page;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.twosource.app.serve.Callers;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.user.Role;

/** {@code /sign-in} and {@code /sign-out}, for a desk with users. */
public final class SignInResource {
  private final Desk desk;
  private final Pages pages;

  public SignInResource(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/sign-in", this::form).open(),
        Route.post("/sign-in", this::signIn).open(),
        Route.post("/sign-out", this::signOut).by(Role.READER));
  }

  private void form(Context context) {
    show(context, Parameters.text(context, "back"), "", "");
  }

  private void show(Context context, String back, String user, String wrong) {
    pages.show(
        context,
        "sign-in",
        "Sign in",
        Map.of("back", back, "user", user, "wrong", wrong, "needed", desk.callers().areDemanded()));
  }

  private void signIn(Context context) {
    String user = Forms.text(context, "user").toLowerCase(Locale.ROOT);
    String password = context.formParam("password");
    String secret;
    try {
      secret = desk.callers().signIn(user, password == null ? "" : password, context.ip());
    } catch (Problem refused) {
      context.status(refused.status());
      refused.headers().forEach(context::header);
      show(context, Forms.back(context, ""), user, refused.detail());
      return;
    }
    keep(context, secret, desk.callers().sessionLife().toSeconds());
    Forms.then(context, Forms.back(context, "/"));
  }

  private void signOut(Context context) {
    String secret = context.cookie(Callers.cookie(context.port()));
    if (secret != null) {
      desk.callers().signOut(secret);
    }
    keep(context, "", 0);
    Forms.then(context, "/sign-in");
  }

  /** What came through TLS goes back through nothing else. */
  private static void keep(Context context, String secret, long seconds) {
    String origin = context.header("Origin");
    Cookie cookie = new Cookie(Callers.cookie(context.port()), secret);
    cookie.setMaxAge(Math.toIntExact(seconds));
    cookie.setHttpOnly(true);
    cookie.setSecure(origin != null && origin.startsWith("https://"));
    cookie.setSameSite(SameSite.LAX);
    context.cookie(cookie);
  }
}
