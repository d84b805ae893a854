package org.twosource.app.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where results go: a file whose folder is made if need be, or {@code -} for standard output. */
public final class Destination {
  private Destination() {}

  /** What writes a result. */
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  public static void write(String target, Writing writing) throws IOException {
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
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        writing.to(out); // a device or a pipe
      }
      return;
    }
    replace(Files.exists(file) ? file.toRealPath() : file, writing);
  }

  /** Writes beside the file and moves it into place, so that the old one is whole until then. */
  private static void replace(Path file, Writing writing) throws IOException {
    Path part =
        file.resolveSibling("." + file.getFileName() + ".part-" + ProcessHandle.current().pid());
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        writing.to(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
