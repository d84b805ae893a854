package org.twosource.app.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.twosource.app.store.PackedFile;

/**
 * What lies beside the database of a store and can be made again from it; each may be deleted at
 * any time.
 *
 * @param folder of the store
 */
public record Derived(Path folder) {

  /** Accounts of stories, under a name made of what each rests on. */
  public Path accounts() {
    return folder.resolve("accounts");
  }

  /** What the findings of each story's last account are called. */
  Path ids() {
    return folder.resolve("ids");
  }

  /** The names in the last account of each story. */
  Path names() {
    return folder.resolve("names");
  }

  /** The story finder as it was after the last report placed. */
  Path placing() {
    return folder.resolve("placing");
  }

  /** The index of words. */
  public Path search() {
    return folder.resolve("search");
  }

  /** Writes the content of a file. */
  interface Writing {
    void to(Path file) throws IOException;
  }

  /** Replaces a file, whole or not at all; makes its folder where there is none. */
  static void replace(Path file, Writing content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "part", ".tmp");
    content.to(part);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The same packed. */
  static void replacePacked(Path file, byte[] content) throws IOException {
    replace(
        file,
        part -> {
          try (OutputStream out = PackedFile.write(part)) {
            out.write(content);
          }
        });
  }

  /** Deletes the files of a folder that were written longest ago, where there are more. */
  static void keepLatest(Path folder, int most) throws IOException {
    try (Stream<Path> listing = Files.list(folder)) {
      List<Path> files = new ArrayList<>(listing.toList());
      if (files.size() > most) {
        files.sort(Comparator.comparingLong(file -> file.toFile().lastModified()));
        for (Path file : files.subList(0, files.size() - most)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Deletes a file, or a folder with what is in it. */
  static void delete(Path what) {
    if (!Files.exists(what)) {
      return;
    }
    try (Stream<Path> all = Files.walk(what)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path one : deepestFirst) {
        Files.deleteIfExists(one);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
