package org.twosource.claim.dispute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Grammar;
import org.twosource.claim.Participants;
import org.twosource.claim.Wording;
import org.twosource.lexicon.WordRarity;
import org.twosource.report.Span;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * The content words of one wording with their vectors: what another wording's words are held
 * against.
 */
final class SlotWords {
  private static final WordRarity RARITY = WordRarity.standard();

  /** So near a denied word must be to one of the other wording; see weights/dispute.card.md. */
  private static final double DENIED_MET = 0.45;

  /** So near must be what a denied noun is for. */
  private static final double PURPOSE_MET = 0.60;

  /** So near must be two verbs that tell of one act. */
  private static final double ACT_MET = 0.30;

  private final Wording wording;
  private final ContentWords contentWords;
  private final float[][] rows;
  private final List<Integer> content = new ArrayList<>();

  /** Empty without grammar. */
  private final Optional<DeniedWords> deniedWords;

  SlotWords(Wording wording, ContentWords contentWords) {
    this.wording = wording;
    this.contentWords = contentWords;
    Language language = Language.ofMost(List.of(wording.annotated().text().language()));
    this.deniedWords =
        wording
            .annotated()
            .syntax(wording.sentence().index())
            .map(grammar -> new DeniedWords(wording.sentence(), grammar, language));
    this.rows =
        wording.annotated().vectors().tokens(wording.sentence().index()).orElse(new float[0][]);
    for (int at = 0; at < rows.length && at < tokens().size(); at++) {
      if (isContent(at) && wording.span().contains(tokens().get(at).span())) {
        content.add(at);
      }
    }
  }

  private List<Token> tokens() {
    return wording.sentence().tokens();
  }

  private boolean isContent(int at) {
    return contentWords.isContent(tokens().get(at));
  }

  private double rarity(int at) {
    return RARITY.of(tokens().get(at).normal());
  }

  /** The cosine of a word with the nearest content word of another wording, at least 0. */
  private double best(int at, SlotWords other) {
    return best(at, other, other.content);
  }

  private double best(int at, SlotWords other, List<Integer> words) {
    double best = 0;
    for (int one : words) {
      best = Math.max(best, cosine(rows[at], other.rows[one]));
    }
    return best;
  }

  /** How well its words are met by those of another wording, the rare ones counting more. */
  double metBy(SlotWords other) {
    return metBy(other, content);
  }

  private double metBy(SlotWords other, List<Integer> words) {
    double sum = 0;
    double all = 0;
    for (int at : words) {
      sum += rarity(at) * best(at, other);
      all += rarity(at);
    }
    return all == 0 ? 0 : sum / all;
  }

  /** What the rare word weighs that is met worst by the words of another wording. */
  double worstGap(SlotWords other) {
    return content.stream().mapToDouble(at -> rarity(at) * (1 - best(at, other))).max().orElse(0);
  }

  /** How well the other wording meets what is turned or denied here. */
  double deniedBy(SlotWords other) {
    double best = 0;
    for (Cue cue : wording.annotated().cuesIn(wording.span())) {
      if (cue.kind() == Cue.Kind.NEGATION || cue.kind() == Cue.Kind.DENIAL) {
        best =
            Math.max(
                best,
                metBy(
                    other,
                    inside(
                        cue.scope(),
                        at -> isContent(at) && !cue.span().overlaps(tokens().get(at).span()))));
      }
    }
    return best;
  }

  /**
   * Whether the other wording speaks of what is turned or denied here. Of a noun denied for
   * something ("no right to send envoys", "no way you can finish") it must speak of that too;
   * elsewhere one act told by both is enough. "158 kilos, not 148" denies nothing of another
   * report: it corrects itself.
   */
  boolean isDenialOf(SlotWords other) {
    boolean met = false;
    for (Cue cue : wording.annotated().cuesIn(wording.span())) {
      if (cue.kind() == Cue.Kind.NEGATION || cue.kind() == Cue.Kind.DENIAL) {
        OptionalInt denied = denied(cue);
        if (denied.isEmpty()) {
          continue;
        }
        if (!denies(denied.getAsInt())) {
          return false;
        }
        OptionalInt purpose = purpose(denied.getAsInt());
        if (purpose.isPresent() && best(purpose.getAsInt(), other, other.verbs()) < PURPOSE_MET) {
          return false;
        }
        met |= meets(denied.getAsInt(), other);
      }
    }
    return met || tellsOneAct(other);
  }

  private boolean denies(int word) {
    return deniedWords.map(words -> words.isDenied(word)).orElse(true);
  }

  /**
   * Whether the other wording tells of what a word denies: of a verb, as something that is so, and
   * not of other people's doing.
   */
  private boolean meets(int denied, SlotWords other) {
    OptionalInt nearest =
        other.content.stream()
            .mapToInt(at -> at)
            .reduce(
                (one, next) ->
                    cosine(rows[denied], other.rows[next]) > cosine(rows[denied], other.rows[one])
                        ? next
                        : one);
    return nearest.isPresent()
        && cosine(rows[denied], other.rows[nearest.getAsInt()]) >= DENIED_MET
        && isToldBy(denied, other, nearest.getAsInt());
  }

