package org.twosource.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.twosource.annotate.Encoder;
import org.twosource.report.PartialDate;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * Places reports into stories one by one (single-pass average link, as in TDT; Allan, Papka and
 * Lavrenko 1998), and corrects itself: stories that turn out to be two events of one kind are
 * split, stories that grow together are merged.
 *
 * <p>A report's words propose stories through an inverted index whose lists are bounded, so the
 * cost of a placement does not grow with the number of stories. Where the words alone decide, no
 * vector is made; where they leave it open, the head of the report (headline and lead) is encoded
 * once. A report joins the story it is most alike to on average when that is above {@link
 * #SAME_STORY} and not far below what holds the story's own reports together: the reports of one
 * quake are more alike to each other than to those of another.
 *
 * <p>All thresholds were chosen together on bench/results/stories.tsv, one configuration for all
 * sets. Keeps state; one thread at a time.
 */
public final class OnlineStoryFinder implements StoryFinder {
  /** Mean likeness from which a report belongs to a story, with vectors. */
  static final double SAME_STORY = 0.27;

  /** The same by words alone, when the model is off. */
  static final double SAME_STORY_BY_WORDS = 0.19;

  /** Share of a story's cohesion above the threshold that a report must reach besides. */
  static final double COHESION_SHARE = 0.3;

  /**
   * Two sides of a story whose likeness is below this share of their own cohesion are two events.
   */
  static final double SPLIT_RATIO = 0.8;

  /** What two stories need above the threshold to become one. */
  static final double MERGE_MARGIN = 0.06;

  /** Below this mean cosine of the words no vector can make a report belong. */
  static final double HOPELESS = 0.04;

  /** The newest stories kept for one word. */
  static final int STORIES_PER_WORD = 200;

  /** Stories that are weighed for one report, the ones that share most words first. */
  static final int WEIGHED_STORIES = 40;

  /** Tokens of headline and lead that are encoded. */
  private static final int HEAD_TOKENS = 110;

  /** The members looked at for the best link to show. */
  private static final int SHOWN_MEMBERS = 50;

  private static final int SHOWN_WORDS = 6;

  private final Terms.Reader reader = new Terms.Reader(BackgroundFrequencies.read());
  private final Supplier<Optional<Encoder>> encoder;
  private final StoryConstraints constraints;
  private final List<OpenStory> stories = new ArrayList<>();
  private final Map<String, List<Integer>> storiesByWord = new HashMap<>();
  private final List<Change> history = new ArrayList<>();
  private boolean byWordsAlone;
  private int weighed;

  /**
   * What became of a story.
   *
   * @param story the id it happened to
   * @param other the id of the story it was split from or merged into; its own when it opened
   */
  public record Change(Kind kind, String story, String other) {
    /** What can become of a story. */
    public enum Kind {
      OPENED,
      SPLIT_FROM,
      MERGED_INTO
    }
  }

  /** By words alone, without constraints. */
  public OnlineStoryFinder() {
    this(Optional::empty, StoryConstraints.NONE);
  }

  /**
   * @param encoder asked when words first leave a placement open, then kept
   */
  public OnlineStoryFinder(Supplier<Optional<Encoder>> encoder, StoryConstraints constraints) {
    this.encoder = encoder;
    this.constraints = constraints;
  }

  @Override
  public void add(Text text) {
    Placed report = new Placed(text, reader.read(text), () -> head(text));
    OpenStory home = home(report);
    if (home == null) {
      home = open();
      join(report, home);
      history.add(new Change(Change.Kind.OPENED, id(home), id(home)));
      return;
    }
    home.why.add(bestLink(report, home));
    join(report, home);
    if (!split(home)) {
      merge(home);
    }
  }

  private OpenStory open() {
    OpenStory story = new OpenStory(stories.size(), Encoder.WIDTH);
    stories.add(story);
    return story;
  }

  private @Nullable OpenStory home(Placed report) {
    OpenStory home = null;
    double best = 0;
    for (OpenStory story : candidates(report.terms())) {
      if (forbidden(report, story)) {
        continue;
      }
      if (story.members.stream().anyMatch(member -> constraints.join(report.id(), member.id()))) {
        return story;
      }
      if (story.wordLink(report.terms()) < HOPELESS) {
        continue;
      }
      double margin = story.link(report) - needed(story);
      if (margin >= best) {
        best = margin;
        home = story;
      }
    }
    return home != null || constraints.together().isEmpty() ? home : named(report);
  }

  /** The story of a report that the user put together with this one, however unlike they are. */
  private @Nullable OpenStory named(Placed report) {
    return stories.stream()
        .filter(story -> !forbidden(report, story))
        .filter(
            story ->
                story.members.stream()
                    .anyMatch(member -> constraints.join(report.id(), member.id())))
        .findFirst()
        .orElse(null);
  }

  private boolean forbidden(Placed report, OpenStory story) {
    return !constraints.apart().isEmpty()
        && story.members.stream().anyMatch(member -> constraints.part(report.id(), member.id()));
  }

  private double needed(OpenStory story) {
    double threshold = threshold();
    return threshold + COHESION_SHARE * Math.max(0, story.cohesion(threshold) - threshold);
  }

  private double threshold() {
    return byWordsAlone ? SAME_STORY_BY_WORDS : SAME_STORY;
  }

  private List<OpenStory> candidates(Terms terms) {
    Map<Integer, Double> shared = new TreeMap<>();
    for (String word : terms.strongest()) {
      double weight = terms.weights().get(word);
      for (int story : storiesByWord.getOrDefault(word, List.of())) {
        shared.merge(story, weight * weight, Double::sum);
      }
    }
    List<Integer> numbers = new ArrayList<>(shared.keySet());
    numbers.sort(Comparator.comparingDouble(number -> -shared.get(number)));
    List<OpenStory> candidates =
        numbers.stream()
            .limit(WEIGHED_STORIES)
            .map(stories::get)
            .filter(story -> !story.members.isEmpty())
            .toList();
    weighed = candidates.size();
    return candidates;
  }

  /** How many stories the last report was weighed against. */
  int weighedForTheLast() {
    return weighed;
  }

  private float[] head(Text text) {
    Optional<Encoder> open = encoder.get();
    if (open.isEmpty()) {
      byWordsAlone = true;
      return new float[0];
    }
    List<String> words = new ArrayList<>();
    text.report().headline().ifPresent(title -> words.addAll(List.of(title.strip().split("\\s+"))));
    for (Sentence sentence : text.sentences()) {
      if (sentence.part().isSaid() || sentence.part() == Part.Kind.HEADLINE) {
        sentence.tokens().stream().map(Token::text).forEach(words::add);
      }
      if (words.size() >= HEAD_TOKENS) {
        break;
      }
    }
    return open.get()
        .encode(words.subList(0, Math.min(HEAD_TOKENS, words.size())))
        .map(encoding -> encoding.sentence())
        .orElse(new float[0]);
  }

  private void join(Placed report, OpenStory home) {
    home.add(report);
    index(report, home);
  }

  private void index(Placed report, OpenStory home) {
    for (String word : report.terms().strongest()) {
      List<Integer> list = storiesByWord.computeIfAbsent(word, w -> new ArrayList<>());
      list.remove(Integer.valueOf(home.number));
      list.add(home.number);
      if (list.size() > STORIES_PER_WORD) {
        list.remove(0);
      }
    }
  }

  /** Parts a story that has become two events of one kind; the one with its first report stays. */
  private boolean split(OpenStory story) {
    List<Integer> leaving = story.secondEvent(SPLIT_RATIO);
    if (leaving.isEmpty() || wouldPart(story, leaving)) {
      return false;
    }
    OpenStory stays = new OpenStory(story.number, Encoder.WIDTH);
    OpenStory leaves = open();
    for (int i = 0; i < story.members.size(); i++) {
      Placed member = story.members.get(i);
      OpenStory home = leaving.contains(i) ? leaves : stays;
      if (!home.members.isEmpty()) {
        home.why.add(bestLink(member, home));
      }
      home.add(member);
    }
    stories.set(story.number, stays);
    leaves.members.forEach(member -> index(member, leaves));
    history.add(new Change(Change.Kind.SPLIT_FROM, id(leaves), id(stays)));
    return true;
  }

  private boolean wouldPart(OpenStory story, List<Integer> leaving) {
    if (constraints.together().isEmpty()) {
      return false;
    }
    for (int leaver : leaving) {
      for (int i = 0; i < story.members.size(); i++) {
        if (!leaving.contains(i)
            && constraints.join(story.members.get(leaver).id(), story.members.get(i).id())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Joins a story to the one it has grown together with; the older keeps its id. */
  private void merge(OpenStory grown) {
    if (grown.members.size() > OpenStory.LARGEST_SPLIT) {
      return;
    }
    OpenStory partner = null;
    double best = MERGE_MARGIN;
    for (OpenStory other : candidates(grown.members.get(grown.members.size() - 1).terms())) {
      if (other == grown
          || other.members.size() > OpenStory.LARGEST_SPLIT
          || grown.members.stream().anyMatch(member -> forbidden(member, other))) {
        continue;
      }
      double margin = grown.link(other) - Math.max(needed(grown), needed(other));
      if (margin >= best) {
        best = margin;
        partner = other;
      }
    }
    if (partner != null) {
      OpenStory older = partner.number < grown.number ? partner : grown;
      OpenStory younger = older == grown ? partner : grown;
      history.add(new Change(Change.Kind.MERGED_INTO, id(younger), id(older)));
      for (Placed member : younger.members) {
        older.why.add(bestLink(member, older));
        join(member, older);
      }
      younger.members.clear();
    }
  }

  private static String id(OpenStory story) {
    return "s-" + story.members.get(0).id();
  }

  private static Story.Link bestLink(Placed report, OpenStory home) {
    Placed nearest = home.members.get(0);
    double best = -1;
    int from = Math.max(0, home.members.size() - SHOWN_MEMBERS);
    for (Placed member : home.members.subList(from, home.members.size())) {
      double link = report.likeness(member);
      if (link > best) {
        best = link;
        nearest = member;
      }
    }
    return new Story.Link(
        nearest.id(), report.id(), Math.clamp(best, 0, 1), evidence(report, nearest, best));
  }

  private static List<String> evidence(Placed a, Placed b, double likeness) {
    Map<String, Double> shared = new TreeMap<>();
    a.terms()
        .weights()
        .forEach(
            (word, weight) -> {
              Double other = b.terms().weights().get(word);
              if (other != null) {
                shared.put(word, weight * other);
              }
            });
    List<String> words = new ArrayList<>(shared.keySet());
    words.sort(Comparator.comparingDouble(word -> -shared.get(word)));
    List<String> evidence = new ArrayList<>();
    say(evidence, "names", words.stream().filter(a.terms().names()::contains).toList());
    say(
        evidence,
        "words",
        words.stream().filter(word -> !a.terms().names().contains(word)).toList());
    double byWords = a.terms().dot(b.terms().weights());
    evidence.add(String.format(java.util.Locale.ROOT, "likeness of words: %.2f", byWords));
    if (a.vector().length > 0 && b.vector().length > 0) {
      double heads = Placed.dot(a.vector(), b.vector());
      evidence.add(String.format(java.util.Locale.ROOT, "likeness of heads: %.2f", heads));
    }
    Optional<PartialDate> one = a.text().published().date();
    Optional<PartialDate> other = b.text().published().date();
    if (one.isPresent() && other.isPresent()) {
      long days = Math.abs(one.get().earliest().toEpochDay() - other.get().earliest().toEpochDay());
      evidence.add("time: " + days + " d");
    }
    return evidence;
  }

  private static void say(List<String> evidence, String label, List<String> words) {
    if (!words.isEmpty()) {
      evidence.add(
          label + ": " + String.join(", ", words.subList(0, Math.min(SHOWN_WORDS, words.size()))));
    }
  }

  @Override
  public List<Story> stories() {
    return stories.stream()
        .filter(story -> !story.members.isEmpty())
        .sorted(Comparator.comparing(story -> story.number))
        .map(OnlineStoryFinder::close)
        .toList();
  }

  /** What became of the stories, in the order in which it happened. */
  public List<Change> history() {
    return List.copyOf(history);
  }

  private static Story close(OpenStory open) {
    List<PartialDate> dates =
        new TreeSet<>(
                open.members.stream()
                    .flatMap(member -> member.text().published().date().stream())
                    .toList())
            .stream().toList();
    return new Story(
        id(open),
        title(open),
        dates.isEmpty() ? Optional.empty() : Optional.of(dates.get(0)),
        dates.isEmpty() ? Optional.empty() : Optional.of(dates.get(dates.size() - 1)),
        open.members.stream().map(Placed::id).toList(),
        open.why);
  }

  /** The headline, or the first sentence, of the report nearest the middle of the story. */
  private static String title(OpenStory open) {
    Placed central = open.members.get(0);
    double best = -1;
    for (Placed member : open.members) {
      double link = open.wordLink(member.terms());
      if (link > best) {
        best = link;
        central = member;
      }
    }
    Text text = central.text();
    return text.report()
        .headline()
        .or(
            () ->
                text.sentences().stream()
                    .filter(sentence -> sentence.part() == Part.Kind.BODY)
                    .findFirst()
                    .map(sentence -> text.of(sentence.span())))
        .orElse(text.id());
  }
}
