package org.twosource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Entity;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.brief.Account;
import org.twosource.brief.Brief;
import org.twosource.brief.BriefBuilder;
import org.twosource.brief.ExtractiveBriefBuilder;
import org.twosource.brief.Provenance;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.ClaimMatcher;
import org.twosource.claim.StandardClaimMatcher;
import org.twosource.distortion.ChangeJudge;
import org.twosource.distortion.DistortionFinder;
import org.twosource.distortion.Distortions;
import org.twosource.distortion.PairwiseDistortionFinder;
import org.twosource.distortion.QuotationMatcher;
import org.twosource.encode.Encoder;
import org.twosource.lineage.FamilyBuilder;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.LineageBuilder;
import org.twosource.report.InputReader;
import org.twosource.report.Reading;
import org.twosource.report.Report;
import org.twosource.report.Unreadable;
import org.twosource.reuse.Aligner;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Furniture;
import org.twosource.reuse.FurnitureIndex;
import org.twosource.reuse.PassageAligner;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.story.OnlineStoryFinder;
import org.twosource.story.Story;
import org.twosource.story.StoryFinder;
import org.twosource.text.PublicationOrder;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;
import org.twosource.text.TextBuilder;
import org.twosource.timeline.EventTimelineBuilder;
import org.twosource.timeline.Timeline;
import org.twosource.timeline.TimelineBuilder;

/**
 * Reports in, one sourced account out: one line a stage.
 *
 * <p>Two tiers. Every report is read, divided and placed into a story on lexical evidence; what is
 * dear (the encoder, alignment and everything that rests on it) is done per story. A pipeline keeps
 * no state between runs but the opened model, and may be used by one thread at a time.
 */
public final class Pipeline {
  /** Of the program; the same as in the build file. */
  public static final String VERSION = "0.1.0";

  private final Stages stages;
  private final Options options;
  private final PublicationDates dates;
  private final Stage until;
  private final Progress progress;
  private @Nullable Optional<Encoder> encoder;
  private @Nullable StandardAnnotator annotator;

  /**
   * The doors of the ten stages.
   *
   * @param encoder opened when first needed, which costs half a second, and then shared
   * @param aligner one a story: what other stories print around their reports is no evidence
   * @param storyFinder a new one a run, since it keeps state
   */
  public record Stages(
      InputReader reader,
      TextBuilder textBuilder,
      Supplier<Optional<Encoder>> encoder,
      Function<Optional<Encoder>, StandardAnnotator> annotator,
      Function<Supplier<Optional<Encoder>>, StoryFinder> storyFinder,
      Function<Furniture, Aligner> aligner,
      LineageBuilder lineageBuilder,
      DistortionFinder distortionFinder,
      TimelineBuilder timelineBuilder,
      ClaimMatcher claimMatcher,
      BriefBuilder briefBuilder) {

    /** The implementations this project ships. */
    public static Stages standard(Options options) {
      Models models = new Models();
      if (options.until().reaches(Stage.ANNOTATE) && options.until() != Stage.STORY) {
        models.open();
      }
      return standard(options, models);
    }

    /**
     * The same on models that other runs use too: what runs for months opens them once.
     *
     * @param models used by one run at a time
     */
    public static Stages standard(Options options, Models models) {
      return new Stages(
          new InputReader(options.limits()),
          new StandardTextBuilder(options.publishers()),
          models::encoder,
          encoder ->
              StandardAnnotator.with(encoder, options.entities())
                  .within(options.limits().reportSeconds()),
          encoder ->
              options.oneStory()
                  ? OnlineStoryFinder.ofOneEvent(encoder, options.stories())
                  : new OnlineStoryFinder(
                      encoder, options.stories(), options.storiesCloseAfterDays()),
          furniture -> new PassageAligner(furniture),
          new FamilyBuilder(),
          new PairwiseDistortionFinder(
              ChangeJudge.with(models.differences()),
              new TokenWordAligner(),
              new QuotationMatcher()),
          new EventTimelineBuilder(models.comparer()),
          new StandardClaimMatcher(
              options.claims(), StandardClaimMatcher.MAX_CLAIMS, models.comparer()),
          new ExtractiveBriefBuilder(models.comparer()));
    }

    /** With another way to say which reports are one story. */
    public Stages withStoryFinder(Function<Supplier<Optional<Encoder>>, StoryFinder> other) {
      return new Stages(
          reader,
          textBuilder,
          encoder,
          annotator,
          other,
          aligner,
          lineageBuilder,
          distortionFinder,
          timelineBuilder,
          claimMatcher,
          briefBuilder);
    }
  }

  public Pipeline(Stages stages, Options options, Progress progress) {
    this.stages = stages;
    this.options = options;
    this.dates = new PublicationDates(options.asOf());
    this.until = options.until();
    this.progress = progress;
  }

