package org.twosource.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.twosource.annotate.Annotated;
import org.twosource.report.Span;
import org.twosource.reuse.Passage.Substance;
import org.twosource.text.Part;
import org.twosource.text.Sentence;

/**
 * Finds the passages that reports of one story share, sentence by sentence.
 *
 * <p>Equal sentences are one node; an inverted index over the rarer words of the nodes proposes
 * pairs of nodes, so nothing looks at all pairs; a logistic regression over {@link SentencePair}'s
 * features says whether two nodes say the same in related words; for a pair of reports, the links
 * between their nodes become passages, best first, one sentence to one. Words decide; sentences
 * they leave over are looked at again with vectors, where there are any, and more readily between
 * two passages of the same order (copies keep the order of sentences, independent reports do not).
 * Then one sentence goes to two where the second half supplies what was missing.
 *
 * <p>In a story of very many reports each is compared with its {@value #MAX_PARTNERS} closest later
 * ones only: that leaves every family connected.
 */
public final class PassageAligner implements Aligner {
  /** Reports compared with each report, closest first. */
  public static final int MAX_PARTNERS = 32;

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
      LinearModel.load("/org/twosource/weights/same-statement-words.tsv", SentencePair.FEATURES);

  private static final LinearModel VECTORS =
      LinearModel.load(
          "/org/twosource/weights/same-statement-vectors.tsv", SentencePair.VECTOR_FEATURES);

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
    private final List<List<int[]>> occurrences = new ArrayList<>();
    private final List<List<Link>> links = new ArrayList<>();

    Work(List<Annotated> reports) {
      this.reports = reports;
    }

