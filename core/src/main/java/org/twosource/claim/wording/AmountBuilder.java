package org.twosource.claim.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Quantity;
import org.twosource.annotate.Quantity.Bound;
import org.twosource.annotate.Quantity.Kind;
import org.twosource.annotate.Quantity.Role;
import org.twosource.annotate.Quantity.Unit;
import org.twosource.claim.Amount;
import org.twosource.report.Span;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Normal;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Makes the amounts that claims compare of the quantities of a sentence: those that count or
 * measure, with the stems of what is counted and the topic they are told under.
 */
public final class AmountBuilder {
  /** Words after a number in which what is counted is looked for. */
  private static final int NOUN_WORDS = 4;

  /** Words on either side in which a topic is looked for. */
  private static final int TOPIC_WORDS = 9;

  /** Words between a number and a toll word beside it: "killing six", "12 people dead". */
  private static final int BESIDE = 2;

  /** What ends the reach of a verb downwards. */
  private static final String VERBS = "(advcl|acl|conj|parataxis|ccomp|csubj).*";

  private static final String THAN = "than";

  private final ContentWords contentWords;
  private final Map<String, String> topics;
  private final Set<String> stopwords;
  private final Set<String> nounMarks;
  private final Set<String> and;
  private final Set<String> moreBefore;
  private final Set<String> moreBehind;

  public AmountBuilder(Language language, ContentWords contentWords) {
    this.contentWords = contentWords;
    this.topics = language.map("count-topics");
    this.stopwords = language.words("stopwords");
    this.nounMarks = language.words("counted-marks");
    this.and = language.words("number-and");
    this.moreBefore = language.words("more-before-number");
    this.moreBehind = language.words("more-behind-number");
  }

  /** A word or mark of a sentence; words with hyphens are several. Offsets into the body. */
  private record Piece(int start, int end, String normal) {
    boolean isMark() {
      return !Character.isLetterOrDigit(normal.codePointAt(0)) && !normal.equals("%");
    }

    boolean isFigure() {
      return Character.isDigit(normal.charAt(0));
    }
  }

  /**
   * @param quantities those of the sentence, in text order
   * @param times spans of its time expressions, whose numbers are no amounts
   * @param grammar of the sentence: a toll word of another verb says nothing of a number
   */
  public List<Amount> build(
      Sentence sentence, List<Quantity> quantities, List<Span> times, Optional<Grammar> grammar) {
    if (quantities.isEmpty()) {
      return List.of();
    }
    List<Piece> pieces = pieces(sentence);
    List<Amount> amounts = new ArrayList<>();
    Reach reach = new Reach(sentence, grammar);
    for (int i = 0; i < quantities.size(); i++) {
      Quantity quantity = quantities.get(i);
      boolean counts = quantity.kind() == Kind.CARDINAL || quantity.kind() == Kind.NONE;
      if (counts
          && quantity.unit() != Unit.MULTIPLE
          && !isTime(quantity, times)
          && !isPartOfKnown(pieces, quantities, i)) {
        amounts.add(amount(quantity, pieces, reach));
      }
    }
    return amounts;
  }

  private static boolean isTime(Quantity quantity, List<Span> times) {
    return quantity.unit() != Unit.AGE
        && quantity.unit() != Unit.TIME_OF_DAY
        && times.stream().anyMatch(time -> time.overlaps(quantity.figure()));
  }

  /**
   * "One of the six people" counts six people, and "three of the injured" tells of a part; but "21
   * of the more than 200" and "21 of 200" are counts.
   */
  private static boolean isPartOfKnown(List<Piece> pieces, List<Quantity> quantities, int i) {
    Quantity part = quantities.get(i);
    if (part.role() != Role.PART) {
      return false;
    }
    if (i + 1 == quantities.size() || quantities.get(i + 1).role() != Role.TOTAL) {
      return true;
    }
    Quantity total = quantities.get(i + 1);
    long between =
        pieces.stream()
            .filter(
                piece -> piece.start() >= part.span().end() && piece.end() <= total.span().start())
            .count();
    return total.bound() == Bound.EXACT && between > 1;
  }

  private Amount amount(Quantity quantity, List<Piece> pieces, Reach reach) {
    Span span = quantity.span();
    List<Piece> before = pieces.stream().filter(piece -> piece.end() <= span.start()).toList();
    List<Piece> after = pieces.stream().filter(piece -> piece.start() >= span.end()).toList();
    Set<String> of = counted(after);
    if (!isIncrement(before, after)) {
      topic(before, after, reach.of(quantity)).ifPresent(topic -> of.add("#" + topic));
    }
    return new Amount(
        span,
        quantity.figure(),
        quantity.base().doubleValue(),
        quantity.bound(),
        quantity.measure().label(),
        of);
  }

