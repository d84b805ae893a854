package org.twosource.lineage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Manner;
import org.twosource.reuse.Passage;
import org.twosource.reuse.Passage.Substance;
import org.twosource.reuse.QuotedText;
import org.twosource.reuse.WordForm;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * What two reports share, counted: the features of a derivation.
 *
 * @param prose passages of prose, in the order of the first report
 * @param quotations the number of passages that only share speech
 * @param other the number of passages of captions and furniture
 * @param chain the length of the longest chain of prose passages in the same order in both
 * @param shareA share of the first report's prose words that stand in prose passages, 0 to 1
 * @param shareB likewise for the second
 * @param grams share of the prose word 4-grams of the report with fewer that the other has, 0 to 1
 * @param longestRun words in the longest stretch of prose that both have
 */
public record PairEvidence(
    List<Passage> prose,
    int quotations,
    int other,
    int chain,
    double shareA,
    double shareB,
    double grams,
    int longestRun) {
  /** Names of {@link #features}, in order. */
  public static final List<String> FEATURES =
      List.of(
          "prose-passages",
          "share-of-smaller",
          "share-of-larger",
          "grams",
          "longest-run",
          "chain",
          "in-order",
          "similarity",
          "quotations-only");

  public PairEvidence {
    prose = List.copyOf(prose);
  }

  /** Counts what two reports share. */
  public static PairEvidence of(Annotated a, Annotated b, Alignment alignment) {
    return of(ProseWords.of(a), ProseWords.of(b), alignment);
  }

  static PairEvidence of(ProseWords a, ProseWords b, Alignment alignment) {
    List<Passage> prose = new ArrayList<>();
    int quotations = 0;
    int other = 0;
    for (Passage passage : alignment.passages()) {
      switch (passage.substance()) {
        case PROSE -> prose.add(passage);
        case QUOTATION -> quotations++;
        case CAPTION, BOILERPLATE -> other++;
      }
    }
    return new PairEvidence(
        prose,
        quotations,
        other,
        chain(prose),
        a.share(prose.stream().flatMap(passage -> passage.a().stream()).toList()),
        b.share(prose.stream().flatMap(passage -> passage.b().stream()).toList()),
        a.contained(b),
        a.longestRun(b, alignment.passages()));
  }

  /** The values of {@link #FEATURES}, each about 0 to 1. */
  public double[] features() {
    int count = prose.size();
    double similarity = prose.stream().mapToDouble(Passage::similarity).average().orElse(0);
    return new double[] {
      Math.log1p(count) / Math.log(21),
      Math.max(shareA, shareB),
      Math.min(shareA, shareB),
      Math.sqrt(grams),
      Math.min(1, longestRun / 20.0),
      Math.log1p(chain) / Math.log(21),
      count < 2 ? 0 : (double) (chain - 1) / (count - 1),
      similarity,
      count == 0 && quotations > 0 ? 1 : 0
    };
  }

  /** The evidence in words. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    words.add("passages of prose: " + prose.size());
    if (prose.size() > 1) {
      words.add("in the same order: " + chain);
    }
    if (quotations > 0) {
      words.add("passages that only share speech: " + quotations);
    }
    if (longestRun > 5) {
      words.add("longest stretch in the same words: " + longestRun);
    }
    return words;
  }

  /** The manner of most of the shared prose, by words. */
  public Manner manner() {
    int[] words = new int[Manner.values().length];
    for (Passage passage : prose) {
      words[passage.manner().ordinal()] += passage.bSpan().length();
    }
    int all = Math.max(1, words[0] + words[1] + words[2]);
    if (words[0] >= .7 * all) {
      return Manner.VERBATIM;
    }
    return words[0] + words[1] >= .5 * all ? Manner.EDITED : Manner.REWORDED;
  }

  /** Length of the longest subsequence of passages with ascending places in both reports. */
  private static int chain(List<Passage> passages) {
    int[] length = new int[passages.size()];
    int longest = 0;
    for (int at = 0; at < length.length; at++) {
      length[at] = 1;
      for (int before = 0; before < at; before++) {
        boolean follows =
            passages.get(before).a().getFirst() < passages.get(at).a().getFirst()
                && passages.get(before).b().getFirst() < passages.get(at).b().getFirst();
        if (follows) {
          length[at] = Math.max(length[at], length[before] + 1);
        }
      }
      longest = Math.max(longest, length[at]);
    }
    return longest;
  }

  /** The prose of one report, outside quotation marks. */
  record ProseWords(
      Annotated report, int[] perSentence, int all, List<int[]> words, Set<Long> grams) {
    static ProseWords of(Annotated report) {
      QuotedText quoted = QuotedText.of(report);
      int[] perSentence = new int[report.sentences().size()];
      List<int[]> words = new ArrayList<>();
      Set<Long> grams = new HashSet<>();
      int all = 0;
      for (Sentence sentence : report.sentences()) {
        int[] own = new int[0];
        if (sentence.part() == Part.Kind.BODY) {
          own =
              sentence.tokens().stream()
                  .filter(token -> token.isWord() && !quoted.holds(token.start()))
                  .map(Token::normal)
                  .mapToInt(normal -> WordForm.stem(normal).hashCode())
                  .toArray();
        }
        perSentence[sentence.index()] = own.length;
        words.add(own);
        all += own.length;
        for (int at = 0; at + 3 < own.length; at++) {
          grams.add(
              ((own[at] * 31L + own[at + 1]) * 1_000_003L + own[at + 2]) * 1_000_003L
                  + own[at + 3]);
        }
      }
      return new ProseWords(report, perSentence, all, words, grams);
    }

    double share(List<Integer> sentences) {
      int shared = sentences.stream().distinct().mapToInt(at -> perSentence[at]).sum();
      return all == 0 ? 0 : (double) shared / all;
    }

    double contained(ProseWords other) {
      Set<Long> fewer = grams.size() <= other.grams.size() ? grams : other.grams;
      Set<Long> more = fewer == grams ? other.grams : grams;
      long shared = fewer.stream().filter(more::contains).count();
      return fewer.isEmpty() ? 0 : (double) shared / fewer.size();
    }

    int longestRun(ProseWords other, List<Passage> passages) {
      int longest = 0;
      for (Passage passage : passages) {
        if (passage.substance() != Substance.PROSE) {
          continue;
        }
        for (int i : passage.a()) {
          for (int j : passage.b()) {
            longest = Math.max(longest, run(words.get(i), other.words.get(j)));
          }
        }
      }
      return longest;
    }

    private static int run(int[] a, int[] b) {
      int longest = 0;
      int[] above = new int[b.length + 1];
      for (int word : a) {
        int diagonal = 0;
        for (int at = 0; at < b.length; at++) {
          int run = word == b[at] ? diagonal + 1 : 0;
          diagonal = above[at + 1];
          above[at + 1] = run;
          longest = Math.max(longest, run);
        }
      }
      return longest;
    }
  }
}
