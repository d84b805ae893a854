package org.twosource.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.OutletCredits;
import org.twosource.report.Publisher;
import org.twosource.report.Publishers;
import org.twosource.text.Part;
import org.twosource.text.Quote;

/**
 * How many of the sources behind a claim know it for themselves.
 *
 * <p>Two sources are one knower where
 *
 * <ul>
 *   <li>all that either says goes back to one informant: a person, body, document or outlet, under
 *       its whole name or a part of it ("the zoo", "zoo officials");
 *   <li>both print one quotation of {@link #QUOTED_WORDS} words or more;
 *   <li>all reports of one pass on the outlet of the other, or both pass on one outlet, or one has
 *       it from an outlet and the other names nobody;
 *   <li>nothing shows that they know it for themselves: what is quoted, told as said or put in
 *       nearly the same words may be one person's ({@link KnowerModel}).
 * </ul>
 *
 * <p>Sources that all say something in their own voice, or name different informants, know it for
 * themselves.
 *
 * @param knowers how many there are; at least 1, at most the number of sources
 * @param why what makes several sources one knower, in words
 * @param collapses the same as values
 * @param informants by source, where one alone is behind all that it says
 */
record Independence(
    int knowers, List<String> why, List<Collapse> collapses, Map<String, Informant> informants) {
  /** Equal words inside quotation marks from which on two printings are one quotation. */
  static final int QUOTED_WORDS = 8;

  /**
   * @param bySource the statements of each source, none overtaken by a later report
   */
  static Independence of(
      Map<String, List<Wording>> bySource,
      Lineage lineage,
      OutletCredits credits,
      KnowerModel knowers) {
    List<String> ids = List.copyOf(bySource.keySet());
    int[] head = new int[ids.size()];
    for (int at = 0; at < head.length; at++) {
      head[at] = at;
    }
    Ties ties = new Ties(bySource, lineage, credits, knowers);
    List<String> why = new ArrayList<>();
    List<Collapse> collapses = new ArrayList<>();
    for (int one = 0; one < ids.size(); one++) {
      for (int two = one + 1; two < ids.size(); two++) {
        Optional<Tie> tie = ties.between(ids.get(one), ids.get(two));
        if (tie.isPresent() && root(head, one) != root(head, two)) {
          int low = Math.min(root(head, one), root(head, two));
          head[Math.max(root(head, one), root(head, two))] = low;
          if (!why.contains(tie.get().inWords())) {
            why.add(tie.get().inWords());
          }
          collapses.add(
              new Collapse(
                  tie.get().by(),
                  tie.get().name(),
                  reports(bySource, ids.get(one), ids.get(two)),
                  List.of(tie.get().inWords())));
        }
      }
    }
    long known = 0;
    for (int at = 0; at < head.length; at++) {
      known += root(head, at) == at ? 1 : 0;
    }
    return new Independence(
        (int) known, List.copyOf(why), List.copyOf(collapses), ties.onlyInformants());
  }

  Optional<Informant> informantOf(String source) {
    return Optional.ofNullable(informants.get(source));
  }

  private static List<String> reports(Map<String, List<Wording>> bySource, String one, String two) {
    Set<String> reports = new LinkedHashSet<>();
    bySource.getOrDefault(one, List.of()).forEach(wording -> reports.add(wording.annotated().id()));
    bySource.getOrDefault(two, List.of()).forEach(wording -> reports.add(wording.annotated().id()));
    return List.copyOf(reports);
  }

  private static int root(int[] head, int at) {
    int root = at;
    while (head[root] != root) {
      root = head[root];
    }
    return root;
  }

  /** Why two sources are one knower. */
  private record Tie(Collapse.By by, String name, String inWords) {}

  /** The sources of one claim, compared. One thread. */
  private static final class Ties {
    private final Map<String, List<Wording>> bySource;
    private final Lineage lineage;
    private final OutletCredits credits;
    private final KnowerModel knowers;
    private final Map<String, Optional<Informant>> informants = new LinkedHashMap<>();
    private final Map<String, List<List<String>>> quotations = new LinkedHashMap<>();

    Ties(
        Map<String, List<Wording>> bySource,
        Lineage lineage,
        OutletCredits credits,
        KnowerModel knowers) {
      this.bySource = bySource;
      this.lineage = lineage;
      this.credits = credits;
      this.knowers = knowers;
      List<Wording> all = bySource.values().stream().flatMap(Collection::stream).toList();
      bySource.forEach(
          (id, own) -> {
            informants.put(id, onlyInformant(own, all));
            quotations.put(id, own.stream().flatMap(one -> quoted(one).stream()).toList());
          });
    }

    Map<String, Informant> onlyInformants() {
      Map<String, Informant> only = new LinkedHashMap<>();
      informants.forEach((id, by) -> by.ifPresent(one -> only.put(id, one)));
      return only;
    }

    Optional<Tie> between(String one, String two) {
      Optional<Informant> first = informants.getOrDefault(one, Optional.empty());
      Optional<Informant> second = informants.getOrDefault(two, Optional.empty());
      if (first.isPresent() && second.isPresent() && first.get().mayBe(second.get())) {
        boolean outlet = first.get().kind() == Informant.Kind.OUTLET;
        return Optional.of(
            new Tie(
                outlet ? Collapse.By.OUTLET : Collapse.By.INFORMANT,
                first.get().words(),
                "one informant: " + first.get().words()));
      }
      return outlet(one, two)
          .or(() -> cited(first, two))
          .or(() -> cited(second, one))
          .map(name -> new Tie(Collapse.By.OUTLET, name, "both go back to one outlet: " + name))
          .or(() -> heard(first, two))
          .or(() -> heard(second, one))
          .or(() -> quotation(one, two))
          .or(() -> unclear(one, two));
    }

    /** What one has from an outlet and the other from nobody whom it names. */
    private Optional<Tie> heard(Optional<Informant> informant, String other) {
      return informant
          .filter(by -> by.kind() == Informant.Kind.OUTLET)
          .filter(
              by ->
                  bySource.getOrDefault(other, List.of()).stream()
                      .allMatch(one -> one.informant().isEmpty()))
          .map(Informant::words)
          .map(name -> new Tie(Collapse.By.OUTLET, name, "both may have it from " + name));
    }

    /** What neither tells as if it knew it for itself. */
    private Optional<Tie> unclear(String one, String two) {
      double apart =
          knowers.probability(
              bySource.getOrDefault(one, List.of()), bySource.getOrDefault(two, List.of()));
      if (apart >= KnowerModel.APART) {
        return Optional.empty();
      }
      Optional<Informant> first = informants.getOrDefault(one, Optional.empty());
      String who =
          first
              .or(() -> informants.getOrDefault(two, Optional.empty()))
              .map(Informant::words)
              .orElse("one informant");
      return Optional.of(new Tie(Collapse.By.INFORMANT, who, "both may have it from " + who));
    }

    private Optional<Tie> quotation(String one, String two) {
      for (List<String> own : quotations.getOrDefault(one, List.of())) {
        for (List<String> other : quotations.getOrDefault(two, List.of())) {
          Optional<String> shared = shared(own, other);
          if (shared.isPresent()) {
            return Optional.of(
                new Tie(
                    Collapse.By.QUOTATION,
                    shared.get(),
                    "both print one quotation: “" + shared.get() + "”"));
          }
        }
      }
      return Optional.empty();
    }

    /** The outlet that both sources pass on, or one passes on from the other. */
    private Optional<String> outlet(String one, String two) {
      Optional<String> first = passedOn(one);
      Optional<String> second = passedOn(two);
      if (first.isPresent() && first.equals(second)) {
        return first;
      }
      return first
          .filter(outlet -> isOf(outlet, two))
          .or(() -> second.filter(outlet -> isOf(outlet, one)));
    }

    private Optional<String> passedOn(String source) {
      List<Optional<String>> outlets =
          bySource.getOrDefault(source, List.of()).stream()
              .map(wording -> credits.passedOnBy(wording.annotated().id()))
              .distinct()
              .toList();
      return outlets.size() == 1 ? outlets.getFirst() : Optional.empty();
    }

    private boolean isOf(String outlet, String source) {
      return lineage.sources().stream()
          .filter(one -> one.id().equals(source))
          .flatMap(one -> one.reports().stream())
          .anyMatch(report -> credits.outletOf(report).filter(outlet::equals).isPresent());
    }

    /** The outlet that one source names as its informant, where the other is published by it. */
    private Optional<String> cited(Optional<Informant> informant, String source) {
      Optional<Publisher> named =
          informant
              .filter(by -> by.kind() == Informant.Kind.OUTLET)
              .flatMap(by -> Publishers.standard().of(Optional.of(by.words()), Optional.empty()));
      return named
          .filter(
              publisher ->
                  bySource.getOrDefault(source, List.of()).stream()
                      .flatMap(wording -> wording.annotated().text().publisher().stream())
                      .anyMatch(publisher::isSame))
          .map(Publisher::name);
    }

    /**
     * The one informant behind all that a source says; a headline that names nobody has that of
     * what stands below it. A statement without an informant has that of its own sentence, or of a
     * report of its family that did not drop it in copying.
     */
    private static Optional<Informant> onlyInformant(List<Wording> own, List<Wording> all) {
      Optional<Informant> only = Optional.empty();
      List<Wording> told =
          own.stream().filter(one -> one.sentence().part() != Part.Kind.HEADLINE).toList();
      for (Wording wording : told.isEmpty() ? own : told) {
        Optional<Informant> by = wording.informant();
        if (by.isEmpty()) {
          by =
              all.stream()
                  .filter(other -> speaksFor(other, wording))
                  .findFirst()
                  .flatMap(Wording::informant);
        }
        if (by.isEmpty() || only.isPresent() && !only.get().isSameAs(by.get())) {
          return Optional.empty();
        }
        only = only.isPresent() ? only : by;
      }
      return only;
    }

    private static boolean speaksFor(Wording other, Wording wording) {
      return other.informant().isPresent()
          && (other.sentence() == wording.sentence() || other.isCopyOf(wording));
    }
  }

  /** The words of each long quotation that a statement touches, in lower case. */
  private static List<List<String>> quoted(Wording wording) {
    List<List<String>> quoted = new ArrayList<>();
    for (Quote quote : wording.annotated().text().quotes().outer()) {
      if (quote.inside().overlaps(wording.span())) {
        List<String> words =
            wording.sentence().tokens().stream()
                .filter(token -> token.isWord() && quote.inside().contains(token.span()))
                .filter(token -> wording.span().overlaps(token.span()))
                .map(token -> token.normal())
                .toList();
        if (words.size() >= QUOTED_WORDS) {
          quoted.add(words);
        }
      }
    }
    return quoted;
  }

  /** The longest run of words that both have, if it is long enough for one quotation. */
  private static Optional<String> shared(List<String> one, List<String> two) {
    int[] before = new int[two.size() + 1];
    int best = 0;
    int end = 0;
    for (int i = 1; i <= one.size(); i++) {
      int[] now = new int[two.size() + 1];
      for (int j = 1; j <= two.size(); j++) {
        now[j] = one.get(i - 1).equals(two.get(j - 1)) ? before[j - 1] + 1 : 0;
        if (now[j] > best) {
          best = now[j];
          end = i;
        }
      }
      before = now;
    }
    return best < QUOTED_WORDS
        ? Optional.empty()
        : Optional.of(String.join(" ", one.subList(end - best, end)));
  }
}
