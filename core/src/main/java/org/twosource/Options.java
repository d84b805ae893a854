package org.twosource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.twosource.annotate.KnownEntities;
import org.twosource.brief.Stage;
import org.twosource.claim.ClaimConstraints;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;
import org.twosource.report.Publishers;
import org.twosource.story.OnlineStoryFinder;
import org.twosource.story.StoryConstraints;

/**
 * What a run may be told.
 *
 * @param limits on what is read
 * @param asOf the publication date of reports for which nothing else gives one
 * @param until the last stage to run
 * @param stories what the user knows better about which reports belong together
 * @param claims what the user knows better about which statements state the same
 * @param entities what the user knows of entities: ids, and names of one
 * @param publishers outlets under their several names, with those the user brings
 * @param storiesCloseAfterDays days without a report after which a story takes no more; 1 or more
 * @param oneStory whether all reports are of one event, but for pairs that {@code stories} keeps
 *     apart
 */
public record Options(
    Limits limits,
    Optional<PartialDate> asOf,
    Stage until,
    StoryConstraints stories,
    ClaimConstraints claims,
    KnownEntities entities,
    Publishers publishers,
    int storiesCloseAfterDays,
    boolean oneStory) {

  public Options {
    if (storiesCloseAfterDays < 1) {
      throw new IllegalArgumentException(
          "storiesCloseAfterDays is " + storiesCloseAfterDays + ", must be 1 or more");
    }
  }

  public static Options standard() {
    return new Options(
        Limits.standard(),
        Optional.empty(),
        Stage.BRIEF,
        StoryConstraints.NONE,
        ClaimConstraints.NONE,
        KnownEntities.NONE,
        Publishers.standard(),
        OnlineStoryFinder.CLOSED_AFTER_DAYS,
        false);
  }

  /** The same with other limits on what is read. */
  public Options withLimits(Limits set) {
    return new Options(
        set, asOf, until, stories, claims, entities, publishers, storiesCloseAfterDays, oneStory);
  }

  /** The same with another last stage. */
  public Options withUntil(Stage last) {
    return new Options(
        limits, asOf, last, stories, claims, entities, publishers, storiesCloseAfterDays, oneStory);
  }

  /** The same with another date for reports without one. */
  public Options withAsOf(Optional<PartialDate> date) {
    return new Options(
        limits,
        date,
        until,
        stories,
        claims,
        entities,
        publishers,
        storiesCloseAfterDays,
        oneStory);
  }

  /** The same with other decisions about which reports belong together. */
  public Options withStories(StoryConstraints decided) {
    return new Options(
        limits,
        asOf,
        until,
        decided,
        claims,
        entities,
        publishers,
        storiesCloseAfterDays,
        oneStory);
  }

  /** The same with other decisions about which statements state the same. */
  public Options withClaims(ClaimConstraints decided) {
    return new Options(
        limits,
        asOf,
        until,
        stories,
        decided,
        entities,
        publishers,
        storiesCloseAfterDays,
        oneStory);
  }

  /** The same with other knowledge of entities. */
  public Options withEntities(KnownEntities known) {
    return new Options(
        limits, asOf, until, stories, claims, known, publishers, storiesCloseAfterDays, oneStory);
  }

  /** The same with other names of publishers. */
  public Options withPublishers(Publishers known) {
    return new Options(
        limits, asOf, until, stories, claims, entities, known, storiesCloseAfterDays, oneStory);
  }

  /** The same with stories that close sooner or later. */
  public Options withStoriesCloseAfterDays(int days) {
    return new Options(limits, asOf, until, stories, claims, entities, publishers, days, oneStory);
  }

  /** The same for reports that are all of one event, or not. */
  public Options withOneStory(boolean isOne) {
    return new Options(
        limits, asOf, until, stories, claims, entities, publishers, storiesCloseAfterDays, isOne);
  }

  /** By name, for the record of what made a result. */
  Map<String, String> named() {
    Map<String, String> named = new TreeMap<>();
    named.put("until", until.label());
    if (!stories.equals(StoryConstraints.NONE)) {
      named.put("together", stories.together().toString());
      named.put("apart", stories.apart().toString());
    }
    if (!claims.equals(ClaimConstraints.NONE)) {
      named.put("same-claim", labels(claims.together()));
      named.put("different-claims", labels(claims.apart()));
    }
    if (!entities.same().isEmpty()) {
      named.put(
          "same-name",
          entities.same().stream()
              .map(pair -> pair.name() + "=" + pair.other())
              .collect(Collectors.joining("; ")));
    }
    if (storiesCloseAfterDays != OnlineStoryFinder.CLOSED_AFTER_DAYS) {
      named.put("stories-close-after", String.valueOf(storiesCloseAfterDays));
    }
    if (oneStory) {
      named.put("one-story", "true");
    }
    asOf.ifPresent(date -> named.put("as-of", date.iso()));
    return named;
  }

  private static String labels(List<ClaimConstraints.Pair> pairs) {
    return pairs.stream().map(ClaimConstraints.Pair::label).collect(Collectors.joining("; "));
  }
}
