package org.twosource.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.OriginOrder;
import org.twosource.lineage.OutletCredits;
import org.twosource.report.Citation;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.ContentWords;
import org.twosource.reuse.Passage;
import org.twosource.reuse.Synonyms;
import org.twosource.text.Language;

/**
 * Claims by average-link grouping of clause-sized wordings.
 *
 * <p>Reports are cut into {@link Wording}s; wordings in the same words are one entry. Every entry
 * is compared with the few entries that share the most words with it and with those it is aligned
 * to ({@link WordingIndex}), by a logistic model over evidence that can be shown ({@link
 * Likeness}); {@link Grouping} merges what is alike. The cost grows with the distinct wordings, not
 * with their pairs. Of each claim the independent families and the informants are counted, and
 * {@link Disputes} looks for what its wordings do not agree on.
 */
public final class StandardClaimMatcher implements ClaimMatcher {
  /** Claims kept of one story. */
  public static final int MAX_CLAIMS = 60;

  /** Mean probability at which two groups are one claim; see bench/results/claims.tsv. */
  static final double MERGE = 0.22;

  private final Language language;
  private final ClaimConstraints constraints;
  private final int maxClaims;
  private final double merge;
  private final Synonyms synonyms = Synonyms.standard();
  private final Likeness likeness;

  public StandardClaimMatcher() {
    this(ClaimConstraints.NONE, MAX_CLAIMS);
  }

  /**
   * @param constraints what a reader has decided
   * @param maxClaims claims kept of one story, the weightiest first
   */
  public StandardClaimMatcher(ClaimConstraints constraints, int maxClaims) {
    this(constraints, maxClaims, MERGE);
  }

  /**
   * @param merge mean probability at which two groups are one claim, 0 to 1
   */
  public StandardClaimMatcher(ClaimConstraints constraints, int maxClaims, double merge) {
    if (maxClaims < 1) {
      throw new IllegalArgumentException("maxClaims is " + maxClaims + ", not 1 or more");
    }
    this.language = Language.find("en").orElseThrow();
    this.constraints = constraints;
    this.maxClaims = maxClaims;
    this.merge = merge;
    this.likeness = Likeness.standard();
  }

  /** Fewer content words than these, and a statement ("the mayor says no") is like any other. */
  private static final int MIN_WORDS = 4;

  private static final String SPELLINGS = "spellings of one name";

  /** Disputes over whether the very thing happened that a claim states. */
  private static final Set<Dispute.Kind> HOSTED = EnumSet.of(Dispute.Kind.NEGATION);

  @Override
  public List<Claim> match(Annotations annotations, List<Alignment> alignments, Lineage lineage) {
    ContentWords contentWords = new ContentWords(language);
    List<Wording> wordings =
        new WordingReader(language, contentWords, annotations).read(annotations, lineage);
    WordingIndex index = new WordingIndex(wordings, contentWords);
    Map<Long, Double> passages = passages(annotations, alignments, wordings, index);
    Overruling overruling = Overruling.of(constraints, wordings);
    Set<Long> pairs = pairs(index, passages);
    Evidence evidence = new Evidence(index, pairs);
    List<Reasons.Link> links = links(index, passages, pairs, evidence);
    Grouping grouping = grouping(index, links, overruling);
    FamilyTies ties = new FamilyTies(index, links, overruling);
    List<String> reports = annotations.reports().stream().map(Annotated::id).toList();
    OriginOrder nearness = new OriginOrder(reports, lineage);
    List<Group> groups = new ArrayList<>();
    for (List<Integer> entries : grouping.groups(merge)) {
      for (List<Wording> part : overruling.parted(wordingsOf(entries, index))) {
        for (List<Wording> tied : ties.parted(part)) {
          groups.add(group("", tied, List.of(), Optional.empty(), nearness));
        }
      }
    }
    new QuantityQuestions(index, evidence, likeness, synonyms)
        .find(wordings, overruling)
        .forEach(
            (key, answers) ->
                groups.add(
                    group(
                        "answers to one question of number: " + key.replace("#", ""),
                        answers.stream().map(QuantityQuestions.Answer::wording).distinct().toList(),
                        answers,
                        Optional.empty(),
                        nearness)));
    for (Contested contested : contested(wordings, contentWords, annotations)) {
      overruling
          .allowed(contested)
          .ifPresent(
              allowed -> {
                OptionalInt stated = stating(groups, allowed);
                if (stated.isPresent()) {
                  groups.set(
                      stated.getAsInt(), groups.get(stated.getAsInt()).with(allowed, nearness));
                } else {
                  groups.add(
                      group(
                          question(allowed.disputes().getFirst()),
                          allowed.wordings(),
                          List.of(),
                          Optional.of(allowed.disputes()),
                          nearness));
                }
              });
    }
    groups.sort(byWeight());
    List<Group> kept =
        weightiest(withSpellings(groups, wordings, nearness, overruling), overruling);
    Disputes disputes = new Disputes(index);
    Reasons reasons = new Reasons(index, evidence, likeness, passages, links, overruling);
    OutletCredits credits = OutletCredits.of(annotations.reports());
    Map<List<Statement>, Claim> claims = new LinkedHashMap<>();
    for (Group group : kept) {
      Claim claim =
          claim("c" + (claims.size() + 1), group, disputes, lineage, credits, reasons, overruling);
      claims.merge(claim.statements(), claim, StandardClaimMatcher::oneOf);
    }
    return List.copyOf(claims.values());
  }