  private static List<Piece> pieces(Sentence sentence) {
    List<Piece> pieces = new ArrayList<>();
    for (Token token : sentence.tokens()) {
      int at = token.start();
      for (String part :
          token.text().splitWithDelimiters("(?<=\\w)-(?=\\w)|(?<=\\d)(?=\\p{L})", 0)) {
        if (!part.isEmpty() && !part.equals("-") && !Normal.of(part).isEmpty()) {
          pieces.add(new Piece(at, at + part.length(), Normal.of(part)));
        }
        at += part.length();
      }
    }
    return pieces;
  }

  /** The stems of the noun phrase after a number, up to the first function word or mark. */
  private Set<String> counted(List<Piece> after) {
    Set<String> of = new TreeSet<>();
    for (Piece word : after.subList(0, Math.min(NOUN_WORDS, after.size()))) {
      if (word.normal().equals("'s") || word.normal().equals("'")) {
        continue;
      }
      if (word.isMark() || word.isFigure()) {
        break;
      }
      if (stopwords.contains(word.normal())) {
        if (nounMarks.contains(word.normal())) {
          continue;
        }
        break;
      }
      of.add(contentWords.stem(word.normal()));
    }
    return of;
  }

  /** "Two more bodies" and "another 70" are added to a number that is told elsewhere. */
  private boolean isIncrement(List<Piece> before, List<Piece> after) {
    return !before.isEmpty() && moreBefore.contains(before.getLast().normal())
        || !after.isEmpty()
            && moreBehind.contains(after.getFirst().normal())
            && (after.size() == 1 || !THAN.equals(after.get(1).normal()));
  }

  /** The topic word nearest to the number, the one before it where two are as near. */
  private Optional<String> topic(
      List<Piece> before, List<Piece> after, Predicate<Piece> isReached) {
    Near best = nearest(before.reversed(), before, isReached, new Near(TOPIC_WORDS + 1, null));
    return Optional.ofNullable(nearest(after, after, isReached, best).topic());
  }

  private record Near(int distance, @Nullable String topic) {}

  private Near nearest(
      List<Piece> outwards, List<Piece> inOrder, Predicate<Piece> isReached, Near known) {
    Near best = known;
    int distance = 0;
    for (Piece piece : outwards) {
      distance += step(piece);
      if (distance >= best.distance()) {
        break;
      }
      String found = topicAt(inOrder, inOrder.indexOf(piece));
      boolean counts = found != null && (distance <= BESIDE || isReached.test(piece));
      best = counts ? new Near(distance, found) : best;
    }
    return best;
  }

  /**
   * Which words of a sentence say something of a number: those of its own verb. "Shooting three
   * people, killing one" tells of one death; "a clerk died and two guards fled", of none that is
   * counted.
   */
  private record Reach(Sentence sentence, Optional<Grammar> grammar) {

    Predicate<Piece> of(Quantity quantity) {
      int number = quantity.place().last();
      if (grammar.filter(tree -> number < tree.size()).isEmpty()) {
        return any -> true;
      }
      Grammar tree = grammar.get();
      return piece -> {
        int word = wordAt(piece);
        return word < 0
            || word >= tree.size()
            || tree.isUnder(word, tree.head(number) < 0 ? number : tree.head(number))
            || tree.isUnder(number, word, VERBS)
            || verb(tree, word) == verb(tree, number);
      };
    }

    private int wordAt(Piece piece) {
      List<Token> tokens = sentence.tokens();
      for (int at = 0; at < tokens.size(); at++) {
        if (tokens.get(at).span().contains(new Span(piece.start(), piece.end()))) {
          return at;
        }
      }
      return -1;
    }

    /** The verb that a word belongs to; the root where no verb stands over it. */
    private static int verb(Grammar tree, int word) {
      return tree.up(word)
          .filter(at -> tree.head(at) < 0 || isVerb(tree, at))
          .findFirst()
          .orElse(word);
    }

    private static boolean isVerb(Grammar tree, int at) {
      return tree.pos(at).equals("VERB") && !tree.relation(at).matches("xcomp|amod|compound");
    }
  }

  /** A comma or "and" stands between things counted, so it counts for several words. */
  private int step(Piece word) {
    return word.isMark() || and.contains(word.normal()) ? 3 : 1;
  }

  private @Nullable String topicAt(List<Piece> words, int i) {
    String pair =
        i + 1 < words.size() ? words.get(i).normal() + " " + words.get(i + 1).normal() : "";
    return topics.getOrDefault(pair, topics.get(words.get(i).normal()));
  }
}
