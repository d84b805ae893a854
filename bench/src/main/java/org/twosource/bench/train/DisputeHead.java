package org.twosource.bench.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.learn.StandardisedRegression;
import org.twosource.claim.Dispute;
import org.twosource.claim.DisputeSide;
import org.twosource.claim.Question;
import org.twosource.claim.Wording;
import org.twosource.claim.dispute.DisputeJudge;
import org.twosource.claim.dispute.SlotDisputes;
import org.twosource.claim.wording.WordingReader;
import org.twosource.lineage.FamilyBuilder;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.ContentWords;
import org.twosource.reuse.LinearModel;
import org.twosource.reuse.PassageAligner;
import org.twosource.text.Language;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/**
 * The judge of disputes: whether two wordings of a written story answer one question, and whether
 * differently. A pair of wordings is what the labelled pair is whose quotations it touches; all
 * others are neither. The second step sees the first as models see it that do not know the story.
 */
final class DisputeHead implements Head {
  private static final Set<String> ASKING =
      Set.of("contra", "update", "same", "a>b", "b>a", "part");
  private static final double QUESTION_RIDGE = 40;
  private static final double ANSWER_RIDGE = 10;

  /** What counts more among the pairs that are nothing: those written to look alike. */
  private static final double TRAP = 1.5;

  private static final double[] THRESHOLDS = {.15, .2, .25, .3, .35, .4, .45, .5};

  /** A labelled pair of quotations. */
  private record Label(String relation, Citation a, Citation b, String kind) {
    boolean isTouchedBy(Wording one, Wording other) {
      return touches(one, a) && touches(other, b) || touches(one, b) && touches(other, a);
    }

    private static boolean touches(Wording wording, Citation place) {
      return wording.annotated().id().equals(place.report())
          && wording.span().overlaps(place.span());
    }
  }

  /**
   * A written story.
   *
   * @param relations those of the labelled pairs that each pair of wordings touches
   */
  private record Story(
      String id,
      SlotDisputes disputes,
      List<SlotDisputes.Pair> pairs,
      List<Set<String>> relations,
      List<Label> labels) {}

  /** What a judge finds in the stories it was not trained on. */
  private record Score(int entries, int right, int found, int wanted, int updates, int traps) {
    Score plus(Score other) {
      return new Score(
          entries + other.entries,
          right + other.right,
          found + other.found,
          wanted + other.wanted,
          updates + other.updates,
          traps + other.traps);
    }

    String inWords() {
      return "%d entries, %.2f right; %d of %d disagreements found (%.3f); %d updates and %d traps told as open"
          .formatted(
              entries,
              (double) right / Math.max(1, entries),
              found,
              wanted,
              (double) found / Math.max(1, wanted),
              updates,
              traps);
    }
  }

  @Override
  public String name() {
    return "disputes";
  }

  @Override
  public List<String> files() {
    return List.of("dispute-question.txt", "dispute-open.txt", "dispute-update.txt");
  }

