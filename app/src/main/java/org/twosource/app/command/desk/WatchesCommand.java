package org.twosource.app.command.desk;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.JsonOption;
import org.twosource.app.command.Numbered;
import org.twosource.app.command.Plain;
import org.twosource.app.command.StoreOption;
import org.twosource.app.command.Usage;
import org.twosource.app.desk.StoryService;
import org.twosource.app.json.StoreJson;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.Store;
import org.twosource.app.watch.WatchKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twosource watches}: what a reader wants to be told of. */
@Command(
    name = "watches",
    description = "Lists what is watched for; add and remove change it.",
    mixinStandardHelpOptions = true,
    subcommands = {WatchesCommand.Add.class, WatchesCommand.Remove.class})
public final class WatchesCommand implements Callable<Integer> {
  @Mixin StoreOption store = new StoreOption();

  @Mixin JsonOption json = new JsonOption();

  @Override
  public Integer call() throws IOException {
    try (Store open = store.read()) {
      List<KeptWatch> watches = open.read(Store.View::watches);
      json.list(watches, StoreJson::watch, watch -> System.out.println(line(watch)));
    }
    return ExitStatus.READ;
  }

  private static String line(KeptWatch watch) {
    return StoreJson.name(watch) + "  " + watch.kind() + "  " + Plain.line(watch.query());
  }

  /** {@code watches add}. */
  @Command(
      name = "add",
      description = {
        "Watches for a kind of news. QUERY is words, or * for everything.",
        "  second-source QUERY  a claim with words of the query gains a second independent source",
        "  standing QUERY       a claim becomes disputed, or loses its second source",
        "  correction QUERY     a report with the words is changed, or corrects itself",
        "  changed-copy OUTLET  a copy of what the outlet wrote changed its meaning",
        "  query SEARCH         a report fits a search, as in twosource search",
        "  outlet OUTLET        a report of the outlet, by name or host, comes in",
        "  entity NAME          a report names a person, place or organization",
        "  story ID             the story grows, is merged or split",
        "  silence TIME SEARCH  nothing fits for so long: 12h reactor; 3d *"
      },
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Spec @Nullable CommandSpec spec;
    @Mixin StoreOption store = new StoreOption();

    @Parameters(index = "0", paramLabel = "KIND", description = "See above.")
    String kind = "";

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "QUERY",
        description = "What the kind takes.")
    List<String> query = List.of();

    @Option(names = "--from-start", description = "Tell also what is so already.")
    boolean fromStart;

    @Override
    public Integer call() {
      String words = String.join(" ", query).strip();
      WatchKind of;
      try {
        of = WatchKind.of(kind);
      } catch (IllegalArgumentException unknown) {
        throw Usage.wrong(spec, unknown);
      }
      try (StoryService service = store.write()) {
        System.out.println("watching: " + line(service.watch("", of, words, fromStart)));
      } catch (IllegalArgumentException refused) {
        throw Usage.wrong(spec, refused);
      }
      return ExitStatus.READ;
    }
  }

  /** {@code watches remove}. */
  @Command(
      name = "remove",
      description = "Watches no longer; what was told stays.",
      mixinStandardHelpOptions = true)
  static final class Remove implements Callable<Integer> {
    @Mixin StoreOption store = new StoreOption();

    @Parameters(paramLabel = "ID", description = "As watches shows it: w1.")
    String id = "";

    @Override
    public Integer call() {
      return Numbered.takeBack(
          store,
          'w',
          id,
          (service, number) -> service.stopWatching("", number),
          "there is no watch '" + id + "'; twosource watches lists those there are");
    }
  }
}
