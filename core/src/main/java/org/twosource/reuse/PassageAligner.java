package org.twosource.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.twosource.annotate.Annotated;
import org.twosource.lexicon.WordRarity;
import org.twosource.report.Span;
import org.twosource.reuse.Passage.Substance;
import org.twosource.text.Part;
import org.twosource.text.Sentence;

/**
 * Finds the passages that reports of one story share, sentence by sentence.
 *
 * <p>Equal sentences are one node; an inverted index over the rarer words of the nodes proposes
 * pairs of nodes, so nothing looks at all pairs; a logistic regression over {@link
 * SentenceFeatures}'s features says whether two nodes say the same in related words; for a pair of
 * reports, the links between their nodes become passages, best first, one sentence to one. Words
 * decide; sentences they leave over are looked at again with vectors, where there are any, and more
 * readily between two passages of the same order (copies keep the order of sentences, independent
 * reports do not). Then one sentence goes to two where the second half supplies what was missing.
 *
 * <p>A pair of which each says on the whole what the other says is laid side by side as a whole
 * ({@link SentenceChain}); where the chain runs through both, they are a copy reworded throughout,
 * and its links become passages too, one sentence to as many as {@value SentenceChain#MOST}.
 *
 * <p>In a story of very many reports each is compared with its {@value #MAX_PARTNERS} closest later
 * ones only: that leaves every family connected.
 */
public final class PassageAligner implements Aligner {
  /** Reports compared with each report, closest first. */
  public static final int MAX_PARTNERS = 32;

  /** Reports without a strong link by words that are looked at by meaning, the most alike first. */
  static final int MAX_ALIKE = 8;

  /** Cosine of two reports as wholes; copies reworded throughout have .85 and more. */
  private static final double MIN_ALIKE = .8;

  /**
   * {@link SentenceChain#throughout} from which a pair is taken for a copy; see there for the
   * values of copies and of independent reports.
   */
  private static final double MIN_THROUGHOUT = .53;

  /** The most that the words of a passage found by meaning count. */
  private static final double BELOW_WORDS = Passage.BY_WORDS - .01;

  /** Where words leave less than this share of the sentences open, there is nothing to chain. */
  private static final double MIN_OPEN = .4;

  /** A word in more sentences than this proposes nothing. */
  private static final int MAX_POSTINGS = 600;

  /** The rarest words of a sentence look for partners. */
  private static final int PROBES = 8;

  private static final float MIN_PROBE_WEIGHT = 1.2f;

  /** Links of less probability are forgotten. */
  private static final double MIN_LINK = .08;

  /** The same as log odds. */
  private static final double MIN_LINK_SCORE = Math.log(MIN_LINK / (1 - MIN_LINK));

  /** Best F1 on bench/results/alignment.tsv, cross-validated by story; flat from .3 to .5. */
  private static final double MIN_PASSAGE = Passage.BY_WORDS;

  /** With vectors: best F1 on the same results, where words alone have it at .4. */
  private static final double MIN_SECOND_LOOK = .4;

  /**
   * With vectors, between two passages: F1 flat from .1 to .3, reworded passages most below .25.
   */
  private static final double MIN_BETWEEN = .2;

  /** Sentences to the passage before or after. */
  private static final int NEAR = 3;

  /** A neighbour that is free joins a passage from here. */
  private static final double MIN_JOINED = .1;

  /**
   * A sentence that is taken may have a second counterpart (a caption that repeats it) from here.
   */
  private static final double MIN_SECOND = .85;

  /**
   * Share of the words of both sides that are the same and in the same order, from which a passage
   * is verbatim or edited: right for 92 % of 128 passages aligned by hand, with the same value for
   * any choice from .62 to .77.
   */
  private static final double VERBATIM = .985;

  private static final double EDITED = .65;

  private static final LinearModel LEXICAL =
      LinearModel.load(
          "/org/twosource/weights/same-statement-words.tsv", SentenceFeatures.FEATURES);

  private static final LinearModel VECTORS =
      LinearModel.load(
          "/org/twosource/weights/same-statement-vectors.tsv", SentenceFeatures.VECTOR_FEATURES);

  private final Furniture furniture;
  private final WordRarity rarity;
  private final LinearModel byWords;
  private final LinearModel byVectors;

