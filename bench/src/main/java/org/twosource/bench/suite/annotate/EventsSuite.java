package org.twosource.bench.suite.annotate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Event;
import org.twosource.annotate.Mention;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.annotate.event.EventAnnotator;
import org.twosource.annotate.event.RootModel;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.data.PloverExamples;
import org.twosource.bench.data.PloverExamples.Example;
import org.twosource.bench.learn.PloverLearning;
import org.twosource.encode.TextEncoding;
import org.twosource.report.Span;

/**
 * Events against the PLOVER gold records (root, source, target and the three together: the best of
 * a record's found events counts, a record without one is a miss), modality and polarity of
 * TimeBank's events, and the learned root on PLV, each sentence scored by a model that has not seen
 * it nor one like it. Roots of the older codebook are read as today's.
 */
public final class EventsSuite implements Suite {
  private static final Map<String, String> TODAY =
      Map.of(
          "DEMAND", "REQUEST",
          "DISAPPROVE", "ACCUSE",
          "INVESTIGATE", "ACCUSE",
          "FIGHT", "ASSAULT");

  @Override
  public String name() {
    return "events";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    List<Figure> figures = new ArrayList<>();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      figures.addAll(records(data, annotator));
      figures.addAll(timebank(data, annotator));
      figures.addAll(roots(data, annotator));
    }
    return figures;
  }

  private static final class Count {
    int right;
    int labelled;
    int made;

    double f1() {
      return labelled + made == 0 ? 0 : 2.0 * right / (labelled + made);
    }
  }

  private static List<Figure> records(BenchData data, StandardAnnotator annotator)
      throws IOException {
    boolean show = System.getenv("TWOSOURCE_SHOW") != null;
    Count event = new Count();
    Count source = new Count();
    Count target = new Count();
    Count triple = new Count();
    int number = 0;
    for (JsonNode gold : data.json("events/plover/gold-records.json")) {
      String body = gold.path("text").asText();
      Annotated annotated =
          annotator
              .annotate(List.of(BenchTexts.english("r" + number++, body, Optional.empty())))
              .reports()
              .getFirst();
      String root = TODAY.getOrDefault(gold.path("event").asText(), gold.path("event").asText());
      List<Event> found =
          annotated.events().stream().filter(made -> made.cameo().isPresent()).toList();
      Optional<Event> best =
          found.stream().max(Comparator.comparingInt(made -> points(annotated, made, root, gold)));
      boolean rightRoot = best.map(made -> made.type().equals(Optional.of(root))).orElse(false);
      boolean rightSource =
          best.map(made -> names(annotated, made.actors(), gold.path("source"))).orElse(false);
      boolean rightTarget =
          best.map(made -> names(annotated, made.recipients(), gold.path("target"))).orElse(false);
      boolean hasSource = !gold.path("source").isEmpty();
      boolean hasTarget = !gold.path("target").isEmpty();
      add(event, rightRoot, true, best.isPresent());
      add(
          source,
          rightSource && hasSource,
          hasSource,
          best.map(b -> !b.actors().isEmpty()).orElse(false));
      add(
          target,
          rightTarget && hasTarget,
          hasTarget,
          best.map(b -> !b.recipients().isEmpty()).orElse(false));
      add(
          triple,
          rightRoot && (rightSource || !hasSource) && (rightTarget || !hasTarget),
          true,
          best.isPresent());
      if (show) {
        System.err.println(
            (rightRoot ? "+" : "-")
                + (rightSource ? "+" : "-")
                + (rightTarget ? "+" : "-")
                + "\t"
                + root
                + "\t"
                + found.stream()
                    .map(
                        f ->
                            f.trigger().in(body)
                                + "="
                                + f.type().orElse("")
                                + f.actors()
                                + f.recipients())
                    .toList()
                + "\t"
                + gold.path("textInfo").path("markup").asText()
                + "\t"
                + annotated.mentions().stream().map(m -> m.span().in(body)).toList());
      }
    }
    return List.of(
        Figure.atLeast("event F1, plover records", event.f1(), .70, ""),
        Figure.atLeast("source F1, plover records", source.f1(), .65, ""),
        Figure.atLeast("target F1, plover records", target.f1(), .60, ""),
        Figure.atLeast("whole triple F1, plover records", triple.f1(), .45, ""));
  }

  private static List<Figure> roots(BenchData data, StandardAnnotator annotator)
      throws IOException {
    List<Example> examples = PloverExamples.read(data, annotator);
    int[] folds = PloverLearning.folds(examples);
    List<RootModel> models = PloverLearning.models(examples, folds);
    PloverLearning.Scores scores = PloverLearning.scores(examples, folds, models);
    int both = 0;
    int learned = 0;
    int tables = 0;
    for (int i = 0; i < folds.length; i++) {
      Example example = examples.get(i);
      if (example.source().isPresent() && example.target().isPresent()) {
        both++;
        learned += hasRight(new EventAnnotator(Optional.of(models.get(folds[i]))), example);
        tables += hasRight(new EventAnnotator(), example);
      }
    }
    return List.of(
        Figure.atLeast("root macro-F1, plv, 5 folds", scores.root(), .75, ".728 study"),
        Figure.atLeast("penta macro-F1, plv, 5 folds", scores.quad(), .87, ".854 study"),
        Figure.shown("right event found between the sides, plv, 5 folds", (double) learned / both),
        Figure.shown("the same by the tables alone", (double) tables / both));
  }

  /** 1 where an event of the right root is found between the labelled sides, else 0. */
  private static int hasRight(EventAnnotator annotator, Example example) {
    Annotated annotated = annotator.annotate(example.text(), TextEncoding.NONE);
    return annotated.events().stream()
            .filter(made -> made.cameo().isPresent())
            .filter(made -> made.type().filter(root -> isOf(root, example.root())).isPresent())
            .filter(made -> touch(annotated, made.actors(), example.source().orElseThrow()))
            .anyMatch(made -> touch(annotated, made.recipients(), example.target().orElseThrow()))
        ? 1
        : 0;
  }

  private static boolean isOf(String made, String labelled) {
    return made.equals(labelled)
        || labelled.equals(RootModel.YIELD) && (made.equals("CONCEDE") || made.equals("RETREAT"));
  }

  private static boolean touch(Annotated annotated, List<String> entities, Span side) {
    return annotated.mentions().stream()
        .anyMatch(mention -> entities.contains(mention.entity()) && mention.span().overlaps(side));
  }

  private static void add(Count count, boolean right, boolean labelled, boolean made) {
    count.right += right ? 1 : 0;
    count.labelled += labelled ? 1 : 0;
    count.made += made ? 1 : 0;
  }

  private static int points(Annotated annotated, Event made, String root, JsonNode gold) {
    return (made.type().equals(Optional.of(root)) ? 4 : 0)
        + (names(annotated, made.actors(), gold.path("source")) ? 2 : 0)
        + (names(annotated, made.recipients(), gold.path("target")) ? 1 : 0);
  }

  /** Whether a mention of one of the entities, or its words, share a name with a labelled actor. */
  private static boolean names(Annotated annotated, List<String> entities, JsonNode gold) {
    for (JsonNode actor : gold) {
      Set<String> words = words(actor.path("actorText").asText());
      if (entities.stream()
          .anyMatch(shown -> isWords(shown) && !Collections.disjoint(words(shown), words))) {
        return true;
      }
      for (Mention mention : annotated.mentions()) {
        Set<String> shared = words(mention.span().in(annotated.body()));
        shared.retainAll(words);
        if (entities.contains(mention.entity()) && !shared.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Not an id: where no entity is known, the words are given. */
  private static boolean isWords(String entity) {
    return !entity.contains(":");
  }

  private static Set<String> words(String text) {
    Set<String> words =
        new HashSet<>(List.of(text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}]+")));
    words.removeAll(Set.of("", "the", "of", "in", "and", "s", "a", "former"));
    return words;
  }

  private static List<Figure> timebank(BenchData data, StandardAnnotator annotator)
      throws IOException {
    Map<String, Count> modality = new TreeMap<>();
    Map<String, Count> polarity = new TreeMap<>();
    for (TimeBank.Document document : TimeBank.read(data)) {
      Annotated annotated =
          annotator
              .annotate(
                  List.of(BenchTexts.english(document.id(), document.body(), document.created())))
              .reports()
              .getFirst();
      for (TimeBank.Happening event : document.events()) {
        count(
            polarity,
            event.polarity().equals("NEG") ? "negative" : "positive",
            over(annotated, event.span(), Cue.Kind.NEGATION) ? "negative" : "positive");
        boolean modal =
            over(annotated, event.span(), Cue.Kind.HEDGE)
                || over(annotated, event.span(), Cue.Kind.PLAN);
        boolean labelled =
            !event.modality().isBlank() && !event.modality().equalsIgnoreCase("NONE")
                || event.tense().equals("FUTURE");
        count(modality, labelled ? "modal" : "plain", modal ? "modal" : "plain");
      }
    }
    double modal = modality.values().stream().mapToDouble(Count::f1).average().orElse(0);
    double polar = polarity.values().stream().mapToDouble(Count::f1).average().orElse(0);
    return List.of(
        Figure.atLeast("modality and polarity macro-F1, timebank", (modal + polar) / 2, .70, ""),
        Figure.shown("polarity macro-F1, timebank", polar),
        Figure.shown("modality macro-F1, timebank", modal));
  }

  private static void count(Map<String, Count> classes, String gold, String made) {
    classes.computeIfAbsent(gold, name -> new Count()).labelled++;
    classes.computeIfAbsent(made, name -> new Count()).made++;
    if (gold.equals(made)) {
      classes.get(gold).right++;
    }
  }

  private static boolean over(Annotated annotated, Span event, Cue.Kind kind) {
    return annotated.cues().stream()
        .anyMatch(cue -> cue.kind() == kind && cue.scope().contains(event));
  }
}
