package org.twosource.app.desk;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.twosource.app.store.Digests;
import org.twosource.app.store.PackedFile;

/**
 * The names in the last account of each story, one small file a story, so that a list of all names
 * opens no account. Lost files come back with the next account; a reader that may not write keeps
 * none.
 *
 * <p>Any thread may call it.
 */
public final class KeptNames {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** File systems tell the time of a change by the ticks of a clock. */
  private static final long TICK_MILLIS = 50;

  private final Path folder;
  private final Map<Path, Read> read = new HashMap<>();
  private FileTime seen = FileTime.fromMillis(-1);
  private List<NamesOfStory> all = List.of();

  public KeptNames(Derived derived) {
    this.folder = derived.names();
  }

  /** A file that was read, and as it was when. */
  private record Read(FileTime at, Optional<NamesOfStory> names) {}

  private Path file(String story) {
    return folder.resolve(Digests.of(story) + PackedFile.JSON);
  }

  boolean has(String story) {
    return Files.isRegularFile(file(story));
  }

  void keep(NamesOfStory names) {
    try {
      Derived.replacePacked(file(names.story()), JSON.writeValueAsBytes(names));
      Derived.keepLatest(folder, StoryAnalysis.MOST_KEPT);
    } catch (IOException notKept) {
      // a reader of a store that it may not write
    }
  }

  /** Deletes those of a story. */
  void forget(String story) {
    Derived.delete(file(story));
  }

  /**
   * The names of all stories that were analysed, of the story analysed last first; the same list as
   * before where nothing changed.
   */
  public synchronized List<NamesOfStory> all() {
    try {
      if (!Files.isDirectory(folder)) {
        return List.of();
      }
      FileTime now = Files.getLastModifiedTime(folder);
      if (!now.equals(seen)) {
        all = readAgain();
        boolean mayBeChangedAtThatInstant =
            now.toMillis() + TICK_MILLIS > System.currentTimeMillis();
        seen = mayBeChangedAtThatInstant ? FileTime.fromMillis(-1) : now;
      }
      return all;
    } catch (IOException goneMeanwhile) {
      return List.of();
    }
  }

  private List<NamesOfStory> readAgain() throws IOException {
    Map<Path, Read> files = new HashMap<>();
    try (Stream<Path> listing = Files.list(folder)) {
      for (Path file : listing.filter(KeptNames::isOfNames).toList()) {
        FileTime at = Files.getLastModifiedTime(file);
        Read before = read.get(file);
        files.put(file, before != null && before.at().equals(at) ? before : new Read(at, of(file)));
      }
    }
    read.clear();
    read.putAll(files);
    return files.values().stream()
        .sorted(Comparator.comparing(Read::at).reversed())
        .flatMap(one -> one.names().stream())
        .toList();
  }

  private static boolean isOfNames(Path file) {
    return file.getFileName().toString().endsWith(PackedFile.JSON);
  }

  private static Optional<NamesOfStory> of(Path file) {
    try (InputStream in = PackedFile.read(file)) {
      return Optional.of(JSON.readValue(in, NamesOfStory.class));
    } catch (IOException damagedOrGone) {
      return Optional.empty();
    }
  }
}
