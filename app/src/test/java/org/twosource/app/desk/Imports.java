package org.twosource.app.desk;

import java.nio.charset.StandardCharsets;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.format.Content;

/** What tests put into a store, as the program imports it. */
public final class Imports {
  private Imports() {}

  /**
   * Has a text accepted and not placed yet.
   *
   * @param name of the file it comes from
   */
  public static void accept(StoryService service, String name, String text) {
    Importer importer = new Importer(service, one -> {});
    Content content = Content.of(name, name, text.getBytes(StandardCharsets.UTF_8));
    new InputReader(Limits.standard()).read(content, importer);
    importer.finish();
  }
}
