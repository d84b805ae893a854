package org.twosource.app.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.twosource.report.PartialDate;

/**
 * Reads what a person typed: words that all have to be there, {@code "a phrase"}, {@code -without},
 * {@code one OR other}, {@code nam~} for names that are spelled about so, {@code begin*}, and
 * {@code field:word} or {@code field:"some words"}.
 */
final class QueryReader {
  /** What stands before a colon. */
  private static final List<String> FIELDS =
      List.of(
          "date",
          "headline",
          "like",
          "organization",
          "outlet",
          "person",
          "place",
          "standing",
          "story");

  /** A word in a headline counts this much more than one in the text. */
  private static final float HEADLINE = 2;

  /** A name spelled as asked for counts this much more than one spelled about so. */
  private static final float AS_ASKED = 4;

  /**
   * Letters of an outlet's name from which on more may follow: {@code selwyn} is found in {@code
   * selwynsignal.example}, and {@code sun} not in {@code sundaytimes.example}.
   */
  private static final int BEGINNING_OF_OUTLET = 5;

  /** Letters of a name up to which one may differ; two beyond. */
  private static final int SHORT_NAME = 5;

  private final String query;
  private final QueryBuilder words;
  private final Known known;
  private final List<Clause> clauses = new ArrayList<>();
  private int at;

  /** What a query may ask of the store. */
  interface Known {
    /** The pages of a story; empty where there is none. */
    List<String> members(String story);

    /** What reports like a page have; empty where there is no such page. */
    Optional<Query> like(String page);
  }

  /**
   * One of the things that all have to be so.
   *
   * @param text as typed
   */
  record Clause(String text, Query query) {}

  QueryReader(String query, QueryBuilder words, Known known) {
    this.query = query;
    this.words = words;
    this.known = known;
  }

  /** What was read, in order, but for what must not be. */
  List<Clause> clauses() {
    return List.copyOf(clauses);
  }