  public PassageAligner() {
    this(Furniture.NONE);
  }

  /**
   * @param furniture what is known of lines printed with other stories
   */
  public PassageAligner(Furniture furniture) {
    this(furniture, WordRarity.standard());
  }

  public PassageAligner(Furniture furniture, WordRarity rarity) {
    this(furniture, rarity, LEXICAL, VECTORS);
  }

  /**
   * With other weights than those in the jar, for measuring.
   *
   * @param byWords over {@link SentenceComparison#WORD_FEATURES}
   * @param byVectors over {@link SentenceComparison#VECTOR_FEATURES}
   */
  public PassageAligner(
      Furniture furniture, WordRarity rarity, LinearModel byWords, LinearModel byVectors) {
    this.furniture = furniture;
    this.rarity = rarity;
    this.byWords = byWords;
    this.byVectors = byVectors;
  }

  @Override
  public List<Alignment> align(List<Annotated> reports) {
    return new Work(reports).alignments();
  }

  /**
   * A pair of nodes or of sentences, and how probable it is that they say the same.
   *
   * @param probability by their words
   * @param second with vectors; 0 where words decide or there are no vectors
   */
  private record Link(int a, int b, double probability, double second) {}

  /** One call: the nodes of a story and the links between them. */
  private final class Work {
    private final List<Annotated> reports;
    private final StoryWords vocabulary = new StoryWords(rarity);
    private final List<List<PreparedSentence>> prepared = new ArrayList<>();
    private final List<int[]> nodesOf = new ArrayList<>();
    private final List<PreparedSentence> nodes = new ArrayList<>();
    private final List<List<Place>> occurrences = new ArrayList<>();
    private final List<List<Link>> links = new ArrayList<>();
    private final @Nullable QuotedText[] quoted;
    private final double[] values = new double[SentenceFeatures.FEATURES.size()];
    private final List<SentenceChain.ChainSide> sides = new ArrayList<>();

    Work(List<Annotated> reports) {
      this.reports = reports;
      this.quoted = new @Nullable QuotedText[reports.size()];
    }

    List<Alignment> alignments() {
      vocabulary.count(reports);
      reports.forEach(report -> sides.add(SentenceChain.ChainSide.of(report)));
      prepare();
      link();
      List<Alignment> found = new ArrayList<>();
      for (int report = 0; report < reports.size(); report++) {
        alignRow(report, found);
      }
      return found;
    }

    private void prepare() {
      Map<Long, Integer> known = new HashMap<>();
      for (int at = 0; at < reports.size(); at++) {
        Annotated report = reports.get(at);
        List<PreparedSentence> sentences = new ArrayList<>(report.sentences().size());
        int[] own = new int[report.sentences().size()];
        for (Sentence sentence : report.sentences()) {
          PreparedSentence ready = PreparedSentence.of(report, at, sentence, vocabulary);
          sentences.add(ready);
          own[sentence.index()] = -1;
          if (isComparable(ready)) {
            int node = known.computeIfAbsent(ready.hash(), hash -> addNode(ready));
            occurrences.get(node).add(new Place(at, sentence.index()));
            own[sentence.index()] = node;
          }
        }
        prepared.add(sentences);
        nodesOf.add(own);
      }
    }

    private boolean isComparable(PreparedSentence sentence) {
      return sentence.words().length >= 3
          && sentence.bag().length >= 2
          && sentence.part() != Part.Kind.HEADLINE;
    }

    private int addNode(PreparedSentence sentence) {
      nodes.add(sentence);
      occurrences.add(new ArrayList<>(1));
      links.add(new ArrayList<>(2));
      return nodes.size() - 1;
    }

