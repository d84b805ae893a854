package org.twosource.app.search;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.twosource.lexicon.PlacingForm;

/**
 * How text is divided into words that can be found: by the word borders of Unicode, in lower case,
 * without accents, and in the comparing form that placing and watches use, so that {@code leaks}
 * finds {@code leaked} in all three. Names keep their endings.
 */
final class Words extends Analyzer {
  private final boolean isOfNames;

  /**
   * @param isOfNames whether endings stay
   */
  Words(boolean isOfNames) {
    this.isOfNames = isOfNames;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(words));
    return new TokenStreamComponents(words, isOfNames ? folded : new ComparingForm(folded));
  }

  private static final class ComparingForm extends TokenFilter {
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

    ComparingForm(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      String form = PlacingForm.of(word.toString());
      word.setEmpty().append(form);
      return true;
    }
  }
}
