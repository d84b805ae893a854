package org.twosource.app.serve;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.twosource.app.store.Digests;

/**
 * The tag of an answer, made of its bytes: it changes with every one of them, and who names it has
 * the answer already and is sent none again.
 *
 * @param text as the header {@code ETag} has it
 */
public record AnswerTag(String text) {
  private static final int DIGITS = 20;

  public static AnswerTag of(byte[] bytes) {
    return new AnswerTag("W/\"" + Digests.of(bytes).substring(0, DIGITS) + '"');
  }

  public static AnswerTag of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers the bytes that the tag was made of, or that they did not change (304). */
  public void answer(Context context, String type, byte[] bytes) {
    context.header("ETag", text).contentType(type);
    if (text.equals(context.header("If-None-Match"))) {
      context.status(304);
    } else {
      context.result(bytes);
    }
  }
}
