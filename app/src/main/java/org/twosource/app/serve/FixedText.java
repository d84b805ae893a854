package org.twosource.app.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts that stay the same as long as a desk runs. */
public final class FixedText {
  private FixedText() {}

  /** The route that answers a text. */
  public static Route at(String path, String type, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    AnswerTag tag = AnswerTag.of(bytes);
    return Route.get(path, context -> tag.answer(context, type, bytes));
  }

  /** The text of a file that lies beside a class. */
  public static String beside(Class<?> neighbour, String name) {
    try (InputStream stream = neighbour.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(name, failure);
    }
  }
}
