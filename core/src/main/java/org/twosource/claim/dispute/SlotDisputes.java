package org.twosource.claim.dispute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.twosource.annotate.Cue;
import org.twosource.claim.Amount;
import org.twosource.claim.Dispute;
import org.twosource.claim.DisputeSide;
import org.twosource.claim.Question;
import org.twosource.claim.Wording;
import org.twosource.reuse.ContentWords;
import org.twosource.reuse.StatementSimilarity;
import org.twosource.reuse.StatementSimilarity.ComparedSentence;
import org.twosource.text.Language;

/**
 * Finds what two reports of one story answer differently, over all their sentences: first which
 * wordings answer one question, then in which slot they differ, then whether that is a dispute or
 * one overtakes the other ({@link DisputeJudge}). One entry a question, with all answers.
 *
 * <p>The nearest {@link #MAX_PAIRS} pairs of sentences are looked at. Needs vectors; without them
 * nothing is found. One story, one thread.
 */
public final class SlotDisputes {
  /**
   * From this probability on wordings are in dispute; weights/dispute.card.md has the scores. The
   * judge learned from written stories, which are far denser in disagreements than news: at .30,
   * the best point there, 1 of 25 disputes of fresh stories was real (bench/audits).
   */
  public static final double DISPUTED = 0.50;

  /** From this probability on the later wording has overtaken the earlier. */
  public static final double UPDATED = 0.50;

  /** Log odds of one question from which on two answers that are not in dispute are the same. */
  private static final double SAME_ANSWER = 0;

  /** Sentences less near than this have no question in common. */
  private static final double MIN_COSINE = 0.15;

  /** Pairs of sentences that are looked at, the nearest first. */
  private static final int MAX_PAIRS = 3_000;

  /** Wordings that are looked at, those at the head of their reports first. */
  private static final int MAX_WORDINGS = 1_200;

  /** Rivals further behind than this are all alike. */
  private static final double MAX_LEAD = 4;

  private final StatementSimilarity similarity = StatementSimilarity.standard();
  private final Set<String> updateWords;
  private final Set<String> retractionWords;
  private final ContentWords contentWords;
  private final Map<Integer, Double> negations;
  private final Map<Integer, SlotWords> words = new HashMap<>();
  private final List<Candidate> candidates = new ArrayList<>();

  /** A sentence of a report of the story. */
  private record Place(int report, int sentence) {
    static Place of(Wording wording) {
      return new Place(wording.report(), wording.sentence().index());
    }

    /** It beside the sentences of another report. */
    Rival against(Place other) {
      return new Rival(this, other.report());
    }
  }

  private record Rival(Place place, int report) {}

  private record Sentences(Place a, Place b) {
    static Sentences of(Wording a, Wording b) {
      return new Sentences(Place.of(a), Place.of(b));
    }
  }

  /** The two best of what stands against a sentence in another report. */
  private record Best(double first, double second) {
    /** Less than any value: there is none. */
    static final double ABSENT = -99;

    static final Best NONE = new Best(ABSENT, ABSENT);

    static Best of(double value) {
      return new Best(value, ABSENT);
    }

    Best with(double value) {
      return value > first ? new Best(value, first) : new Best(first, Math.max(second, value));
    }

    /** By how much a value outdoes the others; 0 where there are none to outdo. */
    double lead(double value) {
      double next = value >= first ? second : first;
      return next == ABSENT ? 0 : value - next;
    }
  }

  /**
   * Two wordings that are looked at; that of the earlier report comes first.
   *
   * @param cosine of their sentences
   * @param standsOut by how much each sentence is nearer than the next of its report, the lesser
   */
  private record Candidate(
      Wording a,
      Wording b,
      DisputeEvidence evidence,
      double cosine,
      double standsOut,
      double[] question) {
    Sentences sentences() {
      return Sentences.of(a, b);
    }

    /** Whether no other sentence of its report is nearer to either. */
    boolean isNearest() {
      return standsOut >= 0;
    }
  }

  /** A pair the judge has found. */
  private record Found(Candidate pair, double probability, boolean update) {}

  /**
   * A pair with what is seen of it, for training.
   *
   * @param question in the order of {@link DisputeJudge#QUESTION}
   */
  public record Pair(Wording a, Wording b, double[] question) {}

  /**
   * All pairs that are near enough, for training and measuring.
   *
   * @param wordings of the story, in story order
   */
  public static SlotDisputes ofAll(
      List<Wording> wordings, Language language, ContentWords contentWords) {
    return new SlotDisputes(wordings, language, contentWords, true);
  }