  @Override
  public void train(BenchData data, WeightsFolder weights, long seed) throws IOException {
    List<Story> stories = new ArrayList<>();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      for (JsonNode story : data.jsonLines("claims/written/stories.jsonl")) {
        stories.add(story(story, annotator));
      }
    }
    System.out.println(stories.stream().mapToInt(one -> one.pairs().size()).sum() + " pairs");
    Map<String, LinearModel> questions = new HashMap<>();
    Map<String, List<double[]>> answers = new HashMap<>();
    for (Story held : stories) {
      LinearModel question = questionModel(others(stories, held));
      questions.put(held.id(), question);
      answers.put(held.id(), answers(held, question));
    }
    Map<String, DisputeJudge> judges = new HashMap<>();
    for (Story held : stories) {
      List<Story> others = others(stories, held);
      judges.put(
          held.id(),
          new DisputeJudge(
              Objects.requireNonNull(questions.get(held.id())),
              answerModel(others, answers, "contra"),
              answerModel(others, answers, "update")));
    }
    StringBuilder scores = new StringBuilder();
    for (double threshold : THRESHOLDS) {
      Score all = new Score(0, 0, 0, 0, 0, 0);
      Map<String, Integer> kinds = new TreeMap<>();
      for (Story held : stories) {
        all =
            all.plus(
                score(
                    held,
                    held.disputes()
                        .find(
                            Objects.requireNonNull(judges.get(held.id())),
                            threshold,
                            SlotDisputes.UPDATED),
                    kinds));
      }
      System.out.printf("from %.2f: %s%n", threshold, all.inWords());
      if (threshold == SlotDisputes.DISPUTED) {
        scores.append(all.inWords());
        kinds.forEach((kind, count) -> System.out.println("  " + kind + " " + count));
      }
    }
    for (double threshold : THRESHOLDS) {
      System.out.printf("updates from %.2f: %s%n", threshold, updates(stories, judges, threshold));
    }
    scores.append("; updates: ").append(updates(stories, judges, SlotDisputes.UPDATED));
    write(weights, stories, answers, scores.toString());
  }

  private static void write(
      WeightsFolder weights,
      List<Story> stories,
      Map<String, List<double[]>> answers,
      String scores)
      throws IOException {
    Files.createDirectories(weights.folder());
    Files.writeString(
        weights.folder().resolve("dispute-question.txt"),
        "# log odds that two wordings answer one question; see dispute.card.md\n"
            + questionModel(stories).toText());
    Files.writeString(
        weights.folder().resolve("dispute-open.txt"),
        "# log odds that two wordings are in dispute; see dispute.card.md\n"
            + answerModel(stories, answers, "contra").toText());
    Files.writeString(
        weights.folder().resolve("dispute-update.txt"),
        "# log odds that the later wording has overtaken the earlier; see dispute.card.md\n"
            + answerModel(stories, answers, "update").toText());
    Files.writeString(weights.folder().resolve("dispute.card.md"), card(stories, scores));
  }

  private static List<Story> others(List<Story> stories, Story held) {
    return stories.stream().filter(one -> one != held).toList();
  }

  private static LinearModel questionModel(List<Story> stories) {
    return fitted(
        DisputeJudge.QUESTION,
        stories.stream()
            .flatMap(one -> one.pairs().stream().map(SlotDisputes.Pair::question))
            .toList(),
        stories,
        relations -> relations.stream().anyMatch(ASKING::contains),
        QUESTION_RIDGE);
  }

  private static LinearModel answerModel(
      List<Story> stories, Map<String, List<double[]>> answers, String relation) {
    return fitted(
        DisputeJudge.ANSWERS,
        stories.stream()
            .flatMap(one -> answers.getOrDefault(one.id(), List.of()).stream())
            .toList(),
        stories,
        relations -> relations.contains(relation),
        ANSWER_RIDGE);
  }

  private static LinearModel fitted(
      List<String> names,
      List<double[]> rows,
      List<Story> stories,
      Predicate<Set<String>> wanted,
      double ridge) {
    List<Set<String>> relations =
        stories.stream().flatMap(one -> one.relations().stream()).toList();
    return StandardisedRegression.train(
        names,
        rows,
        relations.stream().mapToDouble(one -> wanted.test(one) ? 1 : 0).toArray(),
        relations.stream().mapToDouble(one -> one.contains("related") ? TRAP : 1).toArray(),
        ridge);
  }

  private static List<double[]> answers(Story story, LinearModel question) {
    return story
        .disputes()
        .answers(
            story.pairs().stream().mapToDouble(pair -> question.score(pair.question())).toArray());
  }

  private static Score score(Story story, List<Question> questions, Map<String, Integer> kinds) {
    int entries = 0;
    int right = 0;
    Set<Label> met = new HashSet<>();
    for (Question question : questions) {
      for (Dispute dispute : question.disputes()) {
        if (dispute.resolution() != Dispute.Resolution.OPEN) {
          continue;
        }
        List<Label> own =
            story.labels().stream().filter(one -> divides(question, dispute, one)).toList();
        met.addAll(own);
        entries++;
        List<Label> disputed = own.stream().filter(one -> one.relation().equals("contra")).toList();
        right += disputed.isEmpty() ? 0 : 1;
        kinds.merge(
            dispute.kind().label()
                + " for "
                + disputed.stream().map(Label::kind).findFirst().orElse("nothing"),
            1,
            Integer::sum);
      }
    }
    return new Score(
        entries,
        right,
        count(met, "contra"),
        count(story.labels(), "contra"),
        count(met, "update"),
        count(met, "related"));
  }

  private static String updates(
      List<Story> stories, Map<String, DisputeJudge> judges, double threshold) {
    int told = 0;
    int right = 0;
    int disputes = 0;
    for (Story held : stories) {
      for (Question question :
          held.disputes().find(Objects.requireNonNull(judges.get(held.id())), 2, threshold)) {
        Dispute dispute = question.disputes().getFirst();
        told++;
        right += meets(held, question, dispute, "update") ? 1 : 0;
        disputes += meets(held, question, dispute, "contra") ? 1 : 0;
      }
    }
    return "%d told as superseded, %d right, %d a dispute".formatted(told, right, disputes);
  }

  private static boolean meets(Story story, Question question, Dispute dispute, String relation) {
    return story.labels().stream()
        .filter(one -> one.relation().equals(relation))
        .anyMatch(one -> divides(question, dispute, one));
  }

  private static int count(Iterable<Label> labels, String relation) {
    int count = 0;
    for (Label label : labels) {
      count += label.relation().equals(relation) ? 1 : 0;
    }
    return count;
  }

  /** Whether one side of a dispute touches the one quotation and another the other. */
  private static boolean divides(Question question, Dispute dispute, Label label) {
    List<DisputeSide> sides = dispute.sides();
    for (DisputeSide one : sides) {
      for (DisputeSide other : sides) {
        if (one != other
            && side(question, one)
                .anyMatch(a -> side(question, other).anyMatch(b -> label.isTouchedBy(a, b)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Stream<Wording> side(Question question, DisputeSide side) {
    return side.statements().stream().map(question.wordings()::get);
  }

  private static Story story(JsonNode node, StandardAnnotator annotator) {
    Map<String, String> bodies = new HashMap<>();
    List<Text> texts = new ArrayList<>();
    for (JsonNode report : node.path("reports")) {
      bodies.put(report.path("id").asText(), report.path("text").asText());
      texts.add(new StandardTextBuilder().build(report(report)));
    }
    List<Label> labels = new ArrayList<>();
    for (JsonNode pair : node.path("pairs")) {
      labels.add(
          new Label(
              pair.path("rel").asText(),
              place(pair.path("a"), bodies),
              place(pair.path("b"), bodies),
              pair.path("dispute").asText().split(" ", 2)[0]));
    }
    Annotations annotations = annotator.annotate(texts);
    List<Alignment> alignments = new PassageAligner().align(annotations.reports());
    Language language = Language.find("en").orElseThrow();
    ContentWords words = new ContentWords(language);
    List<Wording> wordings =
        new WordingReader(language, words, annotations)
            .read(
                annotations,
                alignments,
                new FamilyBuilder().build(annotations.reports(), alignments));
    SlotDisputes disputes = SlotDisputes.ofAll(wordings, language, words);
    List<SlotDisputes.Pair> pairs = disputes.pairs();
    return new Story(
        node.path("story").asText(),
        disputes,
        pairs,
        IntStream.range(0, pairs.size()).mapToObj(at -> relations(pairs.get(at), labels)).toList(),
        labels);
  }

  private static Set<String> relations(SlotDisputes.Pair pair, List<Label> labels) {
    Set<String> relations = new HashSet<>();
    labels.stream()
        .filter(label -> label.isTouchedBy(pair.a(), pair.b()))
        .forEach(label -> relations.add(label.relation()));
    return relations;
  }

  private static Report report(JsonNode node) {
    return new Report(
        node.path("id").asText(),
        node.path("id").asText(),
        Optional.of(node.path("url").asText()),
        Optional.of(node.path("outlet").asText()),
        Optional.of(node.path("title").asText()),
        List.of(),
        List.of(),
        PartialDate.parse(node.path("date").asText()),
        Optional.of("en"),
        node.path("text").asText());
  }

  private static Citation place(JsonNode quotation, Map<String, String> bodies) {
    String report = quotation.path(0).asText();
    String words = quotation.path(1).asText();
    int start = bodies.getOrDefault(report, "").indexOf(words);
    return new Citation(report, new Span(start, start + words.length()));
  }

  private static String card(List<Story> stories, String scores) {
    return """
        # dispute: which wordings answer one question, and which answer it differently (dispute-question.txt, dispute-open.txt, dispute-update.txt)

        Three logistic regressions on what can be shown: whether two wordings of different reports answer one question (features of `StatementSimilarity`, words
        met, slots), whether they are in dispute, and whether the later has overtaken the earlier (the first, negation and what it denies, fillers of slots by
        how alike they stand in their sentences, plans, who says it, words that tell news).

        - Learned from: %,d pairs of wordings of %d written stories (our own texts of invented events, English), of which the labelled ones are known: %d
          disagreements, %d updates, and those written to look alike.
        - Made by: `./build train disputes`; Newton's method with a ridge of %.0f and %.0f on standardised features, nothing random. Date: %s.
        - Score, each story judged by models that do not know it: %s.
        - Known faults: written stories are denser in disagreements than news; a party's general denial is taken for the denial of what stands near it; what
          needs the sentence before (pronouns, "not us") is seldom found; English only.
        """
        .formatted(
            stories.stream().mapToInt(one -> one.pairs().size()).sum(),
            stories.size(),
            stories.stream().mapToInt(one -> count(one.labels(), "contra")).sum(),
            stories.stream().mapToInt(one -> count(one.labels(), "update")).sum(),
            QUESTION_RIDGE,
            ANSWER_RIDGE,
            WeightsFolder.today(),
            scores);
  }
}
