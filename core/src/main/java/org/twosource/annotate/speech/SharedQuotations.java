package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Speaker;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * The same words between marks in several reports of a story are one person's. Where a report names
 * who says them, that also tells whom the others mean that only have a pronoun, or nobody. Reports
 * that name different people are left as they are. Keeps nothing; for any thread.
 */
public final class SharedQuotations {
  /** Fewer words may be two people's. */
  private static final int MIN_WORDS = 5;

  private final Set<String> pronouns;

  /** Of a language whose pronouns stand in its file. */
  public SharedQuotations(Language language) {
    pronouns = Set.copyOf(language.map("pronouns").keySet());
  }

  /** The same reports, some attributions with another speaker. */
  public List<Annotated> correct(List<Annotated> reports) {
    if (reports.size() < 2) {
      return reports;
    }
    Map<String, Map<String, Integer>> named = new HashMap<>();
    for (Annotated report : reports) {
      for (Attribution said : report.attributions()) {
        if (isNamed(said, report)) {
          for (String key : keys(said, report)) {
            named
                .computeIfAbsent(key, none -> new LinkedHashMap<>())
                .merge(said.entity().orElseThrow(), 1, Integer::sum);
          }
        }
      }
    }
    return reports.stream().map(report -> correct(report, named)).toList();
  }

  private Annotated correct(Annotated report, Map<String, Map<String, Integer>> named) {
    List<Attribution> attributions = new ArrayList<>();
    for (Attribution said : report.attributions()) {
      attributions.add(isOpen(said, report) ? known(said, report, named).orElse(said) : said);
    }
    return report.withAttributions(attributions);
  }

  private Optional<Attribution> known(
      Attribution said, Annotated report, Map<String, Map<String, Integer>> named) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    for (String key : keys(said, report)) {
      named.getOrDefault(key, Map.of()).forEach((who, times) -> votes.merge(who, times, Math::max));
    }
    return votes.size() == 1
        ? Optional.of(
            said.withSpeaker(Speaker.of(said.source(), votes.keySet().stream().findFirst())))
        : Optional.empty();
  }

  /** Whether the report itself names who speaks. */
  private boolean isNamed(Attribution said, Annotated report) {
    return said.entity().isPresent() && !isPronoun(said, report);
  }

  private boolean isOpen(Attribution said, Annotated report) {
    return !said.quoted().isEmpty() && (said.source().isEmpty() || isPronoun(said, report));
  }

  private boolean isPronoun(Attribution said, Annotated report) {
    return said.source()
        .map(source -> source.in(report.body()).strip().toLowerCase(java.util.Locale.ROOT))
        .filter(pronouns::contains)
        .isPresent();
  }

  /** The first and the last words of each quotation; of a short one all of them. */
  private static List<String> keys(Attribution said, Annotated report) {
    List<String> keys = new ArrayList<>();
    for (Span quoted : said.quoted()) {
      List<String> words = words(report, quoted);
      if (words.size() >= MIN_WORDS) {
        keys.add(String.join(" ", words.subList(0, MIN_WORDS)));
        keys.add(String.join(" ", words.subList(words.size() - MIN_WORDS, words.size())));
      }
    }
    return keys;
  }

  private static List<String> words(Annotated report, Span span) {
    List<String> words = new ArrayList<>();
    for (Sentence sentence : report.sentences()) {
      if (sentence.span().overlaps(span)) {
        sentence.tokens().stream()
            .filter(token -> token.isWord() && span.contains(token.span()))
            .map(Token::normal)
            .forEach(words::add);
      }
    }
    return words;
  }
}
