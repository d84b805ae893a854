package org.twosource.app.serve;

import java.util.List;
import org.twosource.brief.render.HtmlRenderer;

/** The style sheets and the script. The look is that of the page that {@code read} writes. */
final class AssetResource {
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";

  List<Route> routes() {
    return List.of(
        FixedText.at("/assets/page.css", STYLE, HtmlRenderer.style()).open(),
        FixedText.at("/assets/desk.css", STYLE, resource("desk.css")).open(),
        FixedText.at("/assets/desk.js", SCRIPT, resource("desk.js")).open());
  }

  private static String resource(String name) {
    return FixedText.beside(AssetResource.class, name);
  }
}
