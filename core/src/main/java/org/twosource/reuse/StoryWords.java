package org.twosource.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.twosource.annotate.Annotated;
import org.twosource.lexicon.WordForm;
import org.twosource.lexicon.WordRarity;
import org.twosource.text.Sentence;
import org.twosource.text.Token;
import org.twosource.text.Word;

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
  private final Stems stems = new Stems();
  private final Known known = new Known();
  private final List<SentenceWords[]> lines = new ArrayList<>();
  private float[] general = new float[512];
  private boolean[] numeric = new boolean[512];
  private float[] weights = new float[0];

  StoryWords(WordRarity rarity) {
    this.rarity = rarity;
  }

  /**
   * The words of a sentence, in order.
   *
   * @param words numbers of their stems
   * @param forms hash of each without inflection taken off
   */
  record SentenceWords(int[] words, int[] forms) {}

  /** A sentence of the reports counted, by the places of report and sentence. */
  SentenceWords line(int report, int sentence) {
    return lines.get(report)[sentence];
  }

  /** Reads the words of all reports; call once, before {@link #weight}. */
  void count(List<Annotated> reports) {
    Counts counts = new Counts();
    for (Annotated report : reports) {
      SentenceWords[] read = new SentenceWords[report.sentences().size()];
      for (Sentence sentence : report.sentences()) {
        SentenceWords line = read(sentence.tokens());
        for (int word : line.words) {
          counts.add(word, sentence.index());
        }
        read[sentence.index()] = line;
      }
      lines.add(read);
      counts.endReport(Math.max(8, report.sentences().size()));
    }
    int size = stems.size();
    weights = new float[size];
    for (int word = 0; word < size; word++) {
      weights[word] = general[word] < COMMON ? 0 : weight(general[word], counts.share(word));
    }
  }

  private static float weight(float rare, float share) {
    float local = (float) Math.min(1, Math.max(.1, Math.log(1 / share) / Math.log(12)));
    return Math.min(rare, 8f) * (.35f + .65f * local);
  }

  private SentenceWords read(List<Token> tokens) {
    int size = tokens.size();
    int[] words = new int[size];
    int[] forms = new int[size];
    int count = 0;
    for (int at = 0; at < size; at++) {
      Word word = tokens.get(at).word();
      if (word.isWord()) {
        int place = known.place(word);
        if (known.words[place] == null) {
          place = add(word, place);
        }
        words[count] = known.numbers[place];
        forms[count++] = known.forms[place];
      }
    }
    return new SentenceWords(Arrays.copyOf(words, count), Arrays.copyOf(forms, count));
  }

  /** Makes a new word known; the place where it now stands. */
  private int add(Word word, int free) {
    WordRarity.Lexeme lexeme = rarity.lexeme(word);
    int before = stems.size();
    int number = stems.number(lexeme.stem());
    if (number == before) {
      if (number == general.length) {
        general = Arrays.copyOf(general, number * 2);
        numeric = Arrays.copyOf(numeric, number * 2);
      }
      general[number] = lexeme.rarity();
      numeric[number] = WordForm.isNumber(lexeme.stem());
    } else {
      general[number] = Math.min(general[number], lexeme.rarity());
    }
    return known.put(free, word, number, lexeme.form());
  }

  /** The stems of the story, numbered in order of appearance: an open hash table. */
  private static final class Stems {
    private @Nullable String[] stems = new @Nullable String[1024];
    private int[] numbers = new int[1024];
    private int size;

    int size() {
      return size;
    }

    /** The number of a stem; the next one when it is new. */
    int number(String stem) {
      int place = place(stem);
      if (stems[place] == null) {
        stems[place] = stem;
        numbers[place] = size++;
        if (2 * size > stems.length) {
          grow();
          return size - 1;
        }
      }
      return numbers[place];
    }

    private int place(String stem) {
      int mask = stems.length - 1;
      int place = stem.hashCode() * 0x9E3779B9 >>> 8 & mask;
      for (String found = stems[place];
          found != null && !found.equals(stem);
          found = stems[place]) {
        place = place + 1 & mask;
      }
      return place;
    }

    private void grow() {
      @Nullable String[] old = stems;
      int[] oldNumbers = numbers;
      stems = new @Nullable String[2 * old.length];
      numbers = new int[stems.length];
      for (int at = 0; at < old.length; at++) {
        String stem = old[at];
        if (stem != null) {
          int place = place(stem);
          stems[place] = stem;
          numbers[place] = oldNumbers[at];
        }
      }
    }
  }

  /**
   * What the words of the story mean to it: an open hash table (linear probing). Words of one text
   * builder are found by their reference.
   */
  private static final class Known {
    private @Nullable Word[] words = new @Nullable Word[1024];
    private int[] numbers = new int[1024];
    private int[] forms = new int[1024];
    private int filled;

    /** Where the word stands, or where it would. */
    int place(Word word) {
      int mask = words.length - 1;
      int place = word.hashCode() * 0x9E3779B9 >>> 8 & mask;
      while (true) {
        Word found = words[place];
        if (found == null || found == word || found.normal().equals(word.normal())) {
          return place;
        }
        place = place + 1 & mask;
      }
    }

    int put(int free, Word word, int number, int form) {
      words[free] = word;
      numbers[free] = number;
      forms[free] = form;
      if (2 * ++filled <= words.length) {
        return free;
      }
      grow();
      return place(word);
    }

    private void grow() {
      @Nullable Word[] old = words;
      int[] oldNumbers = numbers;
      int[] oldForms = forms;
      words = new @Nullable Word[2 * old.length];
      numbers = new int[words.length];
      forms = new int[words.length];
      for (int at = 0; at < old.length; at++) {
        Word word = old[at];
        if (word != null) {
          int place = place(word);
          words[place] = word;
          numbers[place] = oldNumbers[at];
          forms[place] = oldForms[at];
        }
      }
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

  /** Whether a stem begins with a digit. */
  boolean isNumber(int word) {
    return numeric[word];
  }

  int size() {
    return weights.length;
  }
}