  /** The pipeline as shipped. */
  public static Pipeline standard(Options options, Progress progress) {
    return new Pipeline(Stages.standard(options), options, progress);
  }

  /** Reads the inputs and everything that follows from them. */
  public Account read(List<Path> inputs) {
    progress.at(Stage.REPORT, 0, 1);
    return read(stages.reader().read(inputs));
  }

  /** Everything that follows from reports already read. */
  public Account read(Reading reading) {
    List<Unreadable> unreadable = new ArrayList<>(reading.unreadable());
    List<Text> texts = texts(reading.reports(), unreadable);
    List<Story> stories = stories(texts, unreadable);
    Map<String, Text> byId = new HashMap<>();
    texts.forEach(text -> byId.put(text.id(), text));
    List<StoryAccount> accounts = new ArrayList<>();
    FurnitureIndex furniture = furniture(stories, byId, unreadable);
    for (Story story : stories) {
      progress.at(Stage.ANNOTATE, accounts.size(), stories.size());
      List<String> left = story.reports().stream().filter(byId::containsKey).toList();
      if (!left.isEmpty()) {
        sound(
                story.of(left),
                left.stream().map(byId::get).toList(),
                furniture.outside(Set.of(story.id())),
                unreadable)
            .ifPresent(accounts::add);
      }
    }
    progress.at(Stage.BRIEF, stories.size(), stories.size());
    return new Account(
        made(),
        unreadable,
        inInputOrder(reading.reports(), accounts),
        entities(accounts),
        until.reaches(Stage.STORY) ? accounts : List.of(),
        until);
  }

  /** The reports read as those of one story, and no further. */
  public Annotations annotate(List<Report> reports) {
    return annotator()
        .annotate(dates.complete(reports.stream().map(stages.textBuilder()::build).toList()));
  }

  /**
   * A story to which reports can be added one at a time.
   *
   * @param account of the story so far, from this pipeline or another
   */
  public GrowingStory grow(StoryAccount account) {
    return new GrowingStory(stages, annotator(), account);
  }

  private FurnitureIndex furniture(
      List<Story> stories, Map<String, Text> byId, List<Unreadable> unreadable) {
    FurnitureIndex furniture = new FurnitureIndex();
    if (until.reaches(Stage.REUSE) && stories.size() > 1) {
      for (Story story : stories) {
        for (String id : story.reports()) {
          Text text = Objects.requireNonNull(byId.get(id));
          try {
            StageFault.guard(Stage.REUSE, () -> furniture.add(story.id(), text));
          } catch (StageFault fault) {
            unreadable.add(fault.of(text.report()));
            byId.remove(id);
          }
        }
      }
    }
    return furniture;
  }

  /**
   * The account of a story. Where a stage fails, each report is tried alone, and the story is read
   * again without those on which it fails; where it fails on none alone, the story is lost. What is
   * lost is added to {@code unreadable}.
   */
  private Optional<StoryAccount> sound(
      Story story, List<Text> texts, Furniture furniture, List<Unreadable> unreadable) {
    try {
      return Optional.of(account(story, texts, furniture));
    } catch (StageFault fault) {
      List<Text> sound = new ArrayList<>();
      List<Unreadable> lost = new ArrayList<>();
      for (Text text : texts.size() > 1 ? texts : List.<Text>of()) {
        Optional<StageFault> alone =
            fault.isKnown()
                ? Optional.of(fault).filter(known -> known.isOf(text.id()))
                : fault(story, text, furniture);
        alone.ifPresentOrElse(one -> lost.add(one.of(text.report())), () -> sound.add(text));
      }
      if (sound.isEmpty() || lost.isEmpty()) {
        texts.forEach(text -> unreadable.add(fault.of(text.report())));
        return Optional.empty();
      }
      unreadable.addAll(lost);
      List<String> ids = sound.stream().map(Text::id).toList();
      return sound(story.of(ids), sound, furniture, unreadable);
    }
  }

  /** What fails on a report alone. */
  private Optional<StageFault> fault(Story story, Text text, Furniture furniture) {
    try {
      account(story, List.of(text), furniture);
      return Optional.empty();
    } catch (StageFault fault) {
      return Optional.of(fault);
    }
  }

