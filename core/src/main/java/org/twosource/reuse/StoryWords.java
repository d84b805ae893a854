package org.twosource.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twosource.annotate.Annotated;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * The words of one story as numbers, and how much each says about what a sentence is about.
 *
 * <p>A word's weight is its rarity in general news times its rarity among the sentences of the
 * reports that use it: a name that stands in every second sentence of a story tells little. The
 * second factor looks at each report for itself, so that printing a text forty times does not make
 * its words common. Function words weigh nothing.
 */
final class StoryWords {
  /** Words of less rarity are function words and words of all news ("said", "new", "people"). */
  private static final float COMMON = 2f;

  private final WordRarity rarity;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Word> ofNormal = new HashMap<>();
  private final List<Word[][]> words = new ArrayList<>();
  private float[] general = new float[512];
  private float[] weights = new float[0];

  StoryWords(WordRarity rarity) {
    this.rarity = rarity;
  }

  /**
   * A word as it is written.
   *
   * @param number of its stem
   * @param form hash of it without inflection taken off
   */
  record Word(int number, int form, boolean isNumber) {}

  /** The words of a sentence of the reports counted, by the places of report and sentence. */
  Word[] words(int report, int sentence) {
    return words.get(report)[sentence];
  }

  private Word word(Token token) {
    Word known = ofNormal.get(token.normal());
    if (known == null) {
      known = read(token.normal());
      ofNormal.put(token.normal(), known);
    }
    return known;
  }

  private Word[] words(Sentence sentence) {
    Word[] words = new Word[sentence.tokens().size()];
    int count = 0;
    for (Token token : sentence.tokens()) {
      if (token.isWord()) {
        words[count++] = word(token);
      }
    }
    return Arrays.copyOf(words, count);
  }

  private Word read(String normal) {
    WordRarity.Lexeme lexeme = rarity.lexeme(normal);
    float rare = lexeme.rarity();
    Integer number = numbers.get(lexeme.stem());
    if (number == null) {
      number = numbers.size();
      numbers.put(lexeme.stem(), number);
      if (number == general.length) {
        general = Arrays.copyOf(general, number * 2);
      }
      general[number] = rare;
    } else {
      general[number] = Math.min(general[number], rare);
    }
    return new Word(number, lexeme.form(), lexeme.isNumber());
  }

  /** Reads the words of all reports; call once, before {@link #weight}. */
  void count(List<Annotated> reports) {
    Counts counts = new Counts();
    for (Annotated report : reports) {
      Word[][] read = new Word[report.sentences().size()][];
      for (Sentence sentence : report.sentences()) {
        Word[] own = words(sentence);
        for (Word word : own) {
          counts.add(word.number(), sentence.index());
        }
        read[sentence.index()] = own;
      }
      words.add(read);
      counts.endReport(sentenceCount(report));
    }
    int size = numbers.size();
    weights = new float[size];
    for (int word = 0; word < size; word++) {
      float rare = general[word];
      float share = counts.share(word);
      float local = (float) Math.min(1, Math.max(.1, Math.log(1 / share) / Math.log(12)));
      weights[word] = rare < COMMON ? 0 : Math.min(rare, 8f) * (.35f + .65f * local);
    }
  }

  /** In how many sentences of a report a word stands, on the mean of the reports that use it. */
  private static final class Counts {
    private int[] inReport = new int[512];
    private int[] last = new int[512];
    private float[] shares = new float[512];
    private int[] reports = new int[512];
    private int[] used = new int[512];
    private int usedCount;

    void add(int word, int sentence) {
      if (word >= inReport.length) {
        int size = Math.max(word + 1, inReport.length * 2);
        inReport = Arrays.copyOf(inReport, size);
        last = Arrays.copyOf(last, size);
        shares = Arrays.copyOf(shares, size);
        reports = Arrays.copyOf(reports, size);
        used = Arrays.copyOf(used, size);
      }
      if (inReport[word] == 0) {
        used[usedCount++] = word;
      } else if (last[word] == sentence) {
        return;
      }
      inReport[word]++;
      last[word] = sentence;
    }

    void endReport(int sentences) {
      for (int at = 0; at < usedCount; at++) {
        int word = used[at];
        shares[word] += (float) inReport[word] / sentences;
        reports[word]++;
        inReport[word] = 0;
      }
      usedCount = 0;
    }

    float share(int word) {
      return word >= reports.length || reports[word] == 0 ? 1 : shares[word] / reports[word];
    }
  }

  /** The weight of a word, 0 for function words, about 8 for the rarest. */
  float weight(int word) {
    return weights[word];
  }

  /** The weight of each of these words. */
  float[] weights(int[] words) {
    float[] own = new float[words.length];
    for (int at = 0; at < words.length; at++) {
      own[at] = weights[words[at]];
    }
    return own;
  }

  int size() {
    return weights.length;
  }

  private static int sentenceCount(Annotated report) {
    return Math.max(8, report.sentences().size());
  }
}
