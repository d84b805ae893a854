package org.twosource.bench.suite.annotate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Mention;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.score.BCubed;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.Part;
import org.twosource.text.Published;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * Entity chains of MEANTIME (people, organisations, places; the 30 reports of a topic linked as one
 * story). A labelled mention is found when a mention covers its head word. B-cubed runs over the
 * named mentions that are found; link accuracy is the share of them whose entity is the one that
 * covers most of their chain, each entity standing for one chain.
 */
public final class EntitiesSuite implements Suite {

  private record Labelled(int text, int head, String chain, boolean named, String words) {}

  @Override
  public String name() {
    return "entities";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    Map<String, List<List<String>>> documents = documents(data);
    Map<String, List<String>> topics = new LinkedHashMap<>();
    documents
        .keySet()
        .forEach(
            key ->
                topics
                    .computeIfAbsent(key.substring(0, key.indexOf('/')), none -> new ArrayList<>())
                    .add(key));
    List<JsonNode> mentions = new ArrayList<>();
    data.json("entities/meantime/entities_mentions.json").forEach(mentions::add);
    int named = 0;
    int found = 0;
    int right = 0;
    int pronouns = 0;
    int pronounsMade = 0;
    int pronounsRight = 0;
    double precision = 0;
    double recall = 0;
    try (StandardAnnotator annotator = NameParts.annotator()) {
      for (List<String> topic : topics.values()) {
        List<Text> texts = new ArrayList<>();
        Map<String, Integer> index = new LinkedHashMap<>();
        for (String key : topic) {
          index.put(key, texts.size());
          texts.add(text(key, Objects.requireNonNull(documents.get(key))));
        }
        List<Annotated> annotated = annotator.annotate(texts).reports();
        List<String> gold = new ArrayList<>();
        List<String> made = new ArrayList<>();
        List<Labelled> pronounMentions = new ArrayList<>();
        for (Labelled mention : labelled(mentions, index, texts)) {
          if (!mention.named()) {
            pronounMentions.add(mention);
            continue;
          }
          named++;
          Optional<Mention> hit = covering(annotated.get(mention.text()), mention.head());
          if (hit.isPresent()) {
            found++;
            gold.add(mention.chain());
            made.add(hit.get().entity());
            show(mention, hit.get());
          }
        }
        BCubed cubed = BCubed.of(gold, made);
        precision += cubed.precision();
        recall += cubed.recall();
        Map<String, String> standsFor = assignment(gold, made);
        for (int i = 0; i < gold.size(); i++) {
          right += gold.get(i).equals(standsFor.get(made.get(i))) ? 1 : 0;
        }
        for (Labelled pronoun : pronounMentions) {
          pronouns++;
          Optional<Mention> hit = covering(annotated.get(pronoun.text()), pronoun.head());
          if (hit.isPresent()) {
            pronounsMade++;
            pronounsRight += pronoun.chain().equals(standsFor.get(hit.get().entity())) ? 1 : 0;
          }
        }
      }
    }
    double p = precision / Math.max(1, found);
    double r = recall / Math.max(1, found);
    return List.of(
        Figure.shown("named mentions found, MEANTIME", (double) found / named),
        Figure.atLeast("link accuracy, MEANTIME", (double) right / Math.max(1, found), .85, ""),
        Figure.shown("B-cubed precision, MEANTIME", p),
        Figure.shown("B-cubed recall, MEANTIME", r),
        Figure.shown("B-cubed F1, MEANTIME", 2 * p * r / (p + r)),
        Figure.shown(
            "he and she: right of those resolved",
            (double) pronounsRight / Math.max(1, pronounsMade)),
        Figure.shown("he and she: resolved", (double) pronounsMade / Math.max(1, pronouns)));
  }

  private static void show(Labelled mention, Mention hit) {
    if (System.getenv("TWOSOURCE_SHOW") != null) {
      System.out.println("LINK\t" + mention.chain() + "\t" + mention.words() + "\t" + hit.entity());
    }
  }

  private static Optional<Mention> covering(Annotated text, int head) {
    return text.mentions().stream().filter(mention -> mention.span().contains(head)).findFirst();
  }