    /** Proposes pairs of nodes by their rarer words and keeps those that may say the same. */
    private void link() {
      StoryGrams grams = new StoryGrams(nodes, vocabulary.size());
      nodes.replaceAll(node -> node.among(grams));
      int[][] postings = new int[vocabulary.size()][];
      int[] filled = new int[postings.length];
      float[] shared = new float[nodes.size()];
      int[] touched = new int[nodes.size()];
      int[] probes = new int[PROBES];
      SentenceMatcher matcher = new SentenceMatcher(vocabulary.size());
      for (int node = 0; node < nodes.size(); node++) {
        PreparedSentence sentence = nodes.get(node);
        int count = 0;
        int useful = probes(sentence, grams, probes);
        for (int probe = 0; probe < useful; probe++) {
          int word = probes[probe];
          float weight = vocabulary.weight(word);
          int[] having = postings[word];
          for (int at = 0; at < filled[word]; at++) {
            int other = having[at];
            if (shared[other] == 0) {
              touched[count++] = other;
            }
            shared[other] += weight;
          }
        }
        if (count > 0) {
          matcher.take(sentence);
        }
        for (int at = 0; at < count; at++) {
          int other = touched[at];
          double least = Math.min(sentence.weight(), nodes.get(other).weight());
          if (shared[other] >= .15 * least) {
            consider(node, other, matcher);
          }
          shared[other] = 0;
        }
        for (int word : sentence.bag()) {
          if (isUseful(word, grams)) {
            int[] having = postings[word];
            if (having == null) {
              having = postings[word] = new int[grams.count(word)];
            }
            having[filled[word]++] = node;
          }
        }
      }
    }

    private void consider(int node, int other, SentenceMatcher matcher) {
      PreparedSentence a = nodes.get(node);
      PreparedSentence b = nodes.get(other);
      matcher.compare(a, b, values);
      boolean vectors = SentenceFeatures.haveVectors(a, b);
      if (byWords.score(values) < MIN_LINK_SCORE && !(vectors && maySecond(a, b, values))) {
        return;
      }
      values[SentenceFeatures.LONGEST_RUN] = matcher.run(b);
      double probability = byWords.probability(values);
      double second = vectors && probability < MIN_PASSAGE ? withVectors(a, b, values) : 0;
      if (probability >= MIN_LINK || second > 0) {
        links.get(node).add(new Link(node, other, probability, second));
        links.get(other).add(new Link(other, node, probability, second));
      }
    }

    /** The probability with vectors; 0 when it is too low to count. */
    private double withVectors(PreparedSentence a, PreparedSentence b, double[] words) {
      if (!maySecond(a, b, words)) {
        return 0;
      }
      double second =
          byVectors.probability(SentenceFeatures.vectorFeatures(a, b, words, vocabulary));
      return second < MIN_BETWEEN ? 0 : second;
    }

    /** Whether vectors can bring two sentences together; cheap. */
    private boolean maySecond(PreparedSentence a, PreparedSentence b, double[] words) {
      return byVectors.probability(SentenceFeatures.atMost(a, b, words)) >= MIN_BETWEEN;
    }

    /** A word that proposes pairs: others have it, but not too many, and it is rare. */
    private boolean isUseful(int word, StoryGrams grams) {
      int count = grams.count(word);
      return count > 1 && count <= MAX_POSTINGS && vocabulary.weight(word) >= MIN_PROBE_WEIGHT;
    }

    /** The rarest words of a sentence that can propose anything, rarest first; their number. */
    private int probes(PreparedSentence sentence, StoryGrams grams, int[] best) {
      int count = 0;
      for (int word : sentence.bag()) {
        if (!isUseful(word, grams)) {
          continue;
        }
        int at = count < PROBES ? count++ : PROBES;
        while (at > 0 && vocabulary.weight(best[at - 1]) < vocabulary.weight(word)) {
          if (at < PROBES) {
            best[at] = best[at - 1];
          }
          at--;
        }
        if (at < PROBES) {
          best[at] = word;
        }
      }
      return count;
    }

    private void alignRow(int report, List<Alignment> found) {
      Row row = new Row(reports.size());
      int[] own = nodesOf.get(report);
      for (int i = 0; i < own.length; i++) {
        if (own[i] >= 0) {
          float weight = prepared.get(report).get(i).weight();
          for (Place place : occurrences.get(own[i])) {
            if (place.report > report) {
              row.add(place.report, new Link(i, place.sentence, 1, 0), weight);
            }
          }
          for (Link link : links.get(own[i])) {
            for (Place place : occurrences.get(link.b())) {
              if (place.report > report) {
                Link own1 = new Link(i, place.sentence, link.probability(), link.second());
                row.add(place.report, own1, weight);
              }
            }
          }
        }
      }
      for (int partner : withAlike(report, row.partners())) {
        List<Passage> passages = passages(report, partner, row.links(partner));
        if (!passages.isEmpty()) {
          found.add(new Alignment(reports.get(report).id(), reports.get(partner).id(), passages));
        }
      }
    }