  /**
   * Only the pairs that {@link #find(DisputeJudge)} can need: those of which one denies what the
   * other says, and their rivals. Finds the same open disputes as over all pairs.
   *
   * @param wordings of the story, in story order
   */
  public static SlotDisputes ofDenials(
      List<Wording> wordings, Language language, ContentWords contentWords) {
    return new SlotDisputes(wordings, language, contentWords, false);
  }

  private SlotDisputes(
      List<Wording> wordings, Language language, ContentWords contentWords, boolean all) {
    this.contentWords = contentWords;
    this.updateWords = language.words("update-words");
    this.retractionWords = language.words("retraction-words");
    Map<Place, List<Wording>> sentences = new LinkedHashMap<>();
    wordings.stream()
        .filter(wording -> vector(wording).length > 0)
        .sorted(
            Comparator.comparingInt((Wording one) -> one.sentence().index())
                .thenComparingInt(Wording::at))
        .limit(MAX_WORDINGS)
        .sorted(Comparator.comparingInt(Wording::at))
        .forEach(
            one -> sentences.computeIfAbsent(Place.of(one), any -> new ArrayList<>()).add(one));
    negations =
        wordings.stream()
            .collect(
                Collectors.groupingBy(
                    Wording::report,
                    Collectors.averagingDouble(
                        one -> DisputeEvidence.holds(one, Cue.Kind.NEGATION, false) ? 1 : 0)));
    gather(sentences, all);
  }

  private static float[] vector(Wording wording) {
    return wording.annotated().vectors().sentence(wording.sentence().index()).orElse(new float[0]);
  }

  private record Near(Place a, Place b, double cosine) {
    /** By how much the second is nearer to the first than the next of its report. */
    double leadOfA(Map<Rival, Best> best) {
      return Objects.requireNonNull(best.get(a.against(b))).lead(cosine);
    }

    double leadOfB(Map<Rival, Best> best) {
      return Objects.requireNonNull(best.get(b.against(a))).lead(cosine);
    }
  }

