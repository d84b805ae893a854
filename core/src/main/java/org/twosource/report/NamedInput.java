package org.twosource.report;

import java.nio.file.Path;
import org.twosource.report.format.Content;

/** One input as it was named. */
public sealed interface NamedInput {

  /** A file or folder. */
  record File(Path path) implements NamedInput {}

  /** What is at hand already: a page that was fetched. */
  record Held(Content content) implements NamedInput {}

  /** What was named and could not be had. */
  record Missing(Unreadable unreadable) implements NamedInput {}
}
