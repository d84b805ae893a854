package org.twosource.app.desk;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.twosource.app.store.Digests;
import org.twosource.brief.FindingIds;

/**
 * What the findings of each story's last account are called, one file a story, so that the next
 * account takes the ids over. Lost ids are made anew; a reader that may not write keeps none.
 */
final class KeptIds {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Path folder;

  KeptIds(Path folder) {
    this.folder = folder;
  }

  private Path file(String story) {
    return folder.resolve(Digests.of(story) + ".json");
  }

  Optional<FindingIds> of(String story) {
    try {
      Path file = file(story);
      return Files.isRegularFile(file)
          ? Optional.of(JSON.readValue(Files.readAllBytes(file), FindingIds.class))
          : Optional.empty();
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  void keep(String story, FindingIds ids) {
    try {
      Derived.replace(file(story), part -> Files.write(part, JSON.writeValueAsBytes(ids)));
    } catch (IOException notKept) {
      // a reader of a store that it may not write: the next account makes its ids anew
    }
  }

  /** Deletes those of a story. */
  void forget(String story) {
    Derived.delete(file(story));
  }
}
