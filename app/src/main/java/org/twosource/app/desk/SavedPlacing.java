package org.twosource.app.desk;

import java.io.DataInputStream;
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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.twosource.Pipeline;
import org.twosource.app.store.Digests;
import org.twosource.app.store.PackedFile;
import org.twosource.app.store.Store;
import org.twosource.reuse.SavedForm;
import org.twosource.story.OnlineStoryFinder;
import org.twosource.story.Placement;
import org.twosource.story.StoryConstraints;
import org.twosource.text.Text;

/**
 * The story finder as it was some pages ago, in one file, and the pages since, read and weighed: a
 * process that begins goes on from it, and can take those back where another comes late. It counts
 * only where its pages are the first of those there are now, with the same texts and decisions, and
 * where program and word lists are the same; a file that is missing, damaged (every piece has a
 * checksum) or of other pages means that all are placed again. It is packed, to a third: most of it
 * are small numbers.
 */
final class SavedPlacing {
  private static final String SAVED = "placing";
  private static final int FORM = 3;

  private final Path file;
  private final int most;
  private final Function<String, Text> text;

  /**
   * @param most pages that can be taken back after a new start
   * @param text of a page
   */
  SavedPlacing(Path file, int most, Function<String, Text> text) {
    this.file = file;
    this.most = most;
    this.text = text;
  }

  /**
   * A finder and what it was given.
   *
   * @param pages how many, in order
   * @param last those that came after them, ready to be placed
   */
  record Placed(OnlineStoryFinder finder, int pages, Map<Store.PageKey, Placement> last) {}

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
      Map<Store.PageKey, Placement> last =
          SavedForm.read(in, SAVED, FORM, from -> last(from, finder, pages));
      return Optional.of(new Placed(finder, head.pages(), last));
    } catch (IOException missingOrDamaged) {
      return Optional.empty();
    }
  }

  /** Those of the pages that are as they were when they were written. */
  private static Map<Store.PageKey, Placement> last(
      DataInputStream from, OnlineStoryFinder finder, List<Store.PageKey> pages)
      throws IOException {
    Map<String, Store.PageKey> keys = new HashMap<>();
    pages.forEach(page -> keys.put(digest(List.of(page)), page));
    Map<Store.PageKey, Placement> last = new HashMap<>();
    int count = from.readInt();
    for (int at = 0; at < count; at++) {
      Store.PageKey page = keys.get(SavedForm.text(from));
      Placement placement = finder.readPlacement(from);
      if (page != null) {
        last.put(page, placement);
      }
    }
    return last;
  }

  /**
   * Keeps the finder if it can, as it was some pages ago; without it all are placed again.
   *
   * @return how many pages it was given then; 0 where it could not be kept
   */
  int write(OnlineStoryFinder finder, List<Store.PageKey> pages, StoryConstraints constraints) {
    List<Placement> back = finder.takeBack(Math.min(most, finder.remembered()));
    int base = pages.size() - back.size();
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = PackedFile.write(part)) {
        SavedForm.write(
            out,
            SAVED,
            FORM,
            to -> {
              SavedForm.text(to, basis(constraints));
              to.writeInt(base);
              SavedForm.text(to, digest(pages.subList(0, base)));
            });
        finder.write(out);
        SavedForm.write(
            out,
            SAVED,
            FORM,
            to -> {
              to.writeInt(back.size());
              for (int at = 0; at < back.size(); at++) {
                SavedForm.text(to, digest(List.of(pages.get(base + at))));
                back.get(at).write(to);
              }
            });
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return base;
    } catch (IOException notKept) {
      delete();
      Derived.delete(part);
      return 0;
    } finally {
      back.forEach(one -> finder.placeAgain(one, () -> text.apply(one.id())));
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
    return Digests.of(
        "form " + FORM, Pipeline.VERSION, StoryAnalysis.shippedData(), constraints.toString());
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