    /** The partners, ascending, with later reports that say the same in other words. */
    private List<Integer> withAlike(int report, List<Integer> partners) {
      SentenceChain.ChainSide own = sides.get(report);
      List<Integer> alike = new ArrayList<>();
      for (int other = report + 1; other < reports.size(); other++) {
        if (own.likeness(sides.get(other)) >= MIN_ALIKE
            && Collections.binarySearch(partners, other) < 0) {
          alike.add(other);
        }
      }
      alike.sort(Comparator.comparingDouble((Integer other) -> -own.likeness(sides.get(other))));
      List<Integer> all = new ArrayList<>(partners);
      all.addAll(alike.subList(0, Math.min(MAX_ALIKE, alike.size())));
      all.sort(null);
      return all;
    }

    private List<Passage> passages(int a, int b, List<Link> candidates) {
      List<Link> ordered = new ArrayList<>(candidates);
      ordered.sort(
          Comparator.comparingDouble((Link link) -> -link.probability())
              .thenComparingInt(link -> Math.abs(link.a() - link.b()))
              .thenComparingInt(Link::a)
              .thenComparingInt(Link::b));
      List<Growing> growing = new ArrayList<>();
      @Nullable Growing[] ofA = new @Nullable Growing[prepared.get(a).size()];
      @Nullable Growing[] ofB = new @Nullable Growing[prepared.get(b).size()];
      for (Link link : ordered) {
        boolean free = ofA[link.a()] == null && ofB[link.b()] == null;
        if (link.probability() >= MIN_PASSAGE && free) {
          Growing passage = new Growing(link);
          growing.add(passage);
          ofA[link.a()] = passage;
          ofB[link.b()] = passage;
        } else if (link.probability() >= MIN_SECOND) {
          join(link, 2, ofA, ofB, a, b);
          if (ofA[link.a()] == null || ofB[link.b()] == null) {
            Growing passage = new Growing(link);
            growing.add(passage);
            ofA[link.a()] = ofA[link.a()] == null ? passage : ofA[link.a()];
            ofB[link.b()] = ofB[link.b()] == null ? passage : ofB[link.b()];
          }
        }
      }
      chain(a, b, growing, ofA, ofB);
      secondLook(candidates, growing, ofA, ofB);
      for (Link link : ordered) {
        if (link.probability() >= MIN_JOINED) {
          join(link, 2, ofA, ofB, a, b);
        }
      }
      growing.sort(
          Comparator.comparing((Growing passage) -> passage.left.getFirst())
              .thenComparing(passage -> passage.right.getFirst()));
      return growing.stream().map(passage -> passage(a, b, passage)).toList();
    }

    /** Makes passages of the sentences that words leave open in a copy reworded throughout. */
    private void chain(
        int a, int b, List<Growing> growing, @Nullable Growing[] ofA, @Nullable Growing[] ofB) {
      SentenceChain.ChainSide left = sides.get(a);
      SentenceChain.ChainSide right = sides.get(b);
      if (left.likeness(right) < MIN_ALIKE
          || openShare(left, ofA) < MIN_OPEN
          || openShare(right, ofB) < MIN_OPEN
          || SentenceChain.of(left, right).throughout() < MIN_THROUGHOUT) {
        return;
      }
      for (SentenceChain.Link link : SentenceChain.ofCopy(left, right).links()) {
        boolean free =
            link.a().stream().allMatch(at -> ofA[at] == null)
                && link.b().stream().allMatch(at -> ofB[at] == null);
        if (free) {
          Growing passage = new Growing(link.a(), link.b(), byWords(a, b, link));
          growing.add(passage);
          link.a().forEach(at -> ofA[at] = passage);
          link.b().forEach(at -> ofB[at] = passage);
        } else {
          for (int one : link.a()) {
            for (int two : link.b()) {
              join(new Link(one, two, 0, 0), SentenceChain.MOST, ofA, ofB, a, b);
            }
          }
        }
      }
    }

