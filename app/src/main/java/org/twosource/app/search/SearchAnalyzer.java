package org.twosource.app.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.twosource.lexicon.PlacingForm;
import org.twosource.report.Span;

/**
 * How text is divided into words that can be found: by the word borders of Unicode, in lower case,
 * without accents, and in the comparing form that placing and watches use, so that {@code leaks}
 * finds {@code leaked} in all three. Names keep their endings.
 */
final class SearchAnalyzer extends Analyzer {
  private final boolean isOfNames;

  /**
   * @param isOfNames whether endings stay
   */
  SearchAnalyzer(boolean isOfNames) {
    this.isOfNames = isOfNames;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(words));
    return new TokenStreamComponents(words, isOfNames ? folded : new ComparingForm(folded));
  }

  /**
   * Where each word of a text stands, by its position. The index keeps positions alone: to find the
   * place in the few texts that are shown costs less than to keep it for all.
   */
  static List<Span> spans(Analyzer analyzer, String field, String text) throws IOException {
    List<Span> spans = new ArrayList<>();
    each(analyzer, field, text, (word, span) -> spans.add(span));
    return spans;
  }

  /** Takes the words of a text and where they stand. */
  static void each(Analyzer analyzer, String field, String text, BiConsumer<String, Span> taker)
      throws IOException {
    try (TokenStream words = analyzer.tokenStream(field, text)) {
      CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = words.addAttribute(OffsetAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        taker.accept(word.toString(), new Span(offset.startOffset(), offset.endOffset()));
      }
      words.end();
    }
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
