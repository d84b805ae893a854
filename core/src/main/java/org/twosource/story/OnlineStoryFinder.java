package org.twosource.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twosource.report.PartialDate;
import org.twosource.text.Text;

/**
 * Places reports into stories one by one: average link over rarity-weighted words, with weight on
 * the head of the report and on names (single-pass clustering as in TDT; Allan et al. 1998).
 *
 * <p>A story is the mean of its reports' vectors, so the average link to all its members is one
 * product. Stories are proposed by the heaviest words of the report through an inverted index whose
 * lists are bounded; the cost of a placement does not grow with the number of stories. Keeps state;
 * one thread at a time.
 */
public final class OnlineStoryFinder implements StoryFinder {
  /** Average link from which a report belongs to a story; chosen on bench/results/stories.tsv. */
  static final double SAME_STORY = 0.16;

  /** The newest stories kept for one word. */
  static final int STORIES_PER_WORD = 200;

  /** The members looked at for the best link to show. */
  private static final int SHOWN_MEMBERS = 50;

  private static final int SHOWN_WORDS = 6;

  private final Terms.Reader reader = new Terms.Reader(BackgroundFrequencies.read());
  private final List<Open> stories = new ArrayList<>();
  private final Map<String, List<Integer>> storiesByWord = new HashMap<>();

  /** A story that still takes reports. */
  private static final class Open {
    final int number;
    final List<Text> members = new ArrayList<>();
    final List<Terms> terms = new ArrayList<>();
    final Map<String, Double> sum = new HashMap<>();
    final List<Story.Link> why = new ArrayList<>();

    Open(int number) {
      this.number = number;
    }

    double link(Terms report) {
      return report.dot(sum) / members.size();
    }
  }

  @Override
  public void add(Text text) {
    Terms terms = reader.read(text);
    Open home = null;
    double best = SAME_STORY;
    for (int candidate : candidates(terms)) {
      double link = stories.get(candidate).link(terms);
      if (link >= best) {
        best = link;
        home = stories.get(candidate);
      }
    }
    if (home == null) {
      home = new Open(stories.size());
      stories.add(home);
    } else {
      home.why.add(bestLink(text, terms, home));
    }
    join(text, terms, home);
  }

  private TreeSet<Integer> candidates(Terms terms) {
    TreeSet<Integer> candidates = new TreeSet<>();
    for (String word : terms.strongest()) {
      candidates.addAll(storiesByWord.getOrDefault(word, List.of()));
    }
    return candidates;
  }

  private void join(Text text, Terms terms, Open home) {
    home.members.add(text);
    home.terms.add(terms);
    terms.weights().forEach((word, weight) -> home.sum.merge(word, weight, Double::sum));
    for (String word : terms.strongest()) {
      List<Integer> list = storiesByWord.computeIfAbsent(word, w -> new ArrayList<>());
      list.remove(Integer.valueOf(home.number));
      list.add(home.number);
      if (list.size() > STORIES_PER_WORD) {
        list.remove(0);
      }
    }
  }

  private static Story.Link bestLink(Text text, Terms terms, Open home) {
    int nearest = 0;
    double best = -1;
    for (int i = Math.max(0, home.terms.size() - SHOWN_MEMBERS); i < home.terms.size(); i++) {
      double link = terms.dot(home.terms.get(i).weights());
      if (link > best) {
        best = link;
        nearest = i;
      }
    }
    Text other = home.members.get(nearest);
    return new Story.Link(
        other.id(),
        text.id(),
        Math.min(1, best),
        evidence(text, terms, other, home.terms.get(nearest)));
  }

  private static List<String> evidence(Text a, Terms aTerms, Text b, Terms bTerms) {
    Map<String, Double> shared = new TreeMap<>();
    aTerms
        .weights()
        .forEach(
            (word, weight) -> {
              Double other = bTerms.weights().get(word);
              if (other != null) {
                shared.put(word, weight * other);
              }
            });
    List<String> words = new ArrayList<>(shared.keySet());
    words.sort(Comparator.comparingDouble(word -> -shared.get(word)));
    List<String> evidence = new ArrayList<>();
    say(evidence, "names", words.stream().filter(aTerms.names()::contains).toList());
    say(evidence, "words", words.stream().filter(word -> !aTerms.names().contains(word)).toList());
    if (a.published().date().isPresent() && b.published().date().isPresent()) {
      long days =
          Math.abs(
              a.published().date().get().earliest().toEpochDay()
                  - b.published().date().get().earliest().toEpochDay());
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
    return stories.stream().map(OnlineStoryFinder::close).toList();
  }

  private static Story close(Open open) {
    List<PartialDate> dates =
        open.members.stream().flatMap(text -> text.published().date().stream()).sorted().toList();
    return new Story(
        "s-" + open.members.get(0).id(),
        title(open),
        dates.isEmpty() ? Optional.empty() : Optional.of(dates.get(0)),
        dates.isEmpty() ? Optional.empty() : Optional.of(dates.get(dates.size() - 1)),
        open.members.stream().map(Text::id).toList(),
        open.why);
  }

  /** The headline, or the first sentence, of the report nearest the middle of the story. */
  private static String title(Open open) {
    int central = 0;
    double best = -1;
    for (int i = 0; i < open.terms.size(); i++) {
      double link = open.terms.get(i).dot(open.sum);
      if (link > best) {
        best = link;
        central = i;
      }
    }
    Text text = open.members.get(central);
    return text.report()
        .headline()
        .or(
            () ->
                text.sentences().stream()
                    .filter(sentence -> sentence.part() == org.twosource.text.Part.Kind.BODY)
                    .findFirst()
                    .map(sentence -> text.of(sentence.span())))
        .orElse(text.id());
  }
}