  /** A question and a likeness that join the same statements are one claim. */
  private static Claim oneOf(Claim first, Claim second) {
    return first.disputes().containsAll(second.disputes()) ? first : second.withId(first.id());
  }

  private static String question(Dispute dispute) {
    return "answers to one question of " + dispute.kind().label();
  }

  /** The claim of several reports that states what is denied: the denial belongs to it. */
  private static OptionalInt stating(List<Group> groups, Contested contested) {
    return contested.disputes().stream().allMatch(one -> HOSTED.contains(one.kind()))
        ? IntStream.range(0, groups.size())
            .filter(at -> groups.get(at).restates(contested))
            .findFirst()
        : OptionalInt.empty();
  }

  private static Comparator<Group> byWeight() {
    return Comparator.comparingDouble((Group group) -> -group.weight())
        .thenComparing(group -> group.wordings().getFirst().at());
  }

  /** The groups with each pair of spellings told in the first that holds both, else in its own. */
  private static List<Group> withSpellings(
      List<Group> groups, List<Wording> wordings, OriginOrder nearness, Overruling overruling) {
    List<Group> spelled = new ArrayList<>(groups);
    for (Spellings.Pair pair : Spellings.find(wordings)) {
      boolean told = false;
      for (int at = 0; at < spelled.size() && !told; at++) {
        Optional<Dispute> dispute = pair.in(spelled.get(at).wordings());
        if (dispute.isPresent()) {
          spelled.set(at, spelled.get(at).withSpelling(dispute.get()));
          told = true;
        }
      }
      if (!told) {
        List<Wording> all = pair.all();
        pair.in(all)
            .filter(dispute -> overruling.barred(all).isEmpty())
            .ifPresent(
                dispute ->
                    spelled.add(
                        group(SPELLINGS, all, List.of(), Optional.of(List.of(dispute)), nearness)));
      }
    }
    return spelled;
  }

  /**
   * As many groups as are kept, by weight; those the reader has decided on are kept first, then
   * those that reports differ on.
   */
  private List<Group> weightiest(List<Group> groups, Overruling overruling) {
    return groups.stream()
        .sorted(
            Comparator.comparing((Group group) -> !overruling.concerns(group.wordings()))
                .thenComparing(group -> !group.isContested())
                .thenComparing(byWeight()))
        .limit(maxClaims)
        .sorted(byWeight())
        .toList();
  }

