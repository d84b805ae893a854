package org.twosource.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * between their nodes become passages, best first, helped by links before and after them
 * (independent reports do not keep the order of sentences), one sentence to one, then one to two
 * where the second half supplies what was missing.
 *
 * <p>In a story of very many reports each is compared with its {@value #MAX_PARTNERS} closest later
 * ones only: that leaves every family connected.
 */
public final class PassageAligner implements Aligner {
  /** Reports compared with each report, closest first. */
  static final int MAX_PARTNERS = 64;

  /** A word in more sentences than this proposes nothing. */
  private static final int MAX_POSTINGS = 600;

  /** The rarest words of a sentence look for partners. */
  private static final int PROBES = 8;

  private static final float MIN_PROBE_WEIGHT = 1.2f;
  private static final double MIN_LINK = .12;
  private static final double MIN_PASSAGE = .5;

  private final Furniture furniture;
  private final WordRarity rarity;

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
    this.furniture = furniture;
    this.rarity = rarity;
  }

  @Override
  public List<Alignment> align(List<Annotated> reports) {
    return new Work(reports).alignments();
  }

  /** A pair of nodes or of sentences, and how probable it is that they say the same. */
  private record Link(int a, int b, double probability) {}

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
              PreparedSentence.of(report, sentence, vocabulary, quoted, furniture);
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
      double probability = probability(nodes.get(node), nodes.get(other));
      if (probability >= MIN_LINK) {
        links.get(node).add(new Link(node, other, probability));
        links.get(other).add(new Link(other, node, probability));
      }
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

    private int[] probes(PreparedSentence sentence, int[][] postings) {
      return Arrays.stream(sentence.bag())
          .filter(word -> postings[word].length > 0)
          .filter(word -> vocabulary.weight(word) >= MIN_PROBE_WEIGHT)
          .boxed()
          .sorted(Comparator.comparing((Integer word) -> -vocabulary.weight(word)))
          .limit(PROBES)
          .mapToInt(Integer::intValue)
          .toArray();
    }

    private void alignRow(int report, List<Alignment> found) {
      float[] strength = new float[reports.size()];
      forEachLink(
          report,
          (i, other, j, probability) -> {
            if (probability >= .3) {
              strength[other] += (float) probability * prepared.get(report).get(i).weight();
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
          (i, other, j, probability) -> {
            List<Link> list = chosen.get(other);
            if (list != null) {
              list.add(new Link(i, j, probability));
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
            user.use(i, place[0], place[1], 1);
          }
        }
        for (Link link : links.get(own[i])) {
          for (int[] place : occurrences.get(link.b())) {
            if (place[0] > report) {
              user.use(i, place[0], place[1], link.probability());
            }
          }
        }
      }
    }

    private List<Passage> passages(int a, int b, List<Link> candidates) {
      Map<Long, Double> byPlace = new HashMap<>();
      candidates.forEach(link -> byPlace.put(key(link.a(), link.b()), link.probability()));
      List<Link> helped = new ArrayList<>();
      for (Link link : candidates) {
        helped.add(new Link(link.a(), link.b(), helped(link, byPlace)));
      }
      helped.sort(
          Comparator.comparingDouble((Link link) -> -link.probability())
              .thenComparingInt(Link::a)
              .thenComparingInt(Link::b));
      int[] partnerOfA = new int[prepared.get(a).size()];
      int[] partnerOfB = new int[prepared.get(b).size()];
      Arrays.fill(partnerOfA, -1);
      Arrays.fill(partnerOfB, -1);
      List<Link> taken = new ArrayList<>();
      for (Link link : helped) {
        if (link.probability() >= MIN_PASSAGE
            && partnerOfA[link.a()] < 0
            && partnerOfB[link.b()] < 0) {
          partnerOfA[link.a()] = link.b();
          partnerOfB[link.b()] = link.a();
          taken.add(link);
        }
      }
      taken.sort(Comparator.comparingInt(Link::a));
      List<Passage> passages = new ArrayList<>();
      for (Link link : taken) {
        passages.add(passage(a, b, link, partnerOfA, partnerOfB));
      }
      return passages;
    }

    private double helped(Link link, Map<Long, Double> byPlace) {
      double best = 0;
      for (int step = 1; step <= 2; step++) {
        double before = byPlace.getOrDefault(key(link.a() - step, link.b() - step), 0.0);
        double after = byPlace.getOrDefault(key(link.a() + step, link.b() + step), 0.0);
        best = Math.max(best, Math.max(before, after) * (step == 1 ? 1 : .7));
      }
      double odds = Math.log(link.probability() / Math.max(1e-9, 1 - link.probability()));
      return 1 / (1 + Math.exp(-(odds + 1.2 * best)));
    }

    private static long key(int i, int j) {
      return (long) i << 32 | j & 0xffffffffL;
    }

    /** The link as a passage, with a free neighbour taken in where it supplies what was missing. */
    private Passage passage(int a, int b, Link link, int[] partnerOfA, int[] partnerOfB) {
      List<Integer> left = new ArrayList<>(List.of(link.a()));
      List<Integer> right = new ArrayList<>(List.of(link.b()));
      PreparedSentence one = prepared.get(a).get(link.a());
      PreparedSentence two = prepared.get(b).get(link.b());
      double gain = 0;
      int wideA = best(prepared.get(a), link.a(), partnerOfA, two);
      int wideB = best(prepared.get(b), link.b(), partnerOfB, one);
      double gainA = wideA < 0 ? 0 : gain(prepared.get(a), link.a(), wideA, two);
      double gainB = wideB < 0 ? 0 : gain(prepared.get(b), link.b(), wideB, one);
      gain = Math.max(gainA, gainB);
      if (gain > 0 && gainA >= gainB) {
        left.add(wideA);
        left.sort(null);
        partnerOfA[wideA] = link.b();
        one = joined(prepared.get(a), left);
      } else if (gain > 0) {
        right.add(wideB);
        right.sort(null);
        partnerOfB[wideB] = link.a();
        two = joined(prepared.get(b), right);
      }
      return new Passage(
          left,
          right,
          span(prepared.get(a), left),
          span(prepared.get(b), right),
          manner(one, two),
          substance(one, two),
          Math.round(Math.max(link.probability(), probability(one, two)) * 1e4) / 1e4);
    }

    private int best(
        List<PreparedSentence> sentences, int at, int[] partners, PreparedSentence other) {
      int best = -1;
      double most = 0;
      for (int neighbour : new int[] {at - 1, at + 1}) {
        if (neighbour >= 0
            && neighbour < sentences.size()
            && partners[neighbour] < 0
            && isComparable(sentences.get(neighbour))
            && sentences.get(neighbour).part() == sentences.get(at).part()) {
          double gain = gain(sentences, at, neighbour, other);
          if (gain > most) {
            most = gain;
            best = neighbour;
          }
        }
      }
      return best;
    }

    /**
     * How much likelier the joined pair is, in cosine; 0 or less when the neighbour adds nothing.
     */
    private double gain(
        List<PreparedSentence> sentences, int at, int neighbour, PreparedSentence other) {
      PreparedSentence both =
          joined(sentences, at < neighbour ? List.of(at, neighbour) : List.of(neighbour, at));
      double alone = SentencePair.features(sentences.get(at), other)[0];
      double together = SentencePair.features(both, other)[0];
      return together - alone - .05;
    }

    private PreparedSentence joined(List<PreparedSentence> sentences, List<Integer> indices) {
      PreparedSentence first = sentences.get(indices.get(0));
      return indices.size() == 1 ? first : first.with(sentences.get(indices.get(1)), vocabulary);
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

  private interface LinkUser {
    void use(int i, int other, int j, double probability);
  }

  private static double probability(PreparedSentence a, PreparedSentence b) {
    double[] value = SentencePair.features(a, b);
    double score = .45 * value[0] + .25 * value[1] + .15 * value[3] + .15 * value[4];
    return 1 / (1 + Math.exp(-16 * (score - .42)));
  }

  private static Manner manner(PreparedSentence one, PreparedSentence two) {
    int common = SentencePair.commonInOrder(one.forms(), two.forms());
    double share = 2.0 * common / Math.max(1, one.forms().length + two.forms().length);
    return share >= .95 ? Manner.VERBATIM : share >= .6 ? Manner.EDITED : Manner.REWORDED;
  }
}
