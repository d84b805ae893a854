package org.twosource.app.command.store;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.twosource.Progress;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.JsonOption;
import org.twosource.app.command.StoreOption;
import org.twosource.app.command.Terminal;
import org.twosource.app.command.TerminalProgress;
import org.twosource.app.desk.StoryAnalysis;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoreException;
import org.twosource.app.store.StoredStory;
import org.twosource.brief.render.TerminalRenderer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code twosource story}: the whole account of one story of a store. */
@Command(
    name = "story",
    description = "Analyses one story of a store and tells what read tells.",
    mixinStandardHelpOptions = true)
public final class StoryCommand implements Callable<Integer> {
  private static final int COLUMNS = 100;

  @Mixin StoreOption store = new StoreOption();

  @Parameters(paramLabel = "ID", description = "As stories shows it; an id of old leads on.")
  String id = "";

  @Mixin JsonOption json = new JsonOption();

  @Override
  public Integer call() throws IOException {
    TerminalProgress shown = new TerminalProgress(System.err);
    Progress progress = Terminal.isError() ? shown : Progress.NONE;
    try (Store open = store.read()) {
      Optional<String> story = open.read(view -> view.survivor(id));
      StoredStory stored =
          story
              .flatMap(survivor -> open.read(view -> view.story(survivor)))
              .orElseThrow(
                  () ->
                      new StoreException(
                          StoreException.Kind.MISSING,
                          "there is no story '"
                              + id
                              + "'; twosource stories lists those there are"));
      StoryAnalysis analysis = new StoryAnalysis(open, store.derived());
      if (json.isAskedFor()) {
        byte[] account = analysis.json(stored.id(), progress);
        shown.finish();
        json.write(out -> out.write(account));
      } else {
        var account = analysis.account(stored.id(), progress);
        shown.finish();
        new TerminalRenderer(false, COLUMNS).render(account, System.out);
      }
    } finally {
      shown.finish();
    }
    return ExitStatus.READ;
  }
}