  /** The pairs that are compared, with the evidence between them; for training the weights. */
  public List<Compared> compare(
      Annotations annotations, List<Alignment> alignments, Lineage lineage) {
    ContentWords contentWords = new ContentWords(language);
    List<Wording> wordings =
        new WordingReader(language, contentWords, annotations).read(annotations, lineage);
    WordingIndex index = new WordingIndex(wordings, contentWords);
    Map<Long, Double> passages = passages(annotations, alignments, wordings, index);
    List<Compared> compared = new ArrayList<>();
    Set<Long> pairs = pairs(index, passages);
    Evidence evidence = new Evidence(index, pairs);
    for (long pair : pairs) {
      var a = index.entries().get((int) (pair >>> 32));
      var b = index.entries().get((int) pair);
      double passage = passages.getOrDefault(pair, 0.0);
      compared.add(new Compared(cites(a), cites(b), evidence.between(a, b, passage)));
    }
    return compared;
  }

  private static List<Citation> cites(WordingIndex.Entry entry) {
    return entry.wordings().stream().map(Wording::cite).toList();
  }

  /** Names of the evidence, in the order of {@link Compared#evidence()}. */
  public static List<String> evidenceNames() {
    return Likeness.FEATURES;
  }

  /** Two wordings, each with all places where it stands, and the evidence between them. */
  public record Compared(List<Citation> a, List<Citation> b, List<Double> evidence) {
    Compared(List<Citation> a, List<Citation> b, double[] evidence) {
      this(List.copyOf(a), List.copyOf(b), DoubleStream.of(evidence).boxed().toList());
    }
  }

  /**
   * The wordings of one claim in story order, and how much it weighs.
   *
   * @param question what its wordings answer, in words; empty where they state the same
   * @param answers the numbers, where the claim is a question of number
   * @param known its disputes, where it was made of them
   * @param added disputes found elsewhere: names in two spellings, denials of what it states
   */
  private record Group(
      String question,
      List<Wording> wordings,
      List<QuantityQuestions.Answer> answers,
      Optional<List<Dispute>> known,
      List<Dispute> added,
      Wording nearest,
      double weight) {

    boolean isContested() {
      return known.isPresent() || !answers.isEmpty() || !added.isEmpty();
    }

    Group withSpelling(Dispute dispute) {
      List<Dispute> more = new ArrayList<>(added);
      more.add(dispute);
      return new Group(question, wordings, answers, known, more, nearest, weight);
    }

    /** Whether several reports state in it what one of the sides states. */
    boolean restates(Contested contested) {
      return question.isEmpty()
          && wordings.stream().map(Wording::report).distinct().count() > 1
          && contested.disputes().stream()
              .allMatch(one -> at(wordings, contested.wordings().get(one.a())) >= 0);
    }

    /** The claim with the sides it lacks, and what they dispute. */
    Group with(Contested contested, OriginOrder nearness) {
      List<Wording> all = new ArrayList<>(wordings);
      contested.wordings().stream().filter(side -> at(wordings, side) < 0).forEach(all::add);
      all.sort(Comparator.comparingInt(Wording::at));
      List<Dispute> disputes = new ArrayList<>();
      added.forEach(one -> disputes.add(moved(one, wordings, all)));
      contested.disputes().forEach(one -> disputes.add(moved(one, contested.wordings(), all)));
      Group joined = group(question, all, answers, known, nearness);
      return new Group(question, all, answers, known, disputes, nearest, joined.weight());
    }

    private static Dispute moved(Dispute dispute, List<Wording> from, List<Wording> to) {
      return new Dispute(
          dispute.kind(),
          dispute.between(),
          dispute.resolution(),
          at(to, from.get(dispute.a())),
          at(to, from.get(dispute.b())),
          dispute.note());
    }

    private static int at(List<Wording> wordings, Wording wanted) {
      return IntStream.range(0, wordings.size())
          .filter(at -> wordings.get(at).at() == wanted.at())
          .findFirst()
          .orElse(-1);
    }
  }

