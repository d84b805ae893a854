package org.twosource.reuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.lexicon.ContentForm;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * The words of a text that carry what it says, as stems: function words left out, inflection taken
 * off, irregular forms brought to their base.
 */
public final class ContentWords {
  private final Set<String> stopwords;
  private final Map<String, String> bases;

  public ContentWords(Language language) {
    this.stopwords = language.words("stopwords");
    this.bases = language.map("irregular-forms");
  }

  /** Whether a token carries meaning of its own. */
  public boolean isContent(Token token) {
    return token.isWord() && token.normal().length() > 1
        ? !stopwords.contains(token.normal())
        : isDigit(token.normal());
  }

  /** The stems of the content words of a sentence, in text order, with repetition. */
  public List<String> of(Sentence sentence) {
    return of(sentence, sentence.span());
  }

  /** The stems of the content words of a sentence that lie in {@code span}. */
  public List<String> of(Sentence sentence, Span span) {
    List<String> words = new ArrayList<>();
    for (Token token : sentence.tokens()) {
      if (span.contains(token.span()) && isContent(token)) {
        words.add(stem(token.normal()));
      }
    }
    return words;
  }

  /** The stem of a word in lower case; words that differ only by inflection get the same. */
  public String stem(String normal) {
    String base = bases.getOrDefault(normal, "");
    return ContentForm.of(base.isEmpty() ? normal : base);
  }

  private static boolean isDigit(String word) {
    return word.length() == 1 && Character.isDigit(word.charAt(0));
  }
}
