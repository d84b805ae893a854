package org.twosource.app.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.twosource.app.store.Digests;
import org.twosource.brief.render.HtmlRenderer;

/** The style sheets and the script. The look is that of the page that {@code read} writes. */
final class AssetResource {
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";

  List<Route> routes() {
    return List.of(
        asset("/assets/page.css", STYLE, HtmlRenderer.style()),
        asset("/assets/desk.css", STYLE, resource("desk.css")),
        asset("/assets/desk.js", SCRIPT, resource("desk.js")));
  }

  private static Route asset(String path, String type, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String tag = '"' + Digests.of(bytes).substring(0, 20) + '"';
    return Route.get(path, context -> answer(context, type, bytes, tag)).open();
  }

  private static void answer(Context context, String type, byte[] bytes, String tag) {
    context.header("ETag", tag).contentType(type);
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(304);
    } else {
      context.result(bytes);
    }
  }

  private static String resource(String name) {
    try (InputStream stream = AssetResource.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(name, failure);
    }
  }
}
