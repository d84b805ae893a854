package org.twosource.bench.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.twosource.bench.BenchData;
import org.twosource.bench.data.NameCorpora;
import org.twosource.bench.data.NameCorpora.Labelled;
import org.twosource.bench.score.SpanScore;
import org.twosource.bench.train.TaggerTrainer.StoredExample;
import org.twosource.encode.Tagger;
import org.twosource.encode.TokenFeatures;
import org.twosource.encode.Weights;

/** Names of people, organisations, places and others: CoNLL-2003 and CrossNER politics. */
final class NameHead implements Head {
  private static final int POLITICS_COPIES = 4;

  /** Hidden words and eight epochs are better than five of all words on every corpus of names. */
  private static final double HIDDEN_WORDS = .15;

  private static final int EPOCHS = 8;

  @Override
  public String name() {
    return "ner";
  }

  @Override
  public void train(BenchData data, WeightsFolder folder, long seed) throws IOException {
    List<StoredExample> train = new ArrayList<>(examples(data, "conll2003/train"));
    List<StoredExample> politics = examples(data, "crossner-politics/train");
    for (int copy = 0; copy < POLITICS_COPIES; copy++) {
      train.addAll(politics);
    }
    TaggerTrainer tagger =
        new TaggerTrainer(
            NameCorpora.LABELS, List.of(2, 3, 4), 128, new int[] {1, 2, 4}, HIDDEN_WORDS, .2, .3);
    Weights weights = tagger.train(train, new Trainer(EPOCHS, 12, 2e-3, 1e-3, .6, seed));
    double news = f1(weights, examples(data, "conll2003/dev"));
    double politicsDev = f1(weights, examples(data, "crossner-politics/dev"));
    folder.write(name(), weights, card(seed, news, politicsDev));
  }

  private static List<StoredExample> examples(BenchData data, String file) throws IOException {
    List<Labelled> sentences = NameCorpora.read(data, "entities/" + file + ".txt");
    EncodedCorpus corpus =
        EncodedCorpus.of(file.replace('/', '-'), sentences.stream().map(Labelled::words).toList());
    List<StoredExample> examples = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      Labelled sentence = sentences.get(i);
      examples.add(
          new StoredExample(
              corpus, List.of(i), TokenFeatures.of(sentence.words()), sentence.labels()));
    }
    return examples;
  }

  private static double f1(Weights weights, List<StoredExample> examples) {
    Tagger tagger = new Tagger(weights);
    SpanScore score = new SpanScore();
    for (StoredExample example : examples) {
      score.add(tagger.runs(example.gold()), tagger.runs(tagger.labels(example.input())));
    }
    System.out.println(score);
    return score.f1();
  }

  private static String card(long seed, double news, double politics) {
    return """
        # ner: names of people, organisations, places, others

        A tagger (dilated convolutions and CRF) over layers 2, 3 and 4 of all-MiniLM-L6-v2 (int8).

        - Learned from: CoNLL-2003 English train (Reuters text, research use), CrossNER politics train \
        (MIT), repeated %d times; election and event are "other", country is a place, party an \
        organisation. %d epochs; %.0f %% of the words hidden but for their capitals.
        - Made by: `./build train ner %d`. Date: %s.
        - Entity F1: CoNLL-2003 dev %.4f, CrossNER politics dev %.4f.
        - Known faults: governments named by their capital are places (CoNLL's way); headlines in \
        capitals are hard; demonyms are "other".
        """
        .formatted(
            POLITICS_COPIES,
            EPOCHS,
            100 * HIDDEN_WORDS,
            seed,
            WeightsFolder.today(),
            news,
            politics);
  }
}
