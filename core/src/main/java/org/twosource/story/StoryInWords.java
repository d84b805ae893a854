package org.twosource.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twosource.report.PartialDate;

/**
 * An open story as the record that others see: its title and days, and for each link the names and
 * words that two reports share and how alike they are.
 */
final class StoryInWords {
  private static final int SHOWN_WORDS = 6;

  private final Vocabulary vocabulary;

  StoryInWords(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  static String id(OpenStory story) {
    return "s-" + story.first().id();
  }

  Story whole(OpenStory open, List<Story.Change> changes) {
    return told(open, open.why.stream().map(this::link).toList(), changes);
  }

  /** Without links and history. */
  static Story brief(OpenStory open) {
    return told(open, List.of(), List.of());
  }

  private static Story told(OpenStory open, List<Story.Link> why, List<Story.Change> changes) {
    List<PartialDate> dates =
        new TreeSet<>(open.members.stream().flatMap(member -> member.published().stream()).toList())
            .stream().toList();
    return new Story(
        id(open),
        title(open),
        dates.isEmpty() ? Optional.empty() : Optional.of(dates.get(0)),
        dates.isEmpty() ? Optional.empty() : Optional.of(dates.get(dates.size() - 1)),
        open.members.stream()
            .sorted(Comparator.comparingInt(Placed::number))
            .map(Placed::id)
            .toList(),
        why,
        changes);
  }

  /** The title of the report nearest the middle of the story. */
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
    return central.title();
  }

  Story.Link link(OpenStory.Reason reason) {
    return new Story.Link(
        reason.a().id(), reason.b().id(), reason.likeness(), evidence(reason.b(), reason.a()));
  }

  private List<String> evidence(Placed a, Placed b) {
    Map<String, Double> names = new TreeMap<>();
    Map<String, Double> words = new TreeMap<>();
    for (int i = 0; i < a.terms().words().length; i++) {
      int word = a.terms().words()[i];
      int at = Arrays.binarySearch(b.terms().words(), word);
      if (at >= 0) {
        (a.terms().named().get(i) ? names : words)
            .put(
                vocabulary.stem(word),
                FixedPoint.ofProducts((long) a.terms().weights()[i] * b.terms().weights()[at]));
      }
    }
    List<String> evidence = new ArrayList<>();
    say(evidence, "names", heaviest(names));
    say(evidence, "words", heaviest(words));
    double byWords = a.terms().dot(b.terms());
    evidence.add(String.format(Locale.ROOT, "likeness of words: %.2f", byWords));
    if (a.vector().length > 0 && b.vector().length > 0) {
      double byHeads = Placed.dot(a.vector(), b.vector());
      evidence.add(String.format(Locale.ROOT, "likeness of heads: %.2f", byHeads));
    }
    Optional<PartialDate> one = a.published();
    Optional<PartialDate> other = b.published();
    if (one.isPresent() && other.isPresent()) {
      long days = Math.abs(one.get().earliest().toEpochDay() - other.get().earliest().toEpochDay());
      evidence.add("time: " + days + " d");
    }
    return evidence;
  }

  private static List<String> heaviest(Map<String, Double> shared) {
    return shared.entrySet().stream()
        .sorted(Comparator.comparingDouble(one -> -one.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void say(List<String> evidence, String label, List<String> words) {
    if (!words.isEmpty()) {
      evidence.add(
          label + ": " + String.join(", ", words.subList(0, Math.min(SHOWN_WORDS, words.size()))));
    }
  }
}