    private double openShare(SentenceChain.ChainSide side, @Nullable Growing[] taken) {
      int open = 0;
      for (int at = 0; at < taken.length; at++) {
        open += taken[at] == null && side.holds(at) ? 1 : 0;
      }
      return (double) open / Math.max(1, side.size());
    }

    /** What the words alone say of a link that meaning has found: less than enough. */
    private double byWords(int a, int b, SentenceChain.Link link) {
      PreparedSentence one = prepared.get(a).get(link.a().getFirst());
      PreparedSentence two = prepared.get(b).get(link.b().getFirst());
      double probability = byWords.probability(SentenceFeatures.features(one, two));
      return Math.min(probability, BELOW_WORDS);
    }

    /** Makes passages of sentences that are left over and that vectors put together. */
    private void secondLook(
        List<Link> candidates,
        List<Growing> growing,
        @Nullable Growing[] ofA,
        @Nullable Growing[] ofB) {
      if (candidates.stream().noneMatch(link -> link.second() > 0)) {
        return;
      }
      List<Growing> found = List.copyOf(growing);
      candidates.stream()
          .filter(link -> link.second() >= (isBetween(link, found) ? MIN_BETWEEN : MIN_SECOND_LOOK))
          .sorted(
              Comparator.comparingDouble((Link link) -> -link.second())
                  .thenComparingInt(Link::a)
                  .thenComparingInt(Link::b))
          .forEach(
              link -> {
                if (ofA[link.a()] == null && ofB[link.b()] == null) {
                  Growing passage = new Growing(link);
                  growing.add(passage);
                  ofA[link.a()] = passage;
                  ofB[link.b()] = passage;
                }
              });
    }

    /** Whether a passage stands close before both sentences, and another close after both. */
    private static boolean isBetween(Link link, List<Growing> passages) {
      boolean before = false;
      boolean after = false;
      for (Growing passage : passages) {
        int left = passage.left.getFirst() - link.a();
        int right = passage.right.getFirst() - link.b();
        before |= left < 0 && right < 0 && left >= -NEAR && right >= -NEAR;
        after |= left > 0 && right > 0 && left <= NEAR && right <= NEAR;
      }
      return before && after;
    }

    /**
     * Takes the free sentence of a link into the passage of the other, if the two are neighbours.
     *
     * @param most sentences of one side
     */
    private void join(
        Link link, int most, @Nullable Growing[] ofA, @Nullable Growing[] ofB, int a, int b) {
      Growing left = ofA[link.a()];
      Growing right = ofB[link.b()];
      if (left == null && right != null) {
        ofA[link.a()] = right.joinA(link.a(), most, prepared.get(a));
      } else if (left != null && right == null) {
        ofB[link.b()] = left.joinB(link.b(), most, prepared.get(b));
      }
    }

    private Passage passage(int a, int b, Growing passage) {
      return new Passage(
          passage.left,
          passage.right,
          span(prepared.get(a), passage.left),
          span(prepared.get(b), passage.right),
          manner(forms(prepared.get(a), passage.left), forms(prepared.get(b), passage.right)),
          substance(a, b, passage),
          Math.round(passage.probability * 1e4) / 1e4);
    }

    private static int[] forms(List<PreparedSentence> sentences, List<Integer> indices) {
      int[] forms = sentences.get(indices.getFirst()).forms();
      for (int at = 1; at < indices.size(); at++) {
        int[] next = sentences.get(indices.get(at)).forms();
        int length = forms.length;
        forms = Arrays.copyOf(forms, length + next.length);
        System.arraycopy(next, 0, forms, length, next.length);
      }
      return forms;
    }

    private static Span span(List<PreparedSentence> sentences, List<Integer> indices) {
      return sentences
          .get(indices.get(0))
          .span()
          .union(sentences.get(indices.get(indices.size() - 1)).span());
    }

