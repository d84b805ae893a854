package org.twosource.brief;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.PlainStatements;
import org.twosource.annotate.Predicates;
import org.twosource.claim.Backing;
import org.twosource.claim.BearingOut;
import org.twosource.claim.Claim;
import org.twosource.claim.Collapse;
import org.twosource.claim.Dispute;
import org.twosource.claim.Standing;
import org.twosource.claim.Statement;
import org.twosource.compare.StatementComparer;
import org.twosource.lineage.Lineage;
import org.twosource.report.Citation;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Which parts of a line other sources state, and so how the whole line stands.
 *
 * <p>A claim says that sources share a statement; the sentence that a brief takes for it may say
 * more. So each clause of the line is compared with the sentences of the other sources of its claim
 * ({@link StatementComparer}), and only a sentence from which the clause follows carries it. The
 * line stands as its least clause does. One story, one thread.
 */
final class LineSupport {
  /** Content words of a line that may lie outside what is carried: a verb of saying, an adverb. */
  private static final int LOOSE_WORDS = 2;

  /** Letters from which on a word is taken to say something. */
  private static final int CONTENT_LETTERS = 4;

  /** Sources of a claim that are asked. */
  private static final int MAX_SOURCES = 3;

  /** Sentences of a source that are asked, those of the longest statements first. */
  private static final int MAX_SENTENCES = 4;

  /**
   * From here on one sentence bears out a line of several clauses each of which it surely bears
   * out: that a crane fell in a harbour carries "the harbour was closed" and "after a crane fell",
   * not the two together.
   */
  private static final double LINE_BORNE_OUT = 0.60;

  private final BearingOut bearing;
  private final Lineage lineage;
  private final Language language;
  private final Map<String, Annotated> reports = new HashMap<>();
  private final Map<Asked, Boolean> known = new HashMap<>();

  /** What was asked of a sentence. */
  private record Asked(String what, String report, int sentence) {}

  LineSupport(StatementComparer comparer, Annotations annotations, Lineage lineage) {
    this.bearing = new BearingOut(comparer);
    this.lineage = lineage;
    annotations.reports().forEach(report -> reports.put(report.id(), report));
    this.language =
        Language.ofMost(
            annotations.reports().stream().map(report -> report.text().language()).toList());
  }

  /**
   * How a line stands.
   *
   * @param families the least number of sources over its clauses
   * @param carried the parts that several sources state, in text order; of a line that is not
   *     carried whole only those that several sources know for themselves
   * @param cites the sentences of other sources from which a part follows
   */
  record Stand(Standing standing, int families, List<Carried> carried, List<Citation> cites) {}

  /**
   * @param claims those that the sentence states, the weightiest first
   */
  Stand of(Extract extract, List<Claim> claims) {
    Annotated report = extract.annotated();
    Span sentence = extract.sentence().span();
    List<Carried> carried = new ArrayList<>();
    List<Carried> known = new ArrayList<>();
    List<Span> carriedHere = new ArrayList<>();
    List<Span> ownAlone = new ArrayList<>();
    Set<Citation> cites = new LinkedHashSet<>();
    Set<Token> open = new TreeSet<>(Comparator.comparing(Token::span));
    open.addAll(contentOf(report, extract.sentence()));
    int families = Integer.MAX_VALUE;
    boolean oneInformant = false;
    for (Claim claim : claims) {
      for (Statement statement : claim.statements()) {
        if (statement.at().report().equals(report.id())
            && statement.at().span().overlaps(sentence)) {
          for (Asserted asserted : asserted(statement, extract)) {
            List<Citation> carriers = carriers(claim, statement, asserted, report);
            List<Span> places = places(asserted, extract);
            if (carriers.isEmpty() || places.isEmpty()) {
              ownAlone.addAll(asserted.spans());
            } else {
              int knowers = knowers(claim, report, carriers);
              for (Span place : places) {
                carried.add(new Carried(place, carriers.size() + 1));
                if (knowers > 1) {
                  known.add(new Carried(place, knowers));
                }
              }
              carriedHere.addAll(asserted.spans());
              cites.addAll(carriers);
              open.removeIf(
                  token -> asserted.spans().stream().anyMatch(span -> span.contains(token.span())));
              families = Math.min(families, carriers.size() + 1);
              oneInformant |= knowers == 1;
            }
          }
        }
      }
    }
    ownAlone.removeIf(clause -> carriedHere.stream().anyMatch(part -> part.contains(clause)));
    boolean whole =
        !carried.isEmpty()
            && ownAlone.isEmpty()
            && open.size() <= LOOSE_WORDS
            && (cites.size() > 1 || carriedHere.size() < 2 || isBorneOut(extract, cites));
    Standing standing =
        isDisputed(claims, report, sentence)
            ? Standing.DISPUTED
            : !whole
                ? Standing.SINGLE_ORIGIN
                : oneInformant ? Standing.ONE_INFORMANT : Standing.CORROBORATED;
    return new Stand(
        standing,
        whole ? families : 1,
        whole ? ofWhole(extract, carried) : joined(known),
        List.copyOf(cites));
  }

