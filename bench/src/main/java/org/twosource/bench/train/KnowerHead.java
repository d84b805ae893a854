package org.twosource.bench.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.data.StorySets;
import org.twosource.bench.learn.StandardisedRegression;
import org.twosource.claim.KnowerModel;
import org.twosource.claim.Wording;
import org.twosource.claim.wording.WordingReader;
import org.twosource.lineage.FamilyBuilder;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.ContentWords;
import org.twosource.reuse.LinearModel;
import org.twosource.reuse.PassageAligner;
import org.twosource.story.JoinReplay.LabelledReport;
import org.twosource.text.Language;
import org.twosource.text.Text;

/**
 * Whether two reports know for themselves what both state, learned from the labelled pairs of
 * sentences that share a statement: own voice or two people against one informant, one quotation or
 * one text. The two wordings of the sentences that are most alike stand for them.
 */
final class KnowerHead implements Head {
  private static final double RIDGE = 3;
  private static final double ARGUABLE = .6;
  private static final int FOLDS = 8;
  private static final Set<String> SHARING = Set.of("same", "a>b", "b>a", "part");

  /** A pair of statements. */
  private record Pair(String story, double[] values, boolean own, double importance) {}

  /** One with its probability by a model of other stories. */
  private record Scored(boolean own, double probability) {}

  @Override
  public String name() {
    return "knowers";
  }

  @Override
  public List<String> files() {
    return List.of("knowers.txt");
  }

  @Override
  public void train(BenchData data, WeightsFolder weights, long seed) throws IOException {
    List<Pair> pairs = read(data);
    String scores = crossValidated(pairs);
    System.out.println(scores);
    Files.writeString(
        weights.folder().resolve("knowers.txt"),
        "# log odds that two sources know a statement for themselves; see knowers.card.md\n"
            + fit(pairs).toText());
    Files.writeString(weights.folder().resolve("knowers.card.md"), card(pairs, scores));
  }

