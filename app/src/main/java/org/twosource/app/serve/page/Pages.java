package org.twosource.app.serve.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twosource.app.serve.AnswerTag;
import org.twosource.app.serve.Caller;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.export.Outputs;
import org.twosource.app.user.Role;
import org.twosource.app.user.Secrets;
import org.twosource.brief.render.PlainText;

/**
 * Makes pages of templates. A page is the same for all who have one role, so it can be kept; what
 * is its reader's own, name and token, is put in when it is sent. Any thread may use it.
 */
public final class Pages {
  private static final String TEMPLATES = "org/twosource/app/serve/page/";

  /** Where the token and the name go: words that no report can know. */
  private final String tokenPlace = Secrets.random();

  private final String namePlace = Secrets.random();
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

  /**
   * The page as text, without what is its reader's own.
   *
   * @param role of who reads it; empty where that is not known
   */
  String render(String template, String title, Map<String, ?> model, Optional<Role> role) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("title", title);
    all.put("section", template);
    all.put("token", tokenPlace);
    all.put("userName", desk.callers().areDemanded() && role.isPresent() ? namePlace : "");
    all.put("forms", Outputs.names());
    all.put("formsOfLists", Outputs.namesWithoutWords());
    all.put("known", role.isPresent());
    all.put("edits", role.filter(one -> one.may(Role.EDITOR)).isPresent());
    all.put("manages", role.filter(one -> one.may(Role.ADMIN)).isPresent());
    if (!all.containsKey("at")) {
      all.put("at", now());
    }
    all.put("readOnly", desk.whyReadOnly());
    StringWriter page = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(page, all, Locale.ROOT);
    } catch (IOException failure) {
      throw new UncheckedIOException(template, failure);
    }
    return page.toString();
  }

  /** What the page knows of, for the line that says what came after. */
  String now() {
    return desk.store().read(view -> view.lastChange()) + "~";
  }

  void show(Context context, String template, String title, Map<String, ?> model) {
    answer(context, render(template, title, model, role(context)));
  }

  static Optional<Role> role(Context context) {
    return Caller.find(context).map(Caller::role);
  }

  /** Answers with a page, or with nothing where the reader has the same one. */
  void answer(Context context, String page) {
    byte[] bytes = own(context, page).getBytes(StandardCharsets.UTF_8);
    AnswerTag.of(bytes).answer(context, "text/html; charset=utf-8", bytes);
  }

  private String own(Context context, String page) {
    Optional<Caller> caller = Caller.find(context);
    return page.replace(tokenPlace, caller.map(Caller::token).orElse(""))
        .replace(namePlace, caller.map(Caller::name).orElse(""));
  }

  private static String sentence(String detail) {
    boolean ends = detail.endsWith(".") || detail.endsWith("?") || detail.endsWith("\n");
    return PlainText.capital(detail) + (ends ? "" : ".");
  }

  public void problem(Context context, Problem problem) {
    String page =
        render(
            "problem",
            problem.title(),
            // the store is not asked: it may be what the problem is about
            Map.of(
                "status",
                problem.status(),
                "detail",
                sentence(problem.detail()),
                "isPassing",
                problem.isPassing() && context.method() == HandlerType.GET,
                "at",
                ""),
            role(context));
    context.contentType("text/html; charset=utf-8").result(own(context, page));
  }
}
