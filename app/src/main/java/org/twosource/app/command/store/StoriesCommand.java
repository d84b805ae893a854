package org.twosource.app.command.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.JsonOption;
import org.twosource.app.command.Plain;
import org.twosource.app.command.StoreOption;
import org.twosource.app.json.StoreJson;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredStory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code twosource stories}: the stories of a store. */
@Command(
    name = "stories",
    description = "Lists the stories of a store, the oldest first.",
    mixinStandardHelpOptions = true)
public final class StoriesCommand implements Callable<Integer> {
  @Mixin StoreOption store = new StoreOption();

  @Mixin JsonOption json = new JsonOption();

  @Override
  public Integer call() throws IOException {
    try (Store open = store.read()) {
      List<StoredStory> stories = open.read(Store.View::stories);
      json.write(list(stories, open.read(Store.View::lastReceipt)));
      if (!json.isOnStandardOutput()) {
        stories.forEach(story -> System.out.println(line(story)));
      }
    }
    return ExitStatus.READ;
  }

  private static ObjectNode list(List<StoredStory> stories, long seq) {
    ObjectNode object = StoreJson.list(stories, StoreJson::story);
    object.put("seq", seq);
    return object;
  }

  private static String line(StoredStory story) {
    String from = story.days().from().orElse("");
    String to = story.days().to().orElse("");
    return Plain.line(story.id())
        + "  "
        + counted(story.sources(), "source")
        + " / "
        + counted(story.reports(), "report")
        + "  "
        + (from.equals(to) ? from : from + " to " + to)
        + "  "
        + Plain.line(story.title());
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