  /** Questions that go across the claims: what something is, and on which day it happened. */
  private List<Contested> contested(
      List<Wording> wordings, ContentWords contentWords, Annotations annotations) {
    List<Contested> contested = new ArrayList<>();
    contested.addAll(
        new MeaningDispute(synonyms)
            .find(new CharacterisationReader(language, contentWords, annotations).read(wordings)));
    contested.addAll(new MeetingDays().find(wordings));
    contested.addAll(new DenialQuestions(language, contentWords, synonyms).find(wordings));
    contested.addAll(new PartyCounts(language, contentWords, annotations).find(wordings));
    contested.addAll(new Rejections(language, contentWords, annotations).find(wordings));
    contested.addAll(new Blame(language, contentWords, annotations).find(wordings));
    contested.addAll(new EventStatuses(contentWords).find(wordings));
    contested.addAll(new EventDays(language, contentWords, synonyms).find(wordings));
    return contested;
  }

  /** The pairs that may state the same, with the probability. */
  private List<Reasons.Link> links(
      WordingIndex index, Map<Long, Double> passages, Set<Long> pairs, Evidence evidence) {
    List<Reasons.Link> links = new ArrayList<>();
    for (long pair : pairs) {
      var a = index.entries().get((int) (pair >>> 32));
      var b = index.entries().get((int) pair);
      if (Math.min(a.words().length, b.words().length) < MIN_WORDS && !passages.containsKey(pair)) {
        continue;
      }
      double probability =
          likeness.probability(evidence.between(a, b, passages.getOrDefault(pair, 0.0)));
      if (probability > 0.02) {
        links.add(new Reasons.Link(a.at(), b.at(), probability));
      }
    }
    return links;
  }

  private static Grouping grouping(
      WordingIndex index, List<Reasons.Link> links, Overruling overruling) {
    Grouping grouping = new Grouping(index.entries().size());
    links.forEach(link -> grouping.link(link.a(), link.b(), link.probability()));
    overruling.apply(grouping, index);
    return grouping;
  }

  /** Pairs worth comparing, the smaller entry in the upper half, ascending. */
  private static Set<Long> pairs(WordingIndex index, Map<Long, Double> passages) {
    Set<Long> pairs = new TreeSet<>(passages.keySet());
    WordingIndex.Votes votes = new WordingIndex.Votes(index);
    for (var entry : index.entries()) {
      for (var other : index.candidates(entry, votes)) {
        if (entry.first().sentence() != other.first().sentence()) {
          pairs.add(key(entry.at(), other.at()));
        }
      }
      for (var other : index.nearest(entry)) {
        pairs.add(key(entry.at(), other.at()));
      }
    }
    return pairs;
  }

  static long key(int a, int b) {
    return ((long) Math.min(a, b) << 32) | Math.max(a, b);
  }

  /** Similarity of the passage two entries stand in, by pair. */
  private static Map<Long, Double> passages(
      Annotations annotations,
      List<Alignment> alignments,
      List<Wording> wordings,
      WordingIndex index) {
    Map<String, Integer> place = new HashMap<>();
    annotations.reports().forEach(report -> place.putIfAbsent(report.id(), place.size()));
    Map<Long, List<Wording>> bySentence = new HashMap<>();
    for (Wording wording : wordings) {
      bySentence
          .computeIfAbsent(
              sentence(wording.report(), wording.sentence().index()), at -> new ArrayList<>())
          .add(wording);
    }
    Map<Long, Double> pairs = new TreeMap<>();
    for (Alignment alignment : alignments) {
      Integer a = place.get(alignment.a());
      Integer b = place.get(alignment.b());
      if (a == null || b == null) {
        continue;
      }
      for (Passage passage : alignment.passages()) {
        if (passage.substance() == Passage.Substance.BOILERPLATE) {
          continue;
        }
        for (Wording first : wordingsOf(bySentence, a, passage.a())) {
          best(first, wordingsOf(bySentence, b, passage.b()), index)
              .ifPresent(
                  second -> {
                    int one = index.entryOf(first).at();
                    int other = index.entryOf(second).at();
                    if (one != other) {
                      pairs.merge(key(one, other), passage.similarity(), Math::max);
                    }
                  });
        }
      }
    }
    return pairs;
  }

  private static long sentence(int report, int sentence) {
    return ((long) report << 32) | sentence;
  }

