package org.twosource.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the disputes of a claim: every detector over pairs of its distinct wordings. */
final class Disputes {
  /** Wordings of one claim that are compared with each other. */
  private static final int MAX_WORDINGS = 24;

  /** Disputes kept a claim; a claim with more is a heap of statements, not a disagreement. */
  private static final int MAX_DISPUTES = 4;

  /** Share of the shorter sentence's words at which two sentences of a family are copies. */
  private static final double COPIED = 0.6;

  private static final int SIDE_CHARACTERS = 60;

  private final WordingIndex index;
  private final List<DisputeDetector> detectors;

  Disputes(WordingIndex index) {
    this.index = index;
    this.detectors =
        List.of(new DateDispute(), new NegationDispute(), new StatusDispute(), new PlaceDispute());
  }

  /**
   * @param wordings of the claim, in the order of its statements
   */
  List<Dispute> find(List<Wording> wordings) {
    List<Integer> compared = distinct(wordings);
    List<Dispute> disputes = new ArrayList<>();
    for (DisputeDetector detector : detectors) {
      Set<String> seen = new LinkedHashSet<>();
      for (int i = 0; i < compared.size(); i++) {
        for (int j = i + 1; j < compared.size(); j++) {
          Wording a = wordings.get(compared.get(i));
          Wording b = wordings.get(compared.get(j));
          if (a.sentence() == b.sentence() || isCopy(a, b)) {
            continue;
          }
          Optional<DisputeDetector.Found> found = detector.find(a, b, likeness(a, b));
          if (found.isPresent() && seen.add(found.get().key())) {
            disputes.add(dispute(found.get(), a, compared.get(i), b, compared.get(j)));
          }
        }
      }
    }
    disputes.addAll(ofSoleCounts(wordings, compared));
    return disputes.size() <= MAX_DISPUTES ? disputes : firstOfEachKind(disputes);
  }

  /**
   * Counts that differ, in a claim that is about nothing but a count: every wording gives one
   * number, whatever noun stands beside it ("1,900 members may vote", "2,300 are entitled to").
   */
  private List<Dispute> ofSoleCounts(List<Wording> wordings, List<Integer> compared) {
    List<QuantityQuestions.Answer> answers =
        compared.stream()
            .map(wordings::get)
            .filter(wording -> wording.quantities().size() == 1)
            .map(one -> new QuantityQuestions.Answer(one, one.quantities().getFirst()))
            .filter(answer -> answer.quantity().measure().equals("count"))
            .toList();
    boolean sole = answers.size() == compared.size() && answers.size() > 1;
    boolean comparable =
        answers.stream()
            .allMatch(
                one ->
                    answers.stream()
                        .allMatch(other -> QuantityQuestions.areComparableCounts(one, other)));
    return sole && comparable
        ? ofNumbers(wordings, answers).stream().map(one -> inTime(one, wordings)).toList()
        : List.of();
  }

  /**
   * What lay off the coast in the morning is overtaken, not denied, by the count of the evening.
   */
  private static Dispute inTime(Dispute dispute, List<Wording> wordings) {
    boolean update =
        QuantityQuestions.hoursDiffer(wordings.get(dispute.a()), wordings.get(dispute.b()));
    return update && dispute.resolution() == Dispute.Resolution.OPEN
        ? new Dispute(
            dispute.kind(),
            dispute.between(),
            Dispute.Resolution.SUPERSEDED,
            dispute.a(),
            dispute.b(),
            dispute.note())
        : dispute;
  }

