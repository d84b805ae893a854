package org.twosource.claim;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.twosource.compare.StatementComparer;
import org.twosource.compare.StatementComparison;
import org.twosource.text.Language;

/**
 * The words for what the sources of a claim have in common.
 *
 * <p>Two sources share a statement, and the sentence of each may say more; shown as the claim, one
 * such sentence would look as if both stated all of it. So every statement of a wording is asked
 * for alone: what not all sources of its chief statement bear out is cut away, and who does not
 * bear out what is left, as a whole, is not counted; nor is a sentence that does not mean a person
 * whom a statement names. The comparison alone, asked about two whole sentences, tells that they
 * mainly say one thing, not what the one adds. One story, one thread.
 */
final class SharedWords {
  /** Wordings that are tried, the nearest and the shortest. */
  private static final int MAX_TRIED = 4;

  /** Sources beside that of the words that are asked which words to show. */
  private static final int MAX_SOURCES = 3;

  /** Statements of a source that are asked, the longest first. */
  private static final int MAX_STATEMENTS = 2;

  /**
   * From here on a sentence bears out what is shown. Of 46 claims of 65 stories, read by eye in the
   * fourth audit, 17 are right in every word; of the seven whose least sure source has .40 to .50
   * none is, above it 15 of 33. (DECISIONS.md has the curve over labelled pairs.)
   */
  private static final double BORNE_OUT = 0.50;

  private final BearingOut bearing;
  private final Language language;

  SharedWords(StatementComparer comparer, Language language) {
    this.bearing = new BearingOut(comparer);
    this.language = language;
  }

  /**
   * What is shown of a claim.
   *
   * @param words of one of its wordings
   * @param families those of the sources that bear them out
   */
  record Shown(String words, Set<String> families) {}

  /**
   * @param wordings those that no correction has taken back
   * @param backings the sources that the claim counts
   */
  Shown of(Wording nearest, List<Wording> wordings, List<Backing> backings) {
    List<String> families = backings.stream().map(Backing::family).distinct().toList();
    List<String> first = families.stream().limit(MAX_SOURCES + 1L).toList();
    Borne best =
        new Borne(ShownWording.of(nearest, language), Set.of(), nearest.inWords(), Set.of(), 0);
    for (ShownWording reading : readings(nearest, wordings)) {
      Borne next = borne(reading, wordings, first);
      int more = next.families().size() - best.families().size();
      best = more > 0 || more == 0 && next.sure() > best.sure() ? next : best;
      if (best.families().size() == first.size() && best.sure() >= StatementComparison.SURE) {
        break;
      }
    }
    if (best.families().size() < 2) {
      return new Shown(nearest.inWords(), Set.of(nearest.family()));
    }
    Set<String> all = new HashSet<>(best.families());
    for (String family : families.subList(first.size(), families.size())) {
      if (sure(best, family, wordings) >= BORNE_OUT) {
        all.add(family);
      }
    }
    return new Shown(best.words(), all);
  }

  /** The nearest and the shortest, the shortest first. */
  private List<ShownWording> readings(Wording nearest, List<Wording> wordings) {
    Stream<Wording> shortest =
        wordings.stream()
            .filter(wording -> wording.sentence().part().isProse() && wording.isWhole())
            .filter(wording -> wording.at() != nearest.at())
            .sorted(
                Comparator.comparingInt((Wording wording) -> wording.text().length())
                    .thenComparingInt(Wording::at))
            .limit(MAX_TRIED - 1L);
    return Stream.concat(Stream.of(nearest), shortest)
        .sorted(Comparator.comparingInt(wording -> wording.shown().length()))
        .map(wording -> ShownWording.of(wording, language))
        .toList();
  }

  /**
   * Who bears out words.
   *
   * @param kept the statements of the reading that they make
   * @param sure how sure the least sure of them is, 0 to 1
   */
  private record Borne(
      ShownWording reading, Set<Integer> kept, String words, Set<String> families, double sure) {}

  private Borne borne(ShownWording reading, List<Wording> wordings, List<String> families) {
    int size = reading.statements().size();
    List<Set<String>> bearing = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      int statement = at;
      bearing.add(
          families.stream()
              .filter(family -> sure(reading, statement, family, wordings) >= BORNE_OUT)
              .collect(toSet()));
    }
    int chief =
        IntStream.range(0, size)
            .boxed()
            .max(
                Comparator.comparing(reading::isOwn)
                    .thenComparing(at -> bearing.get(at).size())
                    .thenComparing(Comparator.reverseOrder()))
            .orElseThrow();
    Set<Integer> kept =
        IntStream.range(0, size)
            .filter(at -> bearing.get(at).containsAll(bearing.get(chief)))
            .boxed()
            .collect(toSet());
    String words = reading.words(kept).orElse(reading.wording().inWords());
    Borne all = new Borne(reading, kept, words, bearing.get(chief), 1);
    Map<String, Double> sure = new HashMap<>();
    bearing.get(chief).forEach(family -> sure.put(family, sure(all, family, wordings)));
    sure.values().removeIf(one -> one < BORNE_OUT);
    double least = sure.values().stream().reduce(1.0, Math::min);
    return new Borne(reading, kept, words, Set.copyOf(sure.keySet()), least);
  }

  /** How sure a source bears out all that is shown, by parts and as a whole. */
  private double sure(Borne shown, String family, List<Wording> wordings) {
    if (family.equals(shown.reading().wording().family())) {
      return 1;
    }
    double whole =
        sentences(family, wordings).stream()
            .mapToDouble(one -> bearing.sure(one.annotated(), one.sentence(), shown.words()))
            .max()
            .orElse(0);
    return shown.kept().stream()
        .map(statement -> sure(shown.reading(), statement, family, wordings))
        .reduce(whole, Math::min);
  }

  /** How sure a source bears out one statement. */
  private double sure(ShownWording reading, int statement, String family, List<Wording> wordings) {
    if (family.equals(reading.wording().family())) {
      return 1;
    }
    String words = reading.statements().get(statement);
    return sentences(family, wordings).stream()
        .filter(wording -> reading.namesNobodyBeside(statement, wording))
        .mapToDouble(one -> bearing.sure(one.annotated(), one.sentence(), words))
        .max()
        .orElse(0);
  }

  private static List<Wording> sentences(String family, List<Wording> wordings) {
    return wordings.stream()
        .filter(wording -> wording.family().equals(family))
        .sorted(Comparator.comparingInt(wording -> -wording.span().length()))
        .limit(MAX_STATEMENTS)
        .toList();
  }
}
