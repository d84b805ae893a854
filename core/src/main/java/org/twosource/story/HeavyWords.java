package org.twosource.story;

import org.twosource.text.Text;

/**
 * The words by which a report is found to be of one story with others: the heaviest of its {@link
 * Terms}, heaviest first.
 *
 * @param stems the words in the form in which they are placed
 * @param shares how much of the report lies in each (L2, squared), in units of {@link FixedPoint};
 *     above 0
 */
public record HeavyWords(String[] stems, int[] shares) {

  /** Reads them. Keeps what it met of words; one thread at a time. */
  public static final class Reader {
    private final Vocabulary vocabulary = new Vocabulary();
    private final Terms.Reader terms = new Terms.Reader(BackgroundFrequencies.read(), vocabulary);

    public HeavyWords read(Text text) {
      Terms read = terms.read(text);
      int[] words = read.strongest();
      String[] stems = new String[words.length];
      int[] shares = new int[words.length];
      for (int at = 0; at < words.length; at++) {
        stems[at] = vocabulary.stem(words[at]);
        shares[at] = NearReports.share(read.weight(words[at]));
      }
      return new HeavyWords(stems, shares);
    }
  }
}