  /** The line itself where as many sources carry each of its parts. */
  private static List<Carried> ofWhole(Extract extract, List<Carried> parts) {
    return parts.stream().map(Carried::families).distinct().count() == 1
        ? List.of(new Carried(new Span(0, extract.text().length()), parts.getFirst().families()))
        : joined(parts);
  }

  /** How many of a report and those that carry its words know them for themselves. */
  private static int knowers(Claim claim, Annotated report, List<Citation> carriers) {
    if (claim.standing() == Standing.ONE_INFORMANT) {
      return 1;
    }
    List<Set<String>> groups = new ArrayList<>();
    groups.add(new HashSet<>(Set.of(report.id())));
    carriers.forEach(carrier -> groups.add(new HashSet<>(Set.of(carrier.report()))));
    for (Collapse collapse : claim.collapses()) {
      Set<String> joined = new HashSet<>(collapse.reports());
      groups.removeIf(
          group -> {
            boolean meets = !Collections.disjoint(group, collapse.reports());
            if (meets) {
              joined.addAll(group);
            }
            return meets;
          });
      groups.add(joined);
    }
    Set<String> asked = new HashSet<>(Set.of(report.id()));
    carriers.forEach(carrier -> asked.add(carrier.report()));
    return (int) groups.stream().filter(group -> !Collections.disjoint(group, asked)).count();
  }

  /**
   * What a clause of a line asserts, as it reads alone.
   *
   * @param spans where its words stand in the body
   */
  private record Asserted(String words, List<Span> spans) {}

  /**
   * The statements of a clause, each alone: of two sentences that agree in one and differ in
   * another, the comparison says that they are the same. None of a clause that only says who
   * speaks.
   */
  private List<Asserted> asserted(Statement statement, Extract extract) {
    Span clause = common(statement.at().span(), extract.sentence().span());
    Annotated report = extract.annotated();
    Optional<PlainStatements> all =
        PlainStatements.of(report, extract.sentence(), language)
            .filter(one -> !one.in(extract.sentence().span()).isEmpty());
    return all.isPresent()
        ? all.get().in(clause).stream().map(one -> new Asserted(one.words(), one.spans())).toList()
        : Predicates.of(report, extract.sentence(), clause).stream()
            .map(
                span ->
                    new Asserted(
                        Predicates.inWords(report, extract.sentence(), span), List.of(span)))
            .toList();
  }

  private static List<Span> places(Asserted asserted, Extract extract) {
    return asserted.spans().stream()
        .flatMap(span -> placeOf(span, extract.annotated(), extract.text()).stream())
        .toList();
  }

  /** One sentence of each other source of the claim from which the words follow. */
  private List<Citation> carriers(Claim claim, Statement own, Asserted asserted, Annotated report) {
    if (claim.families() < 2) {
      return List.of();
    }
    String ownSource = lineage.sourceOf(own.family()).id();
    List<Citation> carriers = new ArrayList<>();
    for (Backing backing : claim.support()) {
      String source = lineage.sourceOf(backing.family()).id();
      Set<Citation> asked = new HashSet<>();
      if (!source.equals(ownSource) && carriers.size() < MAX_SOURCES) {
        claim.statements().stream()
            .filter(other -> lineage.sourceOf(other.family()).id().equals(source))
            .sorted(Comparator.comparingInt((Statement other) -> -other.at().span().length()))
            .map(Statement::at)
            .filter(other -> asked.add(sentenceOf(other)))
            .limit(MAX_SENTENCES)
            .filter(other -> prints(other, asserted, report) || follows(asserted.words(), other))
            .findFirst()
            .ifPresent(carriers::add);
      }
    }
    return carriers;
  }