  private static List<Pair> read(BenchData data) throws IOException {
    Map<String, Map<String, List<Text>>> stories = new HashMap<>();
    for (String set : List.of("news_cluster", "basil")) {
      stories.put(set, byStory(StorySets.flat(data, set)));
    }
    stories.put("neus", byStory(StorySets.triples(data, "train", 0, Integer.MAX_VALUE)));
    Map<String, List<JsonNode>> labelled = new TreeMap<>();
    for (JsonNode pair : data.jsonLines("claims/pairs/pairs.jsonl")) {
      if (SHARING.contains(pair.path("rel").asText())) {
        labelled.computeIfAbsent(key(pair), any -> new ArrayList<>()).add(pair);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      for (var story : labelled.entrySet()) {
        String set = story.getValue().getFirst().path("file").asText();
        List<Text> reports =
            Objects.requireNonNull(stories.get(set))
                .getOrDefault(story.getKey().substring(set.length() + 1), List.of());
        pairs.addAll(pairs(story.getKey(), story.getValue(), reports, annotator));
      }
    }
    return pairs;
  }

  /** The set and the story; of triples the one whose reports the pair is of. */
  private static String key(JsonNode pair) {
    String report = pair.at("/a/report").asText();
    String set = pair.path("file").asText();
    return set
        + " "
        + (set.equals("neus")
            ? report.substring(0, report.lastIndexOf('-'))
            : pair.path("story").asText());
  }

  private static Map<String, List<Text>> byStory(List<LabelledReport> reports) {
    return reports.stream()
        .collect(
            Collectors.groupingBy(
                LabelledReport::story,
                Collectors.mapping(LabelledReport::text, Collectors.toList())));
  }

  private static List<Pair> pairs(
      String story, List<JsonNode> labelled, List<Text> reports, StandardAnnotator annotator) {
    Annotations annotations = annotator.annotate(reports);
    List<Alignment> alignments = new PassageAligner().align(annotations.reports());
    Language english = Language.find("en").orElseThrow();
    KnowerModel knowers = new KnowerModel(english);
    List<Wording> wordings =
        new WordingReader(english, new ContentWords(english), annotations)
            .read(
                annotations,
                alignments,
                new FamilyBuilder().build(annotations.reports(), alignments));
    List<Pair> pairs = new ArrayList<>();
    for (JsonNode pair : labelled) {
      List<Wording> others = in(wordings, pair.path("b"));
      in(wordings, pair.path("a")).stream()
          .flatMap(one -> others.stream().map(other -> List.of(one, other)))
          .max(
              Comparator.comparingDouble(
                  both -> KnowerModel.shared(both.getFirst(), both.getLast())))
          .map(both -> knowers.values(both.getFirst(), both.getLast()))
          .ifPresent(
              values ->
                  pairs.add(
                      new Pair(
                          story,
                          values,
                          pair.path("informant").asText().equals("own"),
                          pair.path("sure").asInt() == 2 ? 1 : ARGUABLE)));
    }
    return pairs;
  }

  private static List<Wording> in(List<Wording> wordings, JsonNode sentence) {
    return wordings.stream()
        .filter(one -> one.annotated().id().equals(sentence.path("report").asText()))
        .filter(one -> one.span().start() < sentence.path("end").asInt())
        .filter(one -> one.span().end() > sentence.path("start").asInt())
        .toList();
  }

  private static String crossValidated(List<Pair> pairs) {
    List<String> stories = pairs.stream().map(Pair::story).distinct().toList();
    List<Scored> scored = new ArrayList<>();
    double loss = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      LinearModel model =
          fit(
              pairs.stream()
                  .filter(pair -> stories.indexOf(pair.story()) % FOLDS != held)
                  .toList());
      for (Pair pair : pairs) {
        if (stories.indexOf(pair.story()) % FOLDS == held) {
          double probability = model.probability(pair.values());
          scored.add(new Scored(pair.own(), probability));
          loss -= Math.log(pair.own() ? probability : 1 - probability);
        }
      }
    }
    StringBuilder scores =
        new StringBuilder("log loss %.3f".formatted(loss / Math.max(1, scored.size())));
    double all = scored.stream().filter(Scored::own).count();
    for (double bar : new double[] {.4, .5, .6, .7, .8}) {
      double above = scored.stream().filter(one -> one.probability() >= bar).count();
      double own = scored.stream().filter(one -> one.probability() >= bar && one.own()).count();
      scores.append(
          "; from %.1f on %.3f know it for themselves, %.3f of those who do"
              .formatted(bar, own / Math.max(1, above), own / Math.max(1, all)));
    }
    return scores.toString();
  }

  private static LinearModel fit(List<Pair> pairs) {
    return StandardisedRegression.train(
        KnowerModel.FEATURES,
        pairs.stream().map(Pair::values).toList(),
        pairs.stream().mapToDouble(pair -> pair.own() ? 1 : 0).toArray(),
        pairs.stream().mapToDouble(Pair::importance).toArray(),
        RIDGE);
  }

  private static String card(List<Pair> pairs, String scores) {
    return """
        # knowers.txt
        Log odds that two reports know for themselves what both state: in their own voice, or from two \
        people; not from one informant, quotation or text.
        - Data: %,d pairs of sentences of the open labelled pairs that share a statement, %,d of them \
        known by both (news of 2010 to 2021, English; the texts are the publishers', research use; only \
        the weights are kept). Arguable labels count %.1f.
        - Made by `./build train knowers`: Newton's method on the logistic loss with an L2 penalty of \
        %.0f on standardised features; no seed. Date: %s.
        - Score, an eighth of the stories held out in turn: %s.
        - Known faults: which features to use was chosen on the same pairs, of some fifty that were \
        tried. What several reports have from one record that none of them names (a jobs report, a \
        list of new features) looks as if each knew it.
        """
        .formatted(
            pairs.size(),
            pairs.stream().filter(Pair::own).count(),
            ARGUABLE,
            RIDGE,
            WeightsFolder.today(),
            scores);
  }
}