  private void gather(Map<Place, List<Wording>> sentences, boolean all) {
    List<Place> places = List.copyOf(sentences.keySet());
    List<float[]> vectors =
        sentences.values().stream().map(wordings -> vector(wordings.getFirst())).toList();
    Map<Rival, Best> best = new HashMap<>();
    List<Near> near = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      for (int j = i + 1; j < places.size(); j++) {
        Place a = places.get(i);
        Place b = places.get(j);
        if (a.report() == b.report()) {
          continue;
        }
        double cosine = SlotWords.cosine(vectors.get(i), vectors.get(j));
        best.merge(a.against(b), Best.of(cosine), (known, one) -> known.with(one.first()));
        best.merge(b.against(a), Best.of(cosine), (known, one) -> known.with(one.first()));
        if (cosine >= MIN_COSINE) {
          near.add(new Near(a, b, cosine));
        }
      }
    }
    List<Near> nearest =
        near.stream()
            .sorted(Comparator.comparingDouble((Near one) -> -one.cosine()))
            .limit(MAX_PAIRS)
            .toList();
    Disputable disputable = new Disputable(new HashSet<>(), new HashSet<>());
    if (!all) {
      nearest.stream()
          .filter(one -> Math.min(one.leadOfA(best), one.leadOfB(best)) >= 0)
          .filter(one -> oneDenies(at(sentences, one.a()), at(sentences, one.b())))
          .forEach(disputable::add);
    }
    nearest.stream()
        .filter(one -> all || disputable.needs(one))
        .forEach(one -> addAll(one, sentences, best));
  }

  /** The sentences of pairs of which one denies what the other says, and what stands near them. */
  private record Disputable(Set<Place> places, Set<Rival> rivals) {
    void add(Near pair) {
      places.add(pair.a());
      places.add(pair.b());
      rivals.add(pair.a().against(pair.b()));
      rivals.add(pair.b().against(pair.a()));
    }

    /** Whether a pair is one of them, a rival of one, or may be another answer to its question. */
    boolean needs(Near pair) {
      return rivals.contains(pair.a().against(pair.b()))
          || rivals.contains(pair.b().against(pair.a()))
          || places.contains(pair.a()) && places.contains(pair.b());
    }
  }

  private boolean oneDenies(List<Wording> ofA, List<Wording> ofB) {
    return ofA.stream().anyMatch(a -> ofB.stream().anyMatch(b -> evidence(a, b).isOpenDenial()));
  }

  private DisputeEvidence evidence(Wording a, Wording b) {
    return new DisputeEvidence(a, wordsOf(a), b, wordsOf(b), updateWords, retractionWords);
  }

  private static List<Wording> at(Map<Place, List<Wording>> sentences, Place place) {
    return Objects.requireNonNull(sentences.get(place));
  }

  private void addAll(Near near, Map<Place, List<Wording>> sentences, Map<Rival, Best> best) {
    double fromA = near.leadOfA(best);
    double fromB = near.leadOfB(best);
    List<Wording> ofA = at(sentences, near.a());
    List<Wording> ofB = at(sentences, near.b());
    Optional<double[]> features = features(ofA.getFirst(), ofB.getFirst());
    for (Wording a : ofA) {
      for (Wording b : ofB) {
        if (features.isPresent() && !a.isCopyOf(b)) {
          DisputeEvidence evidence = evidence(a, b);
          candidates.add(
              new Candidate(
                  a,
                  b,
                  evidence,
                  near.cosine(),
                  Math.min(fromA, fromB),
                  evidence.question(
                      features.get(), Math.min(fromA, fromB), Math.max(fromA, fromB))));
        }
      }
    }
  }

  private Optional<double[]> features(Wording a, Wording b) {
    Optional<ComparedSentence> left = StatementSimilarity.side(a.annotated(), a.sentence().index());
    Optional<ComparedSentence> right =
        StatementSimilarity.side(b.annotated(), b.sentence().index());
    return left.flatMap(one -> right.map(other -> similarity.features(one, other)));
  }

  private SlotWords wordsOf(Wording wording) {
    return words.computeIfAbsent(wording.at(), at -> new SlotWords(wording, contentWords));
  }

  /** All pairs that are looked at. */
  public List<Pair> pairs() {
    return candidates.stream().map(one -> new Pair(one.a(), one.b(), one.question())).toList();
  }

  /**
   * What is seen of each pair for its answers, in the order of {@link DisputeJudge#ANSWERS}.
   *
   * @param asked log odds of one question, one a pair
   */
  public List<double[]> answers(double[] asked) {
    Map<Sentences, Double> strongest = new HashMap<>();
    for (int at = 0; at < asked.length; at++) {
      strongest.merge(candidates.get(at).sentences(), asked[at], Math::max);
    }
    Map<Rival, Best> best = new HashMap<>();
    strongest.forEach(
        (pair, value) -> {
          Best one = Best.of(value);
          best.merge(pair.a().against(pair.b()), one, (known, next) -> known.with(next.first()));
          best.merge(pair.b().against(pair.a()), one, (known, next) -> known.with(next.first()));
        });
    List<double[]> answers = new ArrayList<>();
    for (int at = 0; at < asked.length; at++) {
      Candidate pair = candidates.get(at);
      Sentences places = pair.sentences();
      double value = Objects.requireNonNull(strongest.get(places));
      double fromA = lead(best, places.a().against(places.b()), value);
      double fromB = lead(best, places.b().against(places.a()), value);
      answers.add(
          pair.evidence()
              .answers(
                  asked[at],
                  Math.min(fromA, fromB),
                  Math.max(fromA, fromB),
                  pair.cosine(),
                  pair.standsOut(),
                  negations));
    }
    return answers;
  }

  private static double lead(Map<Rival, Best> best, Rival rival, double value) {
    return Math.clamp(best.getOrDefault(rival, Best.NONE).lead(value), -MAX_LEAD, MAX_LEAD);
  }

  /**
   * The questions that reports answer differently and that are open, the surest first. Of what the
   * judge takes for updates only half are; they are not shown, but are no disputes either.
   */
  public List<Question> find(DisputeJudge judge) {
    return find(judge, DISPUTED, UPDATED).stream()
        .filter(question -> question.disputes().getFirst().resolution() == Dispute.Resolution.OPEN)
        .toList();
  }

  /** The same with updates, and other thresholds. */
  public List<Question> find(DisputeJudge judge, double disputed, double updated) {
    double[] asked =
        candidates.stream().mapToDouble(one -> judge.question().score(one.question())).toArray();
    return entries(found(judge, answers(asked), disputed, updated), asked);
  }

  private List<Found> found(
      DisputeJudge judge, List<double[]> answers, double disputed, double updated) {
    List<Found> all = new ArrayList<>();
    for (int at = 0; at < answers.size(); at++) {
      double open = judge.disputed().probability(answers.get(at));
      double update = judge.updated().probability(answers.get(at));
      Candidate pair = candidates.get(at);
      if (update >= updated && update > open && pair.a().isOlderThan(pair.b())) {
        all.add(new Found(pair, update, true));
      } else if (open >= disputed && pair.isNearest() && pair.evidence().isOpenDenial()) {
        all.add(new Found(pair, open, false));
      }
    }
    all.sort(Comparator.comparingDouble(one -> -one.probability()));
    Set<Sentences> seen = new HashSet<>();
    return all.stream().filter(one -> seen.add(one.pair().sentences())).toList();
  }

  /** One entry a question: pairs that share a sentence ask the same. */
  private List<Question> entries(List<Found> found, double[] asked) {
    Map<Sentences, Double> likeness = new HashMap<>();
    for (int at = 0; at < asked.length; at++) {
      likeness.merge(candidates.get(at).sentences(), asked[at], Math::max);
    }
    List<Question> questions = new ArrayList<>();
    List<Found> open = new ArrayList<>(found.stream().filter(one -> !one.update()).toList());
    while (!open.isEmpty()) {
      questions.add(entry(takeEntry(open), likeness));
    }
    found.stream().filter(Found::update).map(SlotDisputes::update).forEach(questions::add);
    return questions;
  }

  /** The first pair with all that hang on it by a sentence and fill the same slot. */
  private static List<Found> takeEntry(List<Found> open) {
    List<Found> entry = new ArrayList<>(List.of(open.removeFirst()));
    Set<Place> places = new HashSet<>();
    entry.forEach(one -> addPlaces(one, places));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Found one : List.copyOf(open)) {
        Sentences next = one.pair().sentences();
        if (places.contains(next.a()) || places.contains(next.b())) {
          open.remove(one);
          entry.add(one);
          addPlaces(one, places);
          grown = true;
        }
      }
    }
    return entry;
  }

  private static void addPlaces(Found one, Set<Place> places) {
    places.add(one.pair().sentences().a());
    places.add(one.pair().sentences().b());
  }

  private static Question update(Found found) {
    DisputedPair difference = found.pair().evidence().difference(Dispute.Resolution.SUPERSEDED);
    DisputedPair told =
        new DisputedPair(
            difference.kind(),
            difference.resolution(),
            difference.a().supersededIf(true),
            difference.b());
    List<Wording> wordings = List.of(found.pair().a(), found.pair().b());
    return new Question(wordings, List.of(told.between(0, 1)));
  }

  private static Question entry(List<Found> entry, Map<Sentences, Double> likeness) {
    DisputedPair first = entry.getFirst().pair().evidence().difference(Dispute.Resolution.OPEN);
    Map<Place, ProposedSide> answers = new LinkedHashMap<>();
    answers.put(Place.of(first.a().wording()), first.a());
    answers.put(Place.of(first.b().wording()), first.b());
    Set<Sentences> apart = new HashSet<>();
    for (Found one : entry) {
      DisputedPair difference = one.pair().evidence().difference(Dispute.Resolution.OPEN);
      apart.add(one.pair().sentences());
      answers.putIfAbsent(Place.of(difference.a().wording()), difference.a());
      answers.putIfAbsent(Place.of(difference.b().wording()), difference.b());
    }
    List<List<ProposedSide>> sides = new ArrayList<>();
    for (ProposedSide answer : answers.values()) {
      sides.stream()
          .filter(side -> side.stream().allMatch(one -> isSame(one, answer, apart, likeness)))
          .findFirst()
          .ifPresentOrElse(
              side -> side.add(answer), () -> sides.add(new ArrayList<>(List.of(answer))));
    }
    return question(first.kind(), sides);
  }

  private static boolean isSame(
      ProposedSide one, ProposedSide other, Set<Sentences> apart, Map<Sentences, Double> likeness) {
    Sentences pair = Sentences.of(one.wording(), other.wording());
    Sentences turned = Sentences.of(other.wording(), one.wording());
    if (apart.contains(pair) || apart.contains(turned)) {
      return false;
    }
    Optional<Amount> number = Slot.amount(one);
    Optional<Amount> second = Slot.amount(other);
    if (number.isPresent() && second.isPresent()) {
      return number.get().isSameAs(second.get());
    }
    return likeness.getOrDefault(pair, likeness.getOrDefault(turned, -99.0)) >= SAME_ANSWER;
  }

  private static Question question(Dispute.Kind kind, List<List<ProposedSide>> sides) {
    Map<Integer, Wording> byPlace = new TreeMap<>();
    sides.forEach(side -> side.forEach(one -> byPlace.put(one.wording().at(), one.wording())));
    List<Wording> wordings = List.copyOf(byPlace.values());
    List<DisputeSide> answers = new ArrayList<>();
    for (List<ProposedSide> side : sides) {
      List<Integer> statements =
          side.stream().map(one -> wordings.indexOf(one.wording())).distinct().toList();
      answers.add(side.getFirst().at(statements.getFirst()).withStatements(statements));
    }
    Dispute dispute =
        new Dispute(
            kind,
            Disputes.between(
                sides.getFirst().getFirst().wording(), sides.get(1).getFirst().wording()),
            Dispute.Resolution.OPEN,
            "",
            answers);
    return new Question(wordings, List.of(dispute));
  }
}
