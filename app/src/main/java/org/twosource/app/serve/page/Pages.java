package org.twosource.app.serve.page;

import io.javalin.http.Context;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.store.Digests;

/** Makes pages of templates. Any thread may use it. */
public final class Pages {
  private static final String TEMPLATES = "org/twosource/app/serve/page/";

  private final Desk desk;
  private final PebbleEngine engine;

  public Pages(Desk desk) {
    this.desk = desk;
    ClasspathLoader loader = new ClasspathLoader();
    loader.setPrefix(TEMPLATES);
    loader.setSuffix(".peb");
    this.engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .autoEscaping(true)
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .build();
  }

  /** The page as text. */
  String render(String template, String title, Map<String, ?> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("title", title);
    all.put("section", template);
    all.put("token", desk.token().text());
    all.putIfAbsent("at", now());
    all.put("readOnly", desk.whyReadOnly());
    StringWriter page = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(page, all, Locale.ROOT);
    } catch (IOException failure) {
      throw new UncheckedIOException(template, failure);
    }
    return page.toString();
  }

  /** What the page knows of, for the line that tells what came after. */
  String now() {
    return desk.store().read(view -> view.lastChange()) + "~";
  }

  void show(Context context, String template, String title, Map<String, ?> model) {
    answer(context, render(template, title, model));
  }

  /** Answers with a page, or with nothing where the reader has the same one. */
  static void answer(Context context, String page) {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    String tag = "W/\"" + Digests.of(bytes).substring(0, 20) + '"';
    context.header("ETag", tag).contentType("text/html; charset=utf-8");
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(304);
    } else {
      context.result(bytes);
    }
  }

  public void problem(Context context, Problem problem) {
    String page =
        render(
            "problem",
            problem.title(),
            Map.of("status", problem.status(), "detail", problem.detail()));
    context.contentType("text/html; charset=utf-8").result(page);
  }
}