  /** Whether the line follows from the one sentence that carries each of its clauses. */
  private boolean isBorneOut(Extract extract, Set<Citation> cites) {
    return cites.stream()
        .allMatch(
            cite -> {
              Annotated report = Objects.requireNonNull(reports.get(cite.report()));
              return report
                  .text()
                  .sentenceAt(cite.span().start())
                  .filter(
                      sentence ->
                          bearing.isAsSure(report, sentence, extract.text(), LINE_BORNE_OUT))
                  .isPresent();
            });
  }

  private Citation sentenceOf(Citation place) {
    return Objects.requireNonNull(reports.get(place.report()))
        .text()
        .sentenceAt(place.span().start())
        .map(sentence -> new Citation(place.report(), sentence.span()))
        .orElse(place);
  }

  /** Whether another sentence has the very words. */
  private boolean prints(Citation other, Asserted asserted, Annotated report) {
    String there =
        sentenceOf(other).span().in(Objects.requireNonNull(reports.get(other.report())).body());
    return asserted.spans().stream()
        .map(span -> span.in(report.body()).strip())
        .allMatch(words -> there.contains(words));
  }

  /** Whether words follow from another sentence. */
  private boolean follows(String what, Citation from) {
    Annotated report = Objects.requireNonNull(reports.get(from.report()));
    return report
        .text()
        .sentenceAt(from.span().start())
        .filter(
            sentence ->
                known.computeIfAbsent(
                    new Asked(what, report.id(), sentence.index()),
                    any -> bearing.isSure(report, sentence, what)))
        .isPresent();
  }

  /** Words that say something, but for who says it. */
  private List<Token> contentOf(Annotated report, Sentence sentence) {
    Set<String> verbs = language.words("plain-speech");
    List<Span> saying = new ArrayList<>();
    for (Attribution said : report.attributions()) {
      said.source().ifPresent(saying::add);
      said.cue().ifPresent(saying::add);
    }
    return sentence.tokens().stream()
        .filter(token -> token.isWord() && token.span().length() >= CONTENT_LETTERS)
        .filter(token -> !verbs.contains(token.normal()))
        .filter(token -> saying.stream().noneMatch(span -> span.contains(token.span())))
        .toList();
  }

  /** Whether the sentence itself gives an answer that is disputed. */
  private static boolean isDisputed(List<Claim> claims, Annotated report, Span sentence) {
    for (Claim claim : claims) {
      for (Dispute dispute : claim.disputes()) {
        boolean open = dispute.resolution() == Dispute.Resolution.OPEN;
        for (int at : open ? sides(dispute) : List.<Integer>of()) {
          Citation place = claim.statements().get(at).at();
          if (place.report().equals(report.id()) && place.span().overlaps(sentence)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static List<Integer> sides(Dispute dispute) {
    List<Integer> sides = new ArrayList<>(dispute.a().statements());
    sides.addAll(dispute.b().statements());
    return sides;
  }

  private static Span common(Span one, Span other) {
    return new Span(Math.max(one.start(), other.start()), Math.min(one.end(), other.end()));
  }

  /** Where a clause stands in the line, whose white space and opening may differ. */
  private static Optional<Span> placeOf(Span clause, Annotated report, String line) {
    String words = clause.in(report.body()).strip().replaceAll("\\s+", " ");
    if (words.length() >= line.length()) {
      return words.regionMatches(true, words.length() - line.length(), line, 0, line.length())
          ? Optional.of(new Span(0, line.length()))
          : Optional.empty();
    }
    for (int at = 0; at + words.length() <= line.length(); at++) {
      if (line.regionMatches(true, at, words, 0, words.length())) {
        int end = at + words.length();
        boolean isLast = line.substring(end).codePoints().noneMatch(Character::isLetterOrDigit);
        return Optional.of(new Span(at, isLast ? line.length() : end));
      }
    }
    return Optional.empty();
  }

  /** In text order, what overlaps made one with the fewer sources. */
  private static List<Carried> joined(List<Carried> parts) {
    List<Carried> joined = new ArrayList<>();
    for (Carried part :
        parts.stream()
            .sorted(
                Comparator.comparingInt((Carried one) -> one.span().start())
                    .thenComparingInt(one -> one.span().end()))
            .toList()) {
      Carried last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && last.span().overlaps(part.span())) {
        joined.set(
            joined.size() - 1,
            new Carried(
                last.span().union(part.span()), Math.min(last.families(), part.families())));
      } else {
        joined.add(part);
      }
    }
    return List.copyOf(joined);
  }
}