    List<Alignment> alignments() {
      vocabulary.count(reports);
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
        QuotedText quoted = QuotedText.of(report);
        List<PreparedSentence> sentences = new ArrayList<>();
        int[] own = new int[report.sentences().size()];
        for (Sentence sentence : report.sentences()) {
          PreparedSentence ready =
              PreparedSentence.of(
                  report,
                  sentence,
                  vocabulary.words(at, sentence.index()),
                  vocabulary,
                  quoted,
                  furniture);
          sentences.add(ready);
          own[sentence.index()] = -1;
          if (isComparable(ready)) {
            int node = known.computeIfAbsent(ready.hash(), hash -> addNode(ready));
            occurrences.get(node).add(new int[] {at, sentence.index()});
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
      occurrences.add(new ArrayList<>());
      links.add(new ArrayList<>());
      return nodes.size() - 1;
    }

    /** Proposes pairs of nodes by their rarer words and keeps those that may say the same. */
    private void link() {
      int[][] postings = postings();
      int[] filled = new int[postings.length];
      float[] shared = new float[nodes.size()];
      int[] touched = new int[nodes.size()];
      for (int node = 0; node < nodes.size(); node++) {
        PreparedSentence sentence = nodes.get(node);
        int count = 0;
        for (int word : probes(sentence, postings)) {
          for (int at = 0; at < filled[word]; at++) {
            int other = postings[word][at];
            if (shared[other] == 0) {
              touched[count++] = other;
            }
            shared[other] += vocabulary.weight(word);
          }
        }
        for (int at = 0; at < count; at++) {
          int other = touched[at];
          double least = Math.min(sentence.weight(), nodes.get(other).weight());
          if (shared[other] >= .15 * least) {
            consider(node, other);
          }
          shared[other] = 0;
        }
        for (int word : sentence.bag()) {
          if (filled[word] < postings[word].length) {
            postings[word][filled[word]++] = node;
          }
        }
      }
    }

    private void consider(int node, int other) {
      PreparedSentence a = nodes.get(node);
      PreparedSentence b = nodes.get(other);
      double[] words = SentencePair.cheap(a, b);
      boolean vectors = SentencePair.haveVectors(a, b);
      if (byWords.score(words) < MIN_LINK_SCORE && !(vectors && maySecond(a, b, words))) {
        return;
      }
      words[SentencePair.LONGEST_RUN] = SentencePair.run(a, b);
      double probability = byWords.probability(words);
      double second = vectors && probability < MIN_PASSAGE ? withVectors(a, b, words) : 0;
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
      double second = byVectors.probability(SentencePair.vectorFeatures(a, b, words, vocabulary));
      return second < MIN_BETWEEN ? 0 : second;
    }

    /** Whether vectors can bring two sentences together; cheap. */
    private boolean maySecond(PreparedSentence a, PreparedSentence b, double[] words) {
      return byVectors.probability(SentencePair.atMost(a, b, words)) >= MIN_BETWEEN;
    }

    /** Room for the nodes of every word; none for words too common to propose anything. */
    private int[][] postings() {
      int[] counts = new int[vocabulary.size()];
      for (PreparedSentence node : nodes) {
        for (int word : node.bag()) {
          counts[word]++;
        }
      }
      int[][] postings = new int[counts.length][];
      for (int word = 0; word < counts.length; word++) {
        boolean useful = counts[word] > 1 && counts[word] <= MAX_POSTINGS;
        postings[word] = new int[useful ? counts[word] : 0];
      }
      return postings;
    }

    /** The rarest words of a sentence that can propose anything, rarest first. */
    private int[] probes(PreparedSentence sentence, int[][] postings) {
      int[] best = new int[PROBES];
      int count = 0;
      for (int word : sentence.bag()) {
        if (postings[word].length == 0 || vocabulary.weight(word) < MIN_PROBE_WEIGHT) {
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
      return Arrays.copyOf(best, count);
    }

    private void alignRow(int report, List<Alignment> found) {
      float[] strength = new float[reports.size()];
      forEachLink(
          report,
          (i, other, link) -> {
            if (link.probability() >= .3) {
              strength[other] += (float) link.probability() * prepared.get(report).get(i).weight();
            }
          });
      List<Integer> partners = new ArrayList<>();
      for (int other = report + 1; other < strength.length; other++) {
        if (strength[other] > 0) {
          partners.add(other);
        }
      }
      if (partners.size() > MAX_PARTNERS) {
        partners.sort(Comparator.comparing((Integer other) -> -strength[other]));
        partners = new ArrayList<>(partners.subList(0, MAX_PARTNERS));
        partners.sort(null);
      }
      Map<Integer, List<Link>> chosen = new HashMap<>();
      partners.forEach(partner -> chosen.put(partner, new ArrayList<>()));
      forEachLink(
          report,
          (i, other, link) -> {
            List<Link> list = chosen.get(other);
            if (list != null) {
              list.add(link);
            }
          });
      for (int partner : partners) {
        List<Passage> passages = passages(report, partner, chosen.getOrDefault(partner, List.of()));
        if (!passages.isEmpty()) {
          found.add(new Alignment(reports.get(report).id(), reports.get(partner).id(), passages));
        }
      }
    }

    private void forEachLink(int report, LinkUser user) {
      int[] own = nodesOf.get(report);
      for (int i = 0; i < own.length; i++) {
        if (own[i] < 0) {
          continue;
        }
        for (int[] place : occurrences.get(own[i])) {
          if (place[0] > report) {
            user.use(i, place[0], new Link(i, place[1], 1, 0));
          }
        }
        for (Link link : links.get(own[i])) {
          for (int[] place : occurrences.get(link.b())) {
            if (place[0] > report) {
              user.use(i, place[0], new Link(i, place[1], link.probability(), link.second()));
            }
          }
        }
      }
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
          join(link, ofA, ofB, a, b);
          if (ofA[link.a()] == null || ofB[link.b()] == null) {
            Growing passage = new Growing(link);
            growing.add(passage);
            ofA[link.a()] = ofA[link.a()] == null ? passage : ofA[link.a()];
            ofB[link.b()] = ofB[link.b()] == null ? passage : ofB[link.b()];
          }
        }
      }
      secondLook(candidates, growing, ofA, ofB);
      for (Link link : ordered) {
        if (link.probability() >= MIN_JOINED) {
          join(link, ofA, ofB, a, b);
        }
      }
      growing.sort(
          Comparator.comparing((Growing passage) -> passage.left.getFirst())
              .thenComparing(passage -> passage.right.getFirst()));
      return growing.stream().map(passage -> passage(a, b, passage)).toList();
    }

    /** Makes passages of sentences that are left over and that vectors put together. */
    private void secondLook(
        List<Link> candidates,
        List<Growing> growing,
        @Nullable Growing[] ofA,
        @Nullable Growing[] ofB) {
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
     */
    private void join(Link link, @Nullable Growing[] ofA, @Nullable Growing[] ofB, int a, int b) {
      Growing left = ofA[link.a()];
      Growing right = ofB[link.b()];
      if (left == null && right != null) {
        ofA[link.a()] = right.joinA(link.a(), prepared.get(a));
      } else if (left != null && right == null) {
        ofB[link.b()] = left.joinB(link.b(), prepared.get(b));
      }
    }

    private Passage passage(int a, int b, Growing passage) {
      PreparedSentence one = joined(prepared.get(a), passage.left);
      PreparedSentence two = joined(prepared.get(b), passage.right);
      return new Passage(
          passage.left,
          passage.right,
          span(prepared.get(a), passage.left),
          span(prepared.get(b), passage.right),
          manner(one, two),
          substance(one, two),
          Math.round(passage.probability * 1e4) / 1e4);
    }

    private PreparedSentence joined(List<PreparedSentence> sentences, List<Integer> indices) {
      PreparedSentence joined = sentences.get(indices.getFirst());
      for (int at = 1; at < indices.size(); at++) {
        joined = joined.with(sentences.get(indices.get(at)), vocabulary);
      }
      return joined;
    }

    private static Span span(List<PreparedSentence> sentences, List<Integer> indices) {
      return sentences
          .get(indices.get(0))
          .span()
          .union(sentences.get(indices.get(indices.size() - 1)).span());
    }

    private Substance substance(PreparedSentence one, PreparedSentence two) {
      if (one.furniture() || two.furniture()) {
        return Substance.BOILERPLATE;
      }
      if (one.part() == Part.Kind.CAPTION || two.part() == Part.Kind.CAPTION) {
        return Substance.CAPTION;
      }
      double quoted = Math.max(one.quotedShare(vocabulary), two.quotedShare(vocabulary));
      return quoted >= .5 ? Substance.QUOTATION : Substance.PROSE;
    }
  }

  /** A passage to which free neighbours may still be joined, on one side only. */
  private static final class Growing {
    private final List<Integer> left = new ArrayList<>();
    private final List<Integer> right = new ArrayList<>();
    private final double probability;

    Growing(Link link) {
      left.add(link.a());
      right.add(link.b());
      probability = link.probability();
    }

    @Nullable Growing joinA(int sentence, List<PreparedSentence> sentences) {
      return right.size() == 1 && join(left, sentence, sentences) ? this : null;
    }

    @Nullable Growing joinB(int sentence, List<PreparedSentence> sentences) {
      return left.size() == 1 && join(right, sentence, sentences) ? this : null;
    }

    private static boolean join(
        List<Integer> side, int sentence, List<PreparedSentence> sentences) {
      boolean next = sentence == side.getLast() + 1 || sentence == side.getFirst() - 1;
      if (side.size() > 1
          || !next
          || sentences.get(sentence).part() != sentences.get(side.getFirst()).part()) {
        return false;
      }
      side.add(sentence);
      side.sort(null);
      return true;
    }
  }

  private interface LinkUser {
    void use(int i, int other, Link link);
  }

  private static Manner manner(PreparedSentence one, PreparedSentence two) {
    int common = SentencePair.commonInOrder(one.forms(), two.forms());
    double share = 2.0 * common / Math.max(1, one.forms().length + two.forms().length);
    return share >= VERBATIM ? Manner.VERBATIM : share >= EDITED ? Manner.EDITED : Manner.REWORDED;
  }
}
