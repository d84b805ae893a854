package org.twosource.app.command.desk;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.twosource.Progress;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.JsonOption;
import org.twosource.app.command.Numbered;
import org.twosource.app.command.Plain;
import org.twosource.app.command.StoreOption;
import org.twosource.app.command.Usage;
import org.twosource.app.desk.StoryService;
import org.twosource.app.json.StoreJson;
import org.twosource.app.store.KeptDecision;
import org.twosource.app.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twosource decisions}: what a reader knows better than the evidence. */
@Command(
    name = "decisions",
    description = "Lists what was decided; add and undo change it.",
    mixinStandardHelpOptions = true,
    subcommands = {DecisionsCommand.Add.class, DecisionsCommand.Undo.class})
public final class DecisionsCommand implements Callable<Integer> {
  @Mixin StoreOption store = new StoreOption();

  @Mixin JsonOption json = new JsonOption();

  @Override
  public Integer call() throws IOException {
    try (Store open = store.read()) {
      List<KeptDecision> decisions = open.read(Store.View::decisions);
      json.list(decisions, StoreJson::decision, one -> System.out.println(line(one)));
    }
    return ExitStatus.READ;
  }

  private static String line(KeptDecision decision) {
    return "d"
        + decision.number()
        + "  "
        + decision.kind()
        + "  "
        + Plain.line(decision.a() + "  " + decision.b())
        + by(decision.made())
        + decision.undone().map(act -> "  undone " + act.at() + by(act)).orElse("");
  }

  private static String by(KeptDecision.Act act) {
    return act.by().isEmpty() ? "" : "  by " + act.by();
  }

  /** {@code decisions add}. */
  @Command(
      name = "add",
      description = {
        "Decides:",
        "  together A B          two reports tell of one event",
        "  apart A B             they do not",
        "  same-claim A B        two statements, REPORT:START-END, are one claim",
        "  different-claims A B  they are not",
        "  same-name A B         two names are one person's, firm's or place's, who is called A",
        "  pin REPORT STORY      the report belongs to the story",
        "  rename STORY TITLE    the story is called so"
      },
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Spec @Nullable CommandSpec spec;
    @Mixin StoreOption store = new StoreOption();

    @Parameters(index = "0", paramLabel = "KIND", description = "One of those above.")
    String kind = "";

    @Parameters(index = "1", paramLabel = "A", description = "A report, statement, name or story.")
    String a = "";

    @Parameters(index = "2", paramLabel = "B", description = "The other, or the title.")
    String b = "";

    @Override
    public Integer call() {
      try (StoryService service = store.change()) {
        try {
          System.out.println("decided: " + line(service.decide("", kind, a, b, Progress.NONE)));
        } catch (IllegalArgumentException wrong) {
          throw Usage.wrong(spec, wrong);
        }
      }
      return ExitStatus.READ;
    }
  }

  /** {@code decisions undo}. */
  @Command(name = "undo", description = "Takes a decision back.", mixinStandardHelpOptions = true)
  static final class Undo implements Callable<Integer> {
    @Mixin StoreOption store = new StoreOption();

    @Parameters(paramLabel = "ID", description = "As decisions shows it: d1.")
    String id = "";

    @Override
    public Integer call() {
      return Numbered.takeBack(
          store,
          'd',
          id,
          (service, number) -> service.undo("", number, Progress.NONE),
          "there is no decision '" + id + "' that holds; twosource decisions lists them");
    }
  }
}