  private static List<Wording> wordingsOf(
      Map<Long, List<Wording>> bySentence, int report, List<Integer> sentences) {
    return sentences.stream()
        .flatMap(index -> bySentence.getOrDefault(sentence(report, index), List.of()).stream())
        .toList();
  }

  /** The wording of the other side of a passage that shares most with {@code wording}. */
  private static Optional<Wording> best(Wording wording, List<Wording> others, WordingIndex index) {
    int[] words = index.entryOf(wording).words();
    return others.stream()
        .filter(other -> index.shared(words, index.entryOf(other).words()) > 0)
        .max(
            Comparator.comparingDouble(
                other -> {
                  var entry = index.entryOf(other);
                  return index.shared(words, entry.words()) / (1 + entry.weight());
                }));
  }

  private static List<Wording> wordingsOf(List<Integer> entries, WordingIndex index) {
    return entries.stream()
        .flatMap(entry -> index.entries().get(entry).wordings().stream())
        .sorted(Comparator.comparingInt(Wording::at))
        .toList();
  }

  private static Group group(
      String question,
      List<Wording> wordings,
      List<QuantityQuestions.Answer> answers,
      Optional<List<Dispute>> known,
      OriginOrder nearness) {
    Wording nearest =
        wordings.stream()
            .min(
                Comparator.comparing((Wording wording) -> wording.annotated().id(), nearness)
                    .thenComparing(wording -> !wording.isWhole())
                    .thenComparingInt(Wording::at))
            .orElseThrow();
    long reports = wordings.stream().map(Wording::report).distinct().count();
    long families = wordings.stream().map(Wording::family).distinct().count();
    double head = 1 - wordings.stream().mapToDouble(Wording::position).min().orElse(1);
    double substance = Math.min(1, nearest.words().size() / 8.0);
    double weight = 2 * Math.log1p(reports) + 3 * Math.log(families) + head + 0.5 * substance;
    return new Group(question, wordings, answers, known, List.of(), nearest, weight);
  }

  private static Claim claim(
      String id,
      Group group,
      Disputes finder,
      Lineage lineage,
      OutletCredits credits,
      Reasons reasons,
      Overruling overruling) {
    List<Wording> wordings = group.wordings();
    Map<String, Informant> informants = new LinkedHashMap<>();
    wordings.forEach(
        wording -> wording.informant().ifPresent(by -> informants.putIfAbsent(by.key(), by)));
    Set<String> reports = new LinkedHashSet<>();
    Set<String> families = new LinkedHashSet<>();
    for (Wording wording : wordings) {
      reports.add(wording.annotated().id());
      families.add(wording.family());
    }
    List<Dispute> disputes =
        new ArrayList<>(
            group
                .known()
                .orElseGet(
                    () ->
                        group.answers().isEmpty()
                            ? finder.find(wordings)
                            : finder.ofNumbers(wordings, group.answers())));
    group.added().forEach(one -> disputes.removeIf(other -> other.kind() == one.kind()));
    disputes.addAll(group.added());
    Support support =
        group.question().equals(SPELLINGS)
            ? Support.ofSpellings()
            : Support.of(wordings, families, disputes, lineage, credits);
    List<String> why = new ArrayList<>(support.why());
    overruling
        .joined(wordings)
        .forEach(decision -> why.add("one claim by your decision: " + decision.label()));
    why.addAll(overruling.partedFrom(wordings));
    return new Claim(
        id,
        group.nearest().inWords(),
        wordings.stream().map(Wording::statement).toList(),
        reports.size(),
        support.families(),
        informants.values().stream().map(Informant::words).distinct().toList(),
        support.standing(),
        disputes,
        why,
        merges(group, reasons),
        support.collapses());
  }

  private static List<Merge> merges(Group group, Reasons reasons) {
    if (!group.question().isEmpty()) {
      return reasons.ofQuestion(group.wordings(), group.question());
    }
    List<Merge> merges = new ArrayList<>(reasons.ofGroup(group.wordings()));
    group.added().stream()
        .map(one -> reasons.ofDispute(group.wordings(), one.a(), one.b(), question(one)))
        .forEach(merges::add);
    return List.copyOf(merges);
  }
}
