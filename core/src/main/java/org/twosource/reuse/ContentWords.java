package org.twosource.reuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    return base.isEmpty() ? strip(normal) : strip(base);
  }

  private static boolean isDigit(String word) {
    return word.length() == 1 && Character.isDigit(word.charAt(0));
  }

  /** Endings of regular English inflection; a word never gets shorter than three letters. */
  private static String strip(String word) {
    String rest = word;
    if (rest.endsWith("'s") || rest.endsWith("s'")) {
      rest = rest.substring(0, rest.length() - 2 + (rest.endsWith("s'") ? 1 : 0));
    }
    if (rest.length() < 4 || !rest.chars().allMatch(Character::isLetter)) {
      return rest;
    }
    if (rest.endsWith("ies") || rest.endsWith("ied")) {
      return rest.substring(0, rest.length() - 3) + "y";
    }
    if (rest.endsWith("sses") || rest.endsWith("shes") || rest.endsWith("ches")) {
      return rest.substring(0, rest.length() - 2);
    }
    if (rest.endsWith("s")
        && !rest.endsWith("ss")
        && !rest.endsWith("us")
        && !rest.endsWith("is")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    if (rest.endsWith("ing") && hasVowel(rest, rest.length() - 3)) {
      rest = undouble(rest.substring(0, rest.length() - 3));
    } else if (rest.endsWith("ed") && hasVowel(rest, rest.length() - 2)) {
      rest = undouble(rest.substring(0, rest.length() - 2));
    } else if (rest.endsWith("ly") && rest.length() > 5) {
      rest = rest.substring(0, rest.length() - 2);
    }
    return rest.length() > 3 && rest.endsWith("e") ? rest.substring(0, rest.length() - 1) : rest;
  }

  private static boolean hasVowel(String word, int before) {
    return before >= 3
        && word.chars().limit(before).anyMatch(letter -> "aeiouy".indexOf(letter) >= 0);
  }

  private static String undouble(String stem) {
    int last = stem.length() - 1;
    return last > 2
            && stem.charAt(last) == stem.charAt(last - 1)
            && "lsz".indexOf(stem.charAt(last)) < 0
        ? stem.substring(0, last)
        : stem;
  }
}
