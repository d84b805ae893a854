package org.twosource.app.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.twosource.Pipeline;
import org.twosource.app.store.Digests;
import org.twosource.app.store.PackedFile;
import org.twosource.app.store.Store;
import org.twosource.reuse.SavedForm;
import org.twosource.story.OnlineStoryFinder;
import org.twosource.story.StoryConstraints;

/**
 * The story finder as it was after the last report placed, in one file: a process that begins goes
 * on from it. It counts only where its pages are the first of those there are now, with the same
 * texts and decisions, and where program and word lists are the same; a file that is missing,
 * damaged (every piece has a checksum) or of other pages means that all are placed again. It is
 * packed, to a third: most of it are small numbers.
 */
final class SavedPlacing {
  private static final String SAVED = "placing";
  private static final int FORM = 1;

  private final Path file;

  SavedPlacing(Path file) {
    this.file = file;
  }

  /**
   * A finder and what it was given.
   *
   * @param pages how many, in order of publication
   */
  record Placed(OnlineStoryFinder finder, int pages) {}

  private record Head(String basis, int pages, String digest) {}

  /** The finder that was kept, if the pages go on from it. */
  Optional<Placed> read(List<Store.PageKey> pages, StoryConstraints constraints) {
    try (InputStream in = PackedFile.read(file)) {
      Head head =
          SavedForm.read(
              in,
              SAVED,
              FORM,
              from -> new Head(SavedForm.text(from), from.readInt(), SavedForm.text(from)));
      boolean isOfThese =
          head.basis().equals(basis(constraints))
              && head.pages() <= pages.size()
              && head.digest().equals(digest(pages.subList(0, head.pages())));
      if (!isOfThese) {
        return Optional.empty();
      }
      OnlineStoryFinder finder =
          OnlineStoryFinder.read(
              in, Optional::empty, constraints, OnlineStoryFinder.CLOSED_AFTER_DAYS);
      return Optional.of(new Placed(finder, head.pages()));
    } catch (IOException missingOrDamaged) {
      return Optional.empty();
    }
  }

  /** Keeps the finder if it can; without it all are placed again. */
  void write(OnlineStoryFinder finder, List<Store.PageKey> pages, StoryConstraints constraints) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = PackedFile.write(part)) {
        SavedForm.write(
            out,
            SAVED,
            FORM,
            to -> {
              SavedForm.text(to, basis(constraints));
              to.writeInt(pages.size());
              SavedForm.text(to, digest(pages));
            });
        finder.write(out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException notKept) {
      delete();
      Derived.delete(part);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (NoSuchFileException gone) {
      // somebody else deleted it
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static String basis(StoryConstraints constraints) {
    return Digests.of(Pipeline.VERSION, StoryAnalysis.shippedData(), constraints.toString());
  }

  private static String digest(List<Store.PageKey> pages) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
    for (Store.PageKey page : pages) {
      String line =
          page.page()
              + "\n"
              + page.published().map(date -> date.iso()).orElse("")
              + "\n"
              + page.content()
              + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