  /**
   * The answers to a question of number that cannot both be right.
   *
   * @param wordings of the claim, in the order of its statements
   */
  List<Dispute> ofNumbers(List<Wording> wordings, List<QuantityQuestions.Answer> answers) {
    List<List<QuantityQuestions.Answer>> values = new ArrayList<>();
    for (QuantityQuestions.Answer answer : answers) {
      values.stream()
          .filter(same -> same.getFirst().quantity().isSameAs(answer.quantity()))
          .findFirst()
          .ifPresentOrElse(
              same -> same.add(answer), () -> values.add(new ArrayList<>(List.of(answer))));
    }
    List<Dispute> disputes = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      for (int j = i + 1; j < values.size(); j++) {
        ofNumbers(wordings, values.get(i), values.get(j)).ifPresent(disputes::add);
      }
    }
    return disputes.stream()
        .sorted(
            Comparator.comparing(Dispute::resolution)
                .thenComparingInt(dispute -> depth(wordings, dispute)))
        .limit(MAX_DISPUTES)
        .toList();
  }

  /** Sentences a reader passes before both sides are met. */
  private static int depth(List<Wording> wordings, Dispute dispute) {
    return wordings.get(dispute.a()).sentence().index()
        + wordings.get(dispute.b()).sentence().index();
  }

  /** The first two printings of two values that cannot both be right. */
  private static Optional<Dispute> ofNumbers(
      List<Wording> wordings,
      List<QuantityQuestions.Answer> some,
      List<QuantityQuestions.Answer> others) {
    for (QuantityQuestions.Answer a : some) {
      for (QuantityQuestions.Answer b : others) {
        if (a.wording().report() != b.wording().report()
            && !a.quantity().agreesWith(b.quantity())
            && !isCopy(a.wording(), b.wording())) {
          return Optional.of(ofNumbers(wordings, a, b));
        }
      }
    }
    return Optional.empty();
  }

  private static Dispute ofNumbers(
      List<Wording> wordings, QuantityQuestions.Answer a, QuantityQuestions.Answer b) {
    return dispute(
        NumberDispute.found(a.wording(), a.quantity(), b.wording(), b.quantity()),
        a.wording(),
        wordings.indexOf(a.wording()),
        b.wording(),
        wordings.indexOf(b.wording()));
  }

  /**
   * Whether a difference would be a change in copying: two reports of one family, in sentences so
   * alike that one stands for the other. What a copy adds on its own is its own statement.
   */
  static boolean isCopy(Wording a, Wording b) {
    if (a.report() == b.report() || !a.family().equals(b.family())) {
      return false;
    }
    Set<String> words = new TreeSet<>(a.words());
    words.addAll(a.context());
    Set<String> others = new TreeSet<>(b.words());
    others.addAll(b.context());
    long shared = words.stream().filter(others::contains).count();
    return shared >= COPIED * Math.min(words.size(), others.size());
  }

  private static List<Dispute> firstOfEachKind(List<Dispute> disputes) {
    List<Dispute> kept = new ArrayList<>();
    for (Dispute dispute : disputes) {
      long same = kept.stream().filter(other -> other.kind() == dispute.kind()).count();
      if (same < 2) {
        kept.add(dispute);
      }
    }
    return kept.stream().limit(MAX_DISPUTES).toList();
  }

  /** Indices of the first wording of every distinct entry. */
  private List<Integer> distinct(List<Wording> wordings) {
    Set<Integer> entries = new LinkedHashSet<>();
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < wordings.size() && indices.size() < MAX_WORDINGS; i++) {
      if (entries.add(index.entryOf(wordings.get(i)).at())) {
        indices.add(i);
      }
    }
    return indices;
  }

  private double likeness(Wording a, Wording b) {
    WordingIndex.Entry one = index.entryOf(a);
    WordingIndex.Entry other = index.entryOf(b);
    double both = one.weight() + other.weight();
    return both == 0 ? 0 : 2 * index.shared(one.words(), other.words()) / both;
  }

  private static Dispute dispute(DisputeDetector.Found found, Wording a, int i, Wording b, int j) {
    return new Dispute(
        found.kind(),
        between(a, b),
        found.resolution(),
        i,
        j,
        found.aSide() + " / " + found.bSide());
  }

  /** Who disagrees: one report that gives two positions does not disagree with itself. */
  static Dispute.Between between(Wording a, Wording b) {
    return areParties(a, b) || a.report() == b.report()
        ? Dispute.Between.PARTIES
        : Dispute.Between.REPORTS;
  }

  /** Whether each passes on the words of somebody else. */
  static boolean areParties(Wording a, Wording b) {
    return a.informant().isPresent()
        && b.informant().isPresent()
        && a.informant().get().kind() != Informant.Kind.OUTLET
        && b.informant().get().kind() != Informant.Kind.OUTLET
        && !haveOneInformant(a, b);
  }

  /** Whether both pass on the same informant: "Rep. Trey Lund" is "Trey Lund". */
  static boolean haveOneInformant(Wording a, Wording b) {
    if (a.informant().isEmpty() || b.informant().isEmpty()) {
      return false;
    }
    String last = lastWord(a.informant().get());
    return a.informant().get().key().equals(b.informant().get().key())
        || !last.isEmpty()
            && Character.isUpperCase(last.codePointAt(0))
            && last.equals(lastWord(b.informant().get()));
  }

  private static String lastWord(Informant informant) {
    String words = informant.words().strip();
    return words.substring(words.lastIndexOf(' ') + 1);
  }

  static String shorten(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= SIDE_CHARACTERS) {
      return line;
    }
    int cut = line.lastIndexOf(' ', SIDE_CHARACTERS);
    return line.substring(0, cut > 0 ? cut : SIDE_CHARACTERS) + " ...";
  }
}