  /** Which chain each entity stands for: greedily, the pair with most mentions first. */
  private static Map<String, String> assignment(List<String> gold, List<String> made) {
    Map<List<String>, Integer> pairs = new LinkedHashMap<>();
    for (int i = 0; i < gold.size(); i++) {
      pairs.merge(List.of(made.get(i), gold.get(i)), 1, Integer::sum);
    }
    Map<String, String> standsFor = new LinkedHashMap<>();
    pairs.entrySet().stream()
        .sorted(Map.Entry.<List<String>, Integer>comparingByValue().reversed())
        .forEach(
            pair -> {
              if (!standsFor.containsValue(pair.getKey().get(1))) {
                standsFor.putIfAbsent(pair.getKey().get(0), pair.getKey().get(1));
              }
            });
    return standsFor;
  }

  private static List<Labelled> labelled(
      List<JsonNode> mentions, Map<String, Integer> index, List<Text> texts) {
    List<Labelled> labelled = new ArrayList<>();
    for (JsonNode mention : mentions) {
      Integer text = index.get(mention.get("conll_doc_key").asText());
      String type = mention.get("mention_type").asText();
      int sentence = mention.get("sent_id").asInt();
      if (text == null || !Set.of("PER", "ORG", "LOC").contains(type)) {
        continue;
      }
      List<Token> tokens = texts.get(text).sentences().get(sentence).tokens();
      int head = mention.get("mention_head_id").asInt();
      String word = mention.get("mention_head").asText().toLowerCase(Locale.ROOT);
      boolean named = mention.get("mention_head_pos").asText().equals("PROPN");
      boolean pronoun = Set.of("he", "she", "his", "her", "him").contains(word);
      if (head < tokens.size() && (named || pronoun)) {
        String chain = mention.get("coref_chain").asText().replaceAll("^[a-z_]+", "");
        labelled.add(
            new Labelled(
                text, tokens.get(head).start(), chain, named, mention.get("tokens_str").asText()));
      }
    }
    return labelled;
  }

  /** Sentences of tokens by document key. */
  private static Map<String, List<List<String>>> documents(BenchData data) throws IOException {
    Map<String, List<List<String>>> documents = new LinkedHashMap<>();
    for (String line : Files.readAllLines(data.file("entities/meantime/meantime.conll"))) {
      String[] cells = line.split("\t");
      if (line.startsWith("#") || cells.length < 4) {
        continue;
      }
      List<List<String>> sentences = documents.computeIfAbsent(cells[0], none -> new ArrayList<>());
      int sentence = Integer.parseInt(cells[1]);
      while (sentences.size() <= sentence) {
        sentences.add(new ArrayList<>());
      }
      sentences.get(sentence).add(cells[3]);
    }
    return documents;
  }

  /** A text of labelled tokens, set as print sets them. */
  private static Text text(String id, List<List<String>> sentences) {
    var body = new StringBuilder();
    List<Sentence> made = new ArrayList<>();
    for (List<String> words : sentences) {
      List<Token> tokens = new ArrayList<>();
      int start = body.length();
      String before = "(";
      for (String word : words) {
        boolean glued = word.matches("[,.;:?!)%]|'s|'|n't|''|'[a-z]+") || before.matches("[($]|``");
        if (!glued) {
          body.append(' ');
        }
        int at = body.length();
        body.append(word);
        tokens.add(new Token(new Span(at, body.length()), word, word.toLowerCase(Locale.ROOT)));
        before = word;
      }
      int first = tokens.isEmpty() ? start : tokens.get(0).start();
      made.add(
          new Sentence(
              made.size(),
              new Span(first, body.length()),
              Part.Kind.BODY,
              made.size(),
              false,
              tokens));
      body.append("\n\n");
    }
    return new Text(
        Report.of(id, body.toString()),
        "en",
        Published.UNKNOWN,
        List.of(new Part(Part.Kind.BODY, new Span(0, body.length()))),
        made,
        List.of(),
        Optional.empty());
  }
}
