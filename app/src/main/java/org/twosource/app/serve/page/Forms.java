package org.twosource.app.serve.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.twosource.app.serve.Problem;

/** What forms of pages send. Their answer is a redirect, so that a reload sends nothing again. */
final class Forms {
  private Forms() {}

  /** What is filled in; empty where it is not there. */
  static String text(Context context, String name) {
    String value = context.formParam(name);
    return value == null ? "" : value.strip();
  }

  /**
   * @throws Problem where it is empty
   */
  static String needed(Context context, String name, String sentence) {
    String value = text(context, name);
    if (value.isEmpty()) {
      throw Problem.invalid(sentence, "/" + name);
    }
    return value;
  }

  /** Leads to a page of the desk. */
  static void then(Context context, String path) {
    context.redirect(path, HttpStatus.SEE_OTHER);
  }

  /** The page that a form names to come back to, if it is one of the desk. */
  static String back(Context context, String otherwise) {
    String named = text(context, "back");
    boolean ours = named.startsWith("/") && !named.startsWith("//") && !named.contains("\\");
    return ours ? named : otherwise;
  }
}
