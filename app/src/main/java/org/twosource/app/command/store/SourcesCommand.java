package org.twosource.app.command.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.app.command.Destination;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.JsonOption;
import org.twosource.app.command.Plain;
import org.twosource.app.command.StoreOption;
import org.twosource.app.feed.Feed;
import org.twosource.app.feed.FeedList;
import org.twosource.app.feed.Sources;
import org.twosource.app.json.StoreJson;
import org.twosource.app.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code twosource sources}: the feeds that a store is filled from. */
@Command(
    name = "sources",
    description = "Lists the feeds that watch polls, when each is asked again and what is wrong.",
    mixinStandardHelpOptions = true)
public final class SourcesCommand implements Callable<Integer> {
  @Mixin StoreOption store = new StoreOption();

  @Option(
      names = "--opml",
      paramLabel = "FILE",
      description = "Write the list as OPML; - is standard output.")
  @Nullable String opml;

  @Mixin JsonOption json = new JsonOption();

  @Override
  public Integer call() throws IOException {
    try (Store opened = store.read()) {
      List<Feed> feeds = Sources.of(opened);
      if (opml != null) {
        Destination.write(opml, out -> FeedList.write(feeds, out));
      }
      ObjectNode object =
          StoreJson.list(feeds, feed -> StoreJson.source(feed, Sources.state(opened, feed)));
      json.write(object);
      if (opml == null && !json.isAskedFor()) {
        object.get("items").forEach(one -> System.out.println(Plain.line(line(one))));
      }
      return ExitStatus.READ;
    }
  }

  private static String line(com.fasterxml.jackson.databind.JsonNode one) {
    String title = one.path("title").asText("");
    return one.path("address").asText()
        + (title.isEmpty() ? "" : "  " + title)
        + "  "
        + (one.has("problem")
            ? one.path("problem").asText() + " (" + one.path("failures").asInt() + " times)"
            : one.has("due") ? "well" : "not asked yet")
        + (one.has("due") ? ", again " + one.path("due").asText() : "");
  }
}
