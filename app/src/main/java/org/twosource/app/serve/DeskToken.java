package org.twosource.app.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.twosource.app.user.Secrets;

/**
 * What a request that writes has to carry: a page of another site can send a request here, but
 * cannot read this. Kept in the file {@code desk-token} of the store, so a form filled in before a
 * restart can still be sent, and so a program of the same user can read it.
 *
 * @param text without characters that an address or a header would have to escape
 */
public record DeskToken(String text) {
  static final String FILE = "desk-token";

  /** The token of a store; made where there is none, and for this run alone where none is kept. */
  static DeskToken of(Path store) {
    Path file = store.resolve(FILE);
    try {
      if (Files.isRegularFile(file)) {
        String kept = Files.readString(file).strip();
        if (kept.matches("[A-Za-z0-9_-]{32,64}")) {
          return new DeskToken(kept);
        }
      }
      DeskToken made = new DeskToken(Secrets.random());
      keep(file, made);
      return made;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void keep(Path file, DeskToken token) throws IOException {
    if (!Files.isWritable(file.getParent())) {
      return;
    }
    Files.deleteIfExists(file);
    if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, token.text + "\n");
  }

  boolean is(String other) {
    return Secrets.isSame(text, other);
  }
}
