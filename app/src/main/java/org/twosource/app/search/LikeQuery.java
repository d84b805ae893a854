package org.twosource.app.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.twosource.app.store.StoredReport;

/**
 * What reports like one have: many of the words that are frequent in it and rare in the others, by
 * the weight tf log(N / df) (Salton and Buckley 1988), as in Lucene's {@code MoreLikeThis}.
 */
final class LikeQuery {
  /** The heaviest words that are asked for. */
  private static final int WORDS = 25;

  /** The share of them that another report has at least. */
  private static final double SHARE = .3;

  private LikeQuery() {}

  private record Weighed(String word, double weight) {}

  static Query of(StoredReport stored, Analyzer analyzer, IndexReader reader) {
    try {
      String text = stored.report().headline().orElse("") + "\n" + stored.report().body();
      Map<String, Integer> counts = new HashMap<>();
      SearchAnalyzer.each(
          analyzer, Field.BODY, text, (word, span) -> counts.merge(word, 1, Integer::sum));
      List<Weighed> words = new ArrayList<>();
      for (Map.Entry<String, Integer> one : counts.entrySet()) {
        int having = reader.docFreq(new Term(Field.BODY, one.getKey()));
        if (having > 1) { // others than this one have it
          double rarity = Math.log((double) reader.numDocs() / having);
          words.add(new Weighed(one.getKey(), one.getValue() * rarity));
        }
      }
      words.removeIf(one -> one.weight() <= 0);
      words.sort(
          Comparator.comparingDouble((Weighed one) -> -one.weight()).thenComparing(Weighed::word));
      return query(words.subList(0, Math.min(WORDS, words.size())), stored.page());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Query query(List<Weighed> words, String page) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Weighed one : words) {
      any.add(
          new BoostQuery(new TermQuery(new Term(Field.BODY, one.word())), (float) one.weight()),
          Occur.SHOULD);
    }
    any.setMinimumNumberShouldMatch(Math.max(1, (int) Math.ceil(SHARE * words.size())));
    return new BooleanQuery.Builder()
        .add(any.build(), Occur.MUST)
        .add(new TermQuery(new Term(Field.ID, page)), Occur.MUST_NOT)
        .build();
  }
}