  private StoryAccount account(Story story, List<Text> texts, Furniture furniture) {
    List<Text> dated = StageFault.guard(Stage.TEXT, () -> dates.complete(texts));
    Annotations annotations =
        when(
            Stage.ANNOTATE,
            () -> annotator().annotate(dated),
            new Annotations(dated.stream().map(Annotated::bare).toList(), List.of()));
    List<Alignment> alignments =
        when(
            Stage.REUSE,
            () -> stages.aligner().apply(furniture).align(annotations.reports()),
            List.of());
    Lineage lineage =
        when(
            Stage.LINEAGE,
            () -> stages.lineageBuilder().build(annotations.reports(), alignments),
            new Lineage(List.of(), List.of()));
    // What copying changed and what is claimed rest on the same three stages, not on each other.
    Distortions none = new Distortions(List.of(), List.of());
    CompletableFuture<Distortions> changes =
        CompletableFuture.supplyAsync(
            () ->
                when(
                    Stage.DISTORTION,
                    () -> stages.distortionFinder().find(annotations, alignments, lineage),
                    none));
    Timeline timeline;
    List<Claim> claims;
    try {
      timeline =
          when(
              Stage.TIMELINE,
              () -> stages.timelineBuilder().build(annotations, alignments, lineage),
              new Timeline(List.of()));
      claims =
          when(
              Stage.CLAIM,
              () -> stages.claimMatcher().match(annotations, alignments, lineage),
              List.of());
    } finally {
      changes.exceptionally(fault -> none).join(); // nothing of this story runs on behind the next
    }
    Distortions distortions = StageFault.guard(Stage.DISTORTION, changes::join);
    Brief brief =
        when(
            Stage.BRIEF,
            () -> stages.briefBuilder().build(story, annotations, lineage, distortions, claims),
            new Brief(List.of()));
    return new StoryAccount(
        story, annotations, alignments, lineage, distortions, timeline, claims, brief);
  }

  private List<Text> texts(List<Report> reports, List<Unreadable> unreadable) {
    List<Text> texts = new ArrayList<>();
    for (Report report : reports) {
      progress.at(Stage.TEXT, texts.size(), reports.size());
      try {
        texts.add(StageFault.guard(Stage.TEXT, () -> stages.textBuilder().build(report)));
      } catch (StageFault fault) {
        unreadable.add(fault.of(report));
      }
    }
    return texts;
  }

  /** Reports arrive in one order, whatever the order of the input. */
  private List<Story> stories(List<Text> texts, List<Unreadable> unreadable) {
    StoryFinder finder =
        stages.storyFinder().apply(until.reaches(Stage.ANNOTATE) ? this::encoder : Optional::empty);
    List<Text> arrivals = texts.stream().sorted(PublicationOrder.ofTexts()).toList();
    for (int i = 0; i < arrivals.size(); i++) {
      progress.at(Stage.STORY, i, arrivals.size());
      Text arrival = arrivals.get(i);
      try {
        StageFault.guard(Stage.STORY, () -> finder.add(arrival));
      } catch (StageFault fault) {
        unreadable.add(fault.of(arrival.report()));
      }
    }
    try {
      return StageFault.guard(Stage.STORY, () -> withDoubts(finder));
    } catch (StageFault fault) {
      texts.forEach(text -> unreadable.add(fault.of(text.report())));
      return List.of();
    }
  }

  /** The stories, each with the reports that may belong to it. */
  private static List<Story> withDoubts(StoryFinder finder) {
    Map<String, List<Story.Doubt>> doubts =
        finder.doubts().stream()
            .sorted(Comparator.comparingDouble(doubt -> -doubt.probability()))
            .collect(Collectors.groupingBy(Story.Doubt::story));
    return finder.stories().stream()
        .map(story -> story.withDoubts(doubts.getOrDefault(story.id(), List.of())))
        .toList();
  }

  /**
   * Runs a stage if it is wanted. Stories rest on the cheap tier, so a run until there stops before
   * the dear one.
   */
  private <T> T when(Stage stage, Supplier<T> work, T otherwise) {
    return until.reaches(stage) && until != Stage.STORY ? StageFault.guard(stage, work) : otherwise;
  }

  private Optional<Encoder> encoder() {
    if (encoder == null) {
      encoder = stages.encoder().get();
    }
    return encoder;
  }

  /** The annotator, opened when it is first asked for. */
  public StandardAnnotator annotator() {
    if (annotator == null) {
      annotator = stages.annotator().apply(encoder());
    }
    return annotator;
  }

  private Provenance made() {
    Map<String, String> models = ShippedData.checksums();
    Optional<Encoder> used = encoder == null ? Optional.empty() : encoder;
    used.ifPresent(one -> models.putAll(one.checksums()));
    options.entities().wikidata().checksum().ifPresent(sum -> models.put("wikidata ids", sum));
    return new Provenance(VERSION, options.named(), models, used.isPresent());
  }

  private static List<Annotated> inInputOrder(List<Report> reports, List<StoryAccount> accounts) {
    Map<String, Annotated> byId = new HashMap<>();
    for (StoryAccount account : accounts) {
      account.annotations().reports().forEach(report -> byId.put(report.id(), report));
    }
    return reports.stream().map(Report::id).filter(byId::containsKey).map(byId::get).toList();
  }

  private static List<Entity> entities(List<StoryAccount> accounts) {
    Map<String, Entity> byId = new TreeMap<>();
    for (StoryAccount account : accounts) {
      account.annotations().entities().forEach(entity -> byId.putIfAbsent(entity.id(), entity));
    }
    return List.copyOf(byId.values());
  }
}