    private Substance substance(int a, int b, Growing passage) {
      if (isFurniture(a, passage.left) || isFurniture(b, passage.right)) {
        return Substance.BOILERPLATE;
      }
      if (prepared.get(a).get(passage.left.getFirst()).part() == Part.Kind.CAPTION
          || prepared.get(b).get(passage.right.getFirst()).part() == Part.Kind.CAPTION) {
        return Substance.CAPTION;
      }
      double quotedShare = Math.max(quotedShare(a, passage.left), quotedShare(b, passage.right));
      return quotedShare >= .5 ? Substance.QUOTATION : Substance.PROSE;
    }

    private boolean isFurniture(int report, List<Integer> sentences) {
      for (int sentence : sentences) {
        if (!prepared.get(report).get(sentence).isFurniture(furniture)) {
          return false;
        }
      }
      return true;
    }

    /** Share of the content weight that stands in quotation marks, 0 to 1. */
    private double quotedShare(int report, List<Integer> sentences) {
      QuotedText marks = quoted[report];
      if (marks == null) {
        marks = quoted[report] = QuotedText.of(reports.get(report));
      }
      double all = 0;
      double inside = 0;
      for (int sentence : sentences) {
        all += prepared.get(report).get(sentence).mass();
        inside += prepared.get(report).get(sentence).quotedMass(marks);
      }
      return all == 0 ? 0 : inside / all;
    }
  }

  /** A sentence of a report, by their places. */
  private record Place(int report, int sentence) {}

  /** The links of one report to the reports after it. */
  private static final class Row {
    /** A link is evidence that two reports belong together from this probability on. */
    private static final double STRONG = .3;

    private final float[] strength;
    private final @Nullable List<Link>[] links;

    @SuppressWarnings("unchecked")
    Row(int reports) {
      strength = new float[reports];
      links = (@Nullable List<Link>[]) new List<?>[reports];
    }

    void add(int other, Link link, float weight) {
      List<Link> list = links[other];
      if (list == null) {
        list = links[other] = new ArrayList<>();
      }
      list.add(link);
      if (link.probability() >= STRONG) {
        strength[other] += (float) link.probability() * weight;
      }
    }

    /** The reports to compare with, ascending. */
    List<Integer> partners() {
      List<Integer> partners = new ArrayList<>();
      for (int other = 0; other < strength.length; other++) {
        if (strength[other] > 0) {
          partners.add(other);
        }
      }
      if (partners.size() > MAX_PARTNERS) {
        partners.sort(Comparator.comparing((Integer other) -> -strength[other]));
        partners = new ArrayList<>(partners.subList(0, MAX_PARTNERS));
        partners.sort(null);
      }
      return partners;
    }

    List<Link> links(int other) {
      List<Link> list = links[other];
      return list == null ? List.of() : list;
    }
  }

  /** A passage to which free neighbours may still be joined, on one side only. */
  private static final class Growing {
    private final List<Integer> left = new ArrayList<>();
    private final List<Integer> right = new ArrayList<>();
    private final double probability;

    Growing(Link link) {
      this(List.of(link.a()), List.of(link.b()), link.probability());
    }

    Growing(List<Integer> a, List<Integer> b, double probability) {
      left.addAll(a);
      right.addAll(b);
      this.probability = probability;
    }

    @Nullable Growing joinA(int sentence, int most, List<PreparedSentence> sentences) {
      return right.size() == 1 && join(left, sentence, most, sentences) ? this : null;
    }

    @Nullable Growing joinB(int sentence, int most, List<PreparedSentence> sentences) {
      return left.size() == 1 && join(right, sentence, most, sentences) ? this : null;
    }

    private static boolean join(
        List<Integer> side, int sentence, int most, List<PreparedSentence> sentences) {
      boolean next = sentence == side.getLast() + 1 || sentence == side.getFirst() - 1;
      if (side.size() >= most
          || !next
          || sentences.get(sentence).part() != sentences.get(side.getFirst()).part()) {
        return false;
      }
      side.add(sentence);
      side.sort(null);
      return true;
    }
  }

  private static Manner manner(int[] one, int[] two) {
    int common = Arrays.equals(one, two) ? one.length : SentenceFeatures.commonInOrder(one, two);
    double share = 2.0 * common / Math.max(1, one.length + two.length);
    return share >= VERBATIM ? Manner.VERBATIM : share >= EDITED ? Manner.EDITED : Manner.REWORDED;
  }
}
