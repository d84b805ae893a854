package org.twosource.app.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.twosource.app.store.StoreException.Kind;

/** The files that a store writes beside itself. */
final class StoreFiles {
  private StoreFiles() {}

  /** Where a new file is written until it is whole; refused where there is a file already. */
  static Path partOf(Path target) {
    if (Files.exists(target)) {
      throw new StoreException(
          Kind.FAILED, target + " is there already: name a file that does not exist");
    }
    return target.resolveSibling(target.getFileName() + ".part");
  }
}