  private boolean isToldBy(int denied, SlotWords other, int told) {
    Optional<Grammar> here = wording.annotated().syntax(wording.sentence().index());
    Optional<Grammar> there = other.wording.annotated().syntax(other.wording.sentence().index());
    boolean verbs =
        here.filter(grammar -> grammar.pos(denied).equals("VERB")).isPresent()
            && there.filter(grammar -> grammar.pos(told).equals("VERB")).isPresent();
    return !verbs
        || other.deniedWords.orElseThrow().isTold(told)
            && !Participants.of(wording, here.orElseThrow(), denied, contentWords)
                .areOthersThan(
                    Participants.of(other.wording, there.orElseThrow(), told, contentWords));
  }

  /** The word that a cue denies; empty where it only sets one word against another. */
  private OptionalInt denied(Cue cue) {
    Optional<Grammar> grammar = wording.annotated().syntax(wording.sentence().index());
    List<Integer> cues = inside(cue.span(), at -> true);
    if (grammar.isEmpty() || cues.isEmpty()) {
      return OptionalInt.empty();
    }
    int at = cues.getFirst();
    int head = grammar.get().head(at);
    int denied = cue.kind() == Cue.Kind.DENIAL || head < 0 ? at : head;
    boolean contrast =
        at > 0
            && tokens().get(at - 1).normal().equals(",")
            && !grammar.get().pos(denied).equals("VERB")
            && head > at;
    return contrast || denied >= rows.length ? OptionalInt.empty() : OptionalInt.of(denied);
  }

  /** The verb that a denied noun is for: "right to send", "way you can finish". */
  private OptionalInt purpose(int denied) {
    Grammar grammar = wording.annotated().syntax(wording.sentence().index()).orElseThrow();
    return grammar.pos(denied).equals("NOUN")
        ? grammar
            .dependents(denied, "acl.*|ccomp|csubj")
            .filter(at -> at < rows.length && isContent(at))
            .findFirst()
        : OptionalInt.empty();
  }

  /** Whether a verb of the other, of something that it tells as so, is near one of these. */
  private boolean tellsOneAct(SlotWords other) {
    List<Integer> theirs = other.verbs();
    return verbs().stream()
        .anyMatch(
            at ->
                theirs.stream()
                    .filter(to -> cosine(rows[at], other.rows[to]) >= ACT_MET)
                    .anyMatch(to -> isToldBy(at, other, to)));
  }

  /** What is done or comes about; that somebody says it is no act. */
  private List<Integer> verbs() {
    Optional<Grammar> grammar = wording.annotated().syntax(wording.sentence().index());
    Optional<Span> cue = wording.attribution().flatMap(Attribution::cue);
    return content.stream()
        .filter(at -> grammar.filter(one -> one.pos(at).equals("VERB")).isPresent())
        .filter(at -> cue.filter(tokens().get(at).span()::overlaps).isEmpty())
        .toList();
  }

  /** How alike two fillers of slots are in their sentences, whatever they say: -1 to 1. */
  double filler(Span own, SlotWords other, Span others) {
    List<Integer> one = inside(own, at -> true);
    List<Integer> two = other.inside(others, at -> true);
    return one.isEmpty() || two.isEmpty() ? 0 : cosine(mean(one), other.mean(two));
  }

  /** Whether the first word of a span is a subject in its sentence. */
  boolean isSubject(Span span) {
    Optional<Grammar> grammar = wording.annotated().syntax(wording.sentence().index());
    return inside(span, at -> true).stream()
        .anyMatch(at -> grammar.filter(one -> one.relation(at).startsWith("nsubj")).isPresent());
  }

  private List<Integer> inside(Span span, IntPredicate wanted) {
    List<Integer> words = new ArrayList<>();
    for (int at = 0; at < rows.length && at < tokens().size(); at++) {
      if (span.overlaps(tokens().get(at).span()) && wanted.test(at)) {
        words.add(at);
      }
    }
    return words;
  }

  private float[] mean(List<Integer> words) {
    float[] mean = new float[rows[0].length];
    for (int word : words) {
      for (int at = 0; at < mean.length; at++) {
        mean[at] += rows[word][at];
      }
    }
    double length = Math.sqrt(cosine(mean, mean)) + 1e-9;
    for (int at = 0; at < mean.length; at++) {
      mean[at] /= (float) length;
    }
    return mean;
  }

  /** Of vectors of length 1; 0 where one is absent. */
  static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int at = 0; at < a.length && at < b.length; at++) {
      sum += a[at] * b[at];
    }
    return sum;
  }
}
