package org.twosource.annotate.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Grammar;
import org.twosource.encode.Encoder;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * What a sentence shows of the kind of an event between two sides of it: the words around and
 * between the sides, the words that govern them in the grammar and what hangs on these, the entries
 * of the event tables, and means of word vectors. The learned root ({@link RootModel}) is linear on
 * these. Immutable, for any thread.
 */
public final class RootFeatures {
  /**
   * NameWord vectors are averaged over: the governing words, the words between, all but the sides.
   */
  static final int POOLS = 3;

  private static final String OWN_WORDS =
      "obj|obl.*|xcomp|compound.*|ccomp|case|aux.*|nmod.*|mark|advmod";
  private static final int LONGEST_CHAIN = 40;
  private static final int OFF_THE_PATH = 100;

  private final EventWords events;
  private final Set<String> negations;
  private final Set<String> functionWords;

  public RootFeatures(Language language) {
    events = EventWords.learned(language);
    negations = language.words("negations");
    functionWords = language.words("stopwords");
  }

  /**
   * The words of one side, in tokens of the sentence; empty where the side is not named.
   *
   * @param end exclusive
   */
  public record SideWords(int start, int end) {
    /** Not named in the sentence. */
    public static final SideWords NONE = new SideWords(0, 0);

    /** The tokens of the sentence that a span touches. */
    public static SideWords of(Sentence sentence, Span span) {
      List<Token> tokens = sentence.tokens();
      int[] touched =
          IntStream.range(0, tokens.size())
              .filter(i -> span.overlaps(tokens.get(i).span()))
              .toArray();
      return touched.length == 0
          ? NONE
          : new SideWords(touched[0], touched[touched.length - 1] + 1);
    }

    public boolean isEmpty() {
      return start >= end;
    }

    boolean contains(int token) {
      return start <= token && token < end;
    }
  }

  /**
   * The features of one event.
   *
   * @param words those that are there, as {@code kind=value}
   * @param pools means of word vectors, each of length 1, one after another
   */
  public record Values(List<String> words, float[] pools) {
    public Values {
      words = List.copyOf(words);
    }
  }

  /** Empty where the sentence has no grammar or no vectors, or neither side is named in it. */
  public Optional<Values> of(
      Annotated text, Sentence sentence, SideWords source, SideWords target) {
    Optional<Grammar> tree = text.syntax(sentence.index());
    Optional<float[][]> rows = text.vectors().tokens(sentence.index());
    if (tree.isEmpty() || rows.isEmpty() || source.isEmpty() && target.isEmpty()) {
      return Optional.empty();
    }
    SentenceReading reading = new SentenceReading(sentence.tokens(), tree.get(), source, target);
    return Optional.of(new Values(reading.words(), reading.pools(rows.get())));
  }

  /** The tokens that govern both sides, from the source up and down to the target. */
  List<Integer> path(Sentence sentence, Grammar tree, SideWords source, SideWords target) {
    return new SentenceReading(sentence.tokens(), tree, source, target).path;
  }

  /** The base form where the event tables know the word, else the word without its ending. */
  private String base(Token token) {
    String base = events.base(token).toLowerCase(Locale.ROOT);
    if (base.chars().anyMatch(Character::isDigit)) {
      return "#";
    }
    if (!base.equals(token.normal()) || functionWords.contains(base) || base.length() < 5) {
      return base;
    }
    for (String ending : List.of("ings", "ing", "ied", "ies", "ed", "es", "s", "e", "y")) {
      if (base.endsWith(ending) && base.length() - ending.length() >= 3) {
        return base.substring(0, base.length() - ending.length());
      }
    }
    return base;
  }

  /** One sentence with its two sides. */
  private final class SentenceReading {
    private final List<Token> tokens;
    private final List<String> bases;
    private final Grammar tree;
    private final SideWords source;
    private final SideWords target;
    private final int from;
    private final int to;
    private final int sourceHead;
    private final int targetHead;
    private final int joint;
    private final List<Integer> path = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();

    SentenceReading(List<Token> tokens, Grammar tree, SideWords source, SideWords target) {
      this.tokens = tokens;
      this.tree = tree;
      this.source = source;
      this.target = target;
      bases = tokens.stream().map(RootFeatures.this::base).toList();
      boolean both = !source.isEmpty() && !target.isEmpty();
      from = both ? Math.min(source.end(), target.end()) : 0;
      to = both ? Math.max(source.start(), target.start()) : 0;
      sourceHead = head(source);
      targetHead = head(target);
      List<Integer> overSource = upFrom(sourceHead);
      List<Integer> overTarget = upFrom(targetHead);
      joint = overSource.stream().filter(overTarget::contains).findFirst().orElse(-1);
      overSource.stream().takeWhile(one -> one != joint).forEach(path::add);
      if (joint >= 0) {
        path.add(joint);
      }
      overTarget.stream().takeWhile(one -> one != joint).forEach(path::add);
      path.removeIf(one -> one == sourceHead || one == targetHead);
    }

    private int head(SideWords side) {
      return tree.tops(side.start(), side.end())
          .filter(at -> !tree.pos(at).equals("PUNCT"))
          .findFirst()
          .orElse(side.isEmpty() ? -1 : side.start());
    }