  /**
   * @throws IllegalArgumentException saying what is wrong, with a caret under the place
   */
  Query read() {
    List<List<Query>> all = new ArrayList<>();
    BooleanQuery.Builder whole = new BooleanQuery.Builder();
    boolean either = false;
    boolean excludes = false;
    List<Integer> begins = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (skipBlanks(); at < query.length(); skipBlanks()) {
      if (isWord("OR")) {
        at += 2;
        if (all.isEmpty() || either) {
          throw wrong("OR stands between two words", at - 2);
        }
        either = true;
        continue;
      }
      boolean isWithout = query.charAt(at) == '-' && at + 1 < query.length();
      at += isWithout ? 1 : 0;
      int from = at;
      Query one = clause();
      if (isWithout) {
        whole.add(one, Occur.MUST_NOT);
        excludes = true;
      } else if (either) {
        all.getLast().add(one);
        ends.set(ends.size() - 1, at);
      } else {
        all.add(new ArrayList<>(List.of(one)));
        begins.add(from);
        ends.add(at);
      }
      either = false;
    }
    if (either) {
      throw wrong("OR stands between two words", query.length());
    }
    if (all.isEmpty() && !excludes) {
      throw wrong("nothing to search for", 0);
    }
    for (int one = 0; one < all.size(); one++) {
      Query any = any(all.get(one));
      clauses.add(new Clause(query.substring(begins.get(one), ends.get(one)), any));
      whole.add(any, Occur.MUST);
    }
    if (all.isEmpty()) {
      whole.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    return whole.build();
  }

  private static Query any(List<Query> alternatives) {
    if (alternatives.size() == 1) {
      return alternatives.getFirst();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    alternatives.forEach(one -> any.add(one, Occur.SHOULD));
    return any.build();
  }

  private void skipBlanks() {
    while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
      at++;
    }
  }

  private boolean isWord(String word) {
    int end = at + word.length();
    return query.startsWith(word, at)
        && (end == query.length() || Character.isWhitespace(query.charAt(end)));
  }

  private Query clause() {
    int from = at;
    Optional<String> field = field();
    if (at < query.length() && query.charAt(at) == '"') {
      return of(field, phrase(), true, from);
    }
    int begin = at;
    while (at < query.length() && !Character.isWhitespace(query.charAt(at))) {
      at++;
    }
    String word = query.substring(begin, at);
    if (word.isEmpty()) {
      throw wrong(field.map(name -> "which " + name + "?").orElse("nothing after -"), begin);
    }
    return of(field, word, false, from);
  }

  /** A colon after letters begins a field, unless it belongs to an address or a time. */
  private Optional<String> field() {
    int end = at;
    while (end < query.length() && Character.isLetter(query.charAt(end))) {
      end++;
    }
    if (end == at
        || end >= query.length()
        || query.charAt(end) != ':'
        || query.startsWith("://", end)) {
      return Optional.empty();
    }
    String field = query.substring(at, end).toLowerCase(Locale.ROOT);
    if (!FIELDS.contains(field)) {
      throw wrong("there is no field '" + field + "', but " + String.join(", ", FIELDS), at);
    }
    at = end + 1;
    return Optional.of(field);
  }

  private String phrase() {
    int end = query.indexOf('"', at + 1);
    if (end < 0) {
      throw wrong("the quotation mark is not closed", at);
    }
    String phrase = query.substring(at + 1, end);
    at = end + 1;
    return phrase;
  }

  private Query of(Optional<String> field, String text, boolean isPhrase, int from) {
    if (field.isEmpty()) {
      return inText(text, isPhrase);
    }
    return switch (field.get()) {
      case "headline" -> in(Field.HEADLINE, text, isPhrase);
      case "outlet" -> outlet(text, isPhrase);
      case "like" ->
          known.like(text).orElseThrow(() -> wrong("there is no report '" + text + "'", from));
      case "person", "place", "organization" -> name(field.get(), text, isPhrase);
      case "standing" -> new TermQuery(new Term(Field.STANDING, text.toLowerCase(Locale.ROOT)));
      case "story" -> {
        List<String> members = known.members(text);
        if (members.isEmpty()) {
          throw wrong("there is no story '" + text + "'", from);
        }
        yield new TermInSetQuery(Field.ID, members.stream().map(BytesRef::new).toList());
      }
      case "date" -> dates(text, from);
      default -> throw new IllegalStateException(field.get());
    };
  }

  private Query inText(String text, boolean isPhrase) {
    return new DisjunctionMaxQuery(
        List.of(
            in(Field.BODY, text, isPhrase),
            new BoostQuery(in(Field.HEADLINE, text, isPhrase), HEADLINE)),
        0);
  }

  private Query in(String field, String text, boolean isPhrase) {
    if (!isPhrase && text.length() > 1 && text.endsWith("~")) {
      return about(field, text.substring(0, text.length() - 1));
    }
    if (!isPhrase && text.length() > 1 && text.endsWith("*")) {
      String begin = text.substring(0, text.length() - 1).toLowerCase(Locale.ROOT);
      return new PrefixQuery(new Term(field, begin));
    }
    return orNothing(words.createPhraseQuery(field, text));
  }

  /** An outlet by its name, or as its name is written in its address. */
  private Query outlet(String text, boolean isPhrase) {
    // hosts are divided at their dots
    String divided = text.replaceFirst("^(?i)www\\.", "").replace('.', ' ').strip();
    Query asNamed = in(Field.OUTLET, divided, isPhrase);
    String joined = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    if (joined.length() < BEGINNING_OF_OUTLET) {
      return asNamed;
    }
    return new DisjunctionMaxQuery(
        List.of(asNamed, new PrefixQuery(new Term(Field.OUTLET, joined))), 0);
  }

  private static Query orNothing(@org.jspecify.annotations.Nullable Query query) {
    return query == null ? new MatchNoDocsQuery("no letter or digit in it") : query;
  }

  /** Every word spelled about so. */
  private Query about(String field, String text) {
    Query exact = words.createBooleanQuery(field, text, Occur.MUST);
    if (exact instanceof TermQuery one) {
      return fuzzy(one.getTerm());
    }
    if (exact instanceof BooleanQuery several) {
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      several.clauses().forEach(one -> all.add(fuzzyOf(one.query()), Occur.MUST));
      return all.build();
    }
    return orNothing(exact);
  }

  private static Query fuzzyOf(Query exact) {
    return exact instanceof TermQuery one ? fuzzy(one.getTerm()) : exact;
  }

  private static Query fuzzy(Term term) {
    int edits = term.text().length() <= SHORT_NAME ? 1 : 2;
    return new FuzzyQuery(term, edits, 0);
  }

  /** A name as asked for or spelled about so, in what was found out about analysed stories. */
  private Query name(String field, String text, boolean isPhrase) {
    String plain = text.endsWith("~") && !isPhrase ? text.substring(0, text.length() - 1) : text;
    return new DisjunctionMaxQuery(
        List.of(
            new BoostQuery(orNothing(words.createPhraseQuery(field, plain)), AS_ASKED),
            about(field, plain)),
        0);
  }

  /** A day, month or year, or two with dots between; either side may be open. */
  private Query dates(String text, int from) {
    int dots = text.indexOf("..");
    String first = dots < 0 ? text : text.substring(0, dots);
    String last = dots < 0 ? text : text.substring(dots + 2);
    long begin = first.isEmpty() ? Long.MIN_VALUE : date(first, from).earliest().toEpochDay();
    long end = last.isEmpty() ? Long.MAX_VALUE : date(last, from).latest().toEpochDay();
    if (begin > end) {
      throw wrong("the second date is before the first", from);
    }
    return LongPoint.newRangeQuery(Field.DAY, begin, end);
  }

  private PartialDate date(String text, int from) {
    return PartialDate.parse(text)
        .orElseThrow(
            () ->
                wrong(
                    "a date is like 2026, 2026-03 or 2026-03-01, two with .. between, not '"
                        + text
                        + "'",
                    from));
  }

  private IllegalArgumentException wrong(String what, int place) {
    char[] blanks = new char[Math.min(place, query.length())];
    Arrays.fill(blanks, ' ');
    return new IllegalArgumentException(
        what + "\n    " + query + "\n    " + new String(blanks) + "^");
  }
}
