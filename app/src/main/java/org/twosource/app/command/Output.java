package org.twosource.app.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where results go: a file whose folder is made if need be, or {@code -} for standard output. */
final class Output {
  private Output() {}

  /** What writes a result. */
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  static void write(String target, Writing writing) throws IOException {
    if (target.equals("-")) {
      writing.to(System.out);
      System.out.flush();
      return;
    }
    Path file = Path.of(target);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      writing.to(out);
    }
  }
}