    private List<Integer> upFrom(int token) {
      return tree.up(token).limit(LONGEST_CHAIN).boxed().toList();
    }

    private boolean isOutside(int token) {
      return !source.contains(token) && !target.contains(token);
    }

    private int over(int token) {
      return token < 0 ? -1 : tree.head(token);
    }

    List<String> words() {
      around();
      between();
      path.forEach(this::onPath);
      relations();
      governing("source", sourceHead);
      governing("target", targetHead);
      if (joint >= 0) {
        words.add("joint=" + bases.get(joint));
      }
      tables();
      return List.copyOf(words);
    }

    private void around() {
      for (int i = 0; i < tokens.size(); i++) {
        if (isOutside(i) && tokens.get(i).isWord()) {
          words.add("word=" + bases.get(i));
          if (i + 1 < tokens.size() && tokens.get(i + 1).isWord()) {
            words.add("words=" + bases.get(i) + "_" + bases.get(i + 1));
          }
        }
      }
    }

    private void between() {
      if (source.isEmpty() || target.isEmpty()) {
        words.add(source.isEmpty() ? "order=target" : "order=source");
        return;
      }
      words.add(source.start() <= target.start() ? "order=source_target" : "order=target_source");
      for (int i = from; i < to; i++) {
        words.add("between=" + bases.get(i));
        if (i + 1 < to) {
          words.add("betweens=" + bases.get(i) + "_" + bases.get(i + 1));
        }
      }
      words.add("gap=" + Math.min(6, Math.max(0, to - from) / 3));
    }

    private void onPath(int governing) {
      words.add("path=" + bases.get(governing));
      for (int i : tree.dependents(governing).filter(this::isOutside).toArray()) {
        String relation = tree.relation(i);
        if (relation.matches(OWN_WORDS)) {
          words.add("paths=" + bases.get(governing) + "_" + bases.get(i));
          words.add("under=" + relation.replaceAll(":.*", "") + "_" + bases.get(i));
        }
        if (negations.contains(tokens.get(i).normal())) {
          words.add("negated=yes");
        }
      }
    }

    private void relations() {
      StringBuilder up = new StringBuilder();
      upFrom(sourceHead).stream()
          .takeWhile(one -> one != joint)
          .forEach(one -> up.append(tree.relation(one)).append('<'));
      StringBuilder down = new StringBuilder();
      upFrom(targetHead).stream()
          .takeWhile(one -> one != joint)
          .forEach(one -> down.insert(0, '>' + tree.relation(one)));
      words.add("relations=" + up + "*" + down);
    }

    private void governing(String side, int head) {
      int governing = over(head);
      if (governing >= 0) {
        String relation = tree.relation(head);
        words.add(side + "=" + bases.get(governing));
        words.add(side + "-as=" + relation);
        words.add(side + "s=" + relation + "_" + bases.get(governing));
      }
    }

    private void tables() {
      Optional<EventWords.Kind> nearest = Optional.empty();
      int least = Integer.MAX_VALUE;
      for (EventWords.Found found : events.find(tokens)) {
        if (found.kind().type().equals("NONE") || !isOutside(found.start())) {
          continue;
        }
        boolean onPath = path.contains(found.start()) || path.contains(found.end() - 1);
        table("", found.kind());
        if (onPath) {
          table("path-", found.kind());
        }
        if (from <= found.start() && found.start() < to) {
          table("between-", found.kind());
        }
        int centre = joint >= 0 ? joint : Math.max(0, over(sourceHead));
        int distance = (onPath ? 0 : OFF_THE_PATH) + Math.abs(found.start() - centre);
        if (distance < least) {
          least = distance;
          nearest = Optional.of(found.kind());
        }
      }
      nearest.ifPresentOrElse(kind -> table("near-", kind), () -> words.add("near-table=none"));
    }

    private void table(String where, EventWords.Kind kind) {
      words.add(where + "table=" + kind.type());
      words.add(where + "cameo=" + kind.cameo().orElse("none"));
    }

    float[] pools(float[][] rows) {
      float[] pools = new float[POOLS * Encoder.WIDTH];
      int near = Math.max(0, Math.max(over(sourceHead), over(targetHead)));
      mean(rows, path.isEmpty() ? List.of(near) : path, pools, 0);
      mean(rows, IntStream.range(from, Math.max(from, to)).boxed().toList(), pools, 1);
      mean(
          rows, IntStream.range(0, rows.length).filter(this::isOutside).boxed().toList(), pools, 2);
      return pools;
    }

    private static void mean(float[][] rows, List<Integer> tokens, float[] pools, int pool) {
      int start = pool * Encoder.WIDTH;
      double squares = 0;
      for (int i = 0; i < Encoder.WIDTH; i++) {
        for (int token : tokens) {
          pools[start + i] += rows[token][i];
        }
        squares += pools[start + i] * pools[start + i];
      }
      float scale = (float) (1 / Math.max(1e-9, Math.sqrt(squares)));
      for (int i = 0; i < Encoder.WIDTH; i++) {
        pools[start + i] *= scale;
      }
    }
  }
}
