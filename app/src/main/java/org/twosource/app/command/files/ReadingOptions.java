package org.twosource.app.command.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.twosource.Options;
import org.twosource.annotate.KnownEntities;
import org.twosource.annotate.WikidataIds;
import org.twosource.app.command.LimitOption;
import org.twosource.app.command.Reason;
import org.twosource.app.command.Usage;
import org.twosource.brief.Stage;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;
import org.twosource.report.Publishers;
import org.twosource.story.OnlineStoryFinder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How reports are read and how far: what becomes {@link Options}. */
final class ReadingOptions {
  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Publication date of reports for which nothing else gives one (2023-06-18).")
  @Nullable String asOf;

  @Option(
      names = "--until",
      paramLabel = "STAGE",
      description =
          "Stop after: report, text, annotate, reuse, story, lineage, distortion, timeline, claim, brief.")
  Stage until = Stage.BRIEF;

  @Option(
      names = "--one-story",
      description =
          "All reports tell of one event, whatever the evidence; pairs given with --apart stay apart.")
  boolean oneStory;

  @Option(
      names = "--stories-close-after",
      paramLabel = "DAYS",
      description =
          "Days without a report after which a story takes no more, by the dates of the reports"
              + " (default: ${DEFAULT-VALUE}). After 300 days without a report a story takes only those"
              + " that speak of its days: this year's festival is not last year's.",
      defaultValue = "" + OnlineStoryFinder.CLOSED_AFTER_DAYS)
  int storiesCloseAfterDays = OnlineStoryFinder.CLOSED_AFTER_DAYS;

  @Option(
      names = "--wikidata",
      paramLabel = "FILE",
      description = "Ids of entities: NAME, TYPE and Q-number a line, separated by tabs.")
  @Nullable Path wikidata;

  @Option(
      names = "--same-name",
      paramLabel = "A=B",
      description = "Two names of one person, firm or place, which is called A. May be repeated.")
  List<String> sameNames = List.of();

  @Option(
      names = "--outlets",
      paramLabel = "FILE",
      description =
          "Publishers under their several names: outlet, alias or host, owner a line, separated by tabs.")
  @Nullable Path outlets;

  @Mixin LimitOption limits = new LimitOption();

  /**
   * What was asked for.
   *
   * @param say takes what a user should know of it
   */
  Options options(Consumer<String> say) {
    if (storiesCloseAfterDays < 1) {
      throw Usage.wrong(
          spec, "--stories-close-after takes 1 day or more, not " + storiesCloseAfterDays);
    }
    return Options.standard()
        .withLimits(limits.in(Limits.standard()))
        .withAsOf(date())
        .withUntil(until)
        .withEntities(new KnownEntities(wikidataIds(say), sameNames()))
        .withPublishers(publishers())
        .withStoriesCloseAfterDays(storiesCloseAfterDays)
        .withOneStory(oneStory);
  }

  private Optional<PartialDate> date() {
    if (asOf == null) {
      return Optional.empty();
    }
    Optional<PartialDate> date = PartialDate.parse(asOf);
    if (date.isEmpty()) {
      throw Usage.wrong(spec, "--as-of takes a date like 2023-06-18, not '" + asOf + "'");
    }
    return date;
  }

  private List<KnownEntities.SameName> sameNames() {
    List<KnownEntities.SameName> same = new ArrayList<>();
    for (String pair : sameNames) {
      String[] names = pair.split("=", -1);
      if (names.length != 2 || names[0].isBlank() || names[1].isBlank()) {
        throw Usage.wrong(spec, "--same-name takes two names, A=B, not '" + pair + "'");
      }
      same.add(new KnownEntities.SameName(names[0].strip(), names[1].strip()));
    }
    return same;
  }

  private WikidataIds wikidataIds(Consumer<String> say) {
    if (wikidata == null) {
      return WikidataIds.NONE;
    }
    try {
      WikidataIds ids = WikidataIds.read(wikidata);
      if (!ids.unfit().isEmpty()) {
        say.accept(
            wikidata
                + ":"
                + ids.unfit().getFirst()
                + ": not NAME, TYPE and Q-number separated by tabs; lines passed over: "
                + ids.unfit().size());
      }
      return ids;
    } catch (IOException unreadable) {
      throw Usage.wrong(spec, "--wikidata: cannot read " + Reason.of(unreadable));
    }
  }

  private Publishers publishers() {
    if (outlets == null) {
      return Publishers.standard();
    }
    try {
      return Publishers.standard().with(Files.readAllLines(outlets));
    } catch (IOException unreadable) {
      throw Usage.wrong(spec, "--outlets: cannot read " + Reason.of(unreadable));
    } catch (IllegalArgumentException unfit) {
      throw Usage.wrong(spec, "--outlets " + outlets + ": " + unfit.getMessage());
    }
  }
}
