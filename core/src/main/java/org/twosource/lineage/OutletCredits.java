package org.twosource.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.report.Publishers;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;

/**
 * Which reports of a story pass on the work of another outlet, as they say themselves: "in a letter
 * obtained by the New York Times", "the Courier reported". A report passes an outlet on if it
 * credits it in its first three sentences or at least twice, and credits no other outlet as often.
 * Outlets are those of the story's reports, those that {@link Publishers} knows, and bodies of
 * which two reports name a piece of writing: "according to an account in the Beacon". It may still
 * be no copy: what it tells is in its own words.
 *
 * <p>Immutable, for any thread.
 */
public final class OutletCredits {
  /** Sentences at the head of a report in which one credit is enough. */
  private static final int LEAD_SENTENCES = 3;

  private static final int MIN_CREDITS = 2;

  /** The article of a name. */
  private static final String ARTICLE = "The ";

  private final Map<String, String> outlets;
  private final Map<String, Credit> credits;

  /** The credits of one report for one outlet. */
  private record Credit(String outlet, List<Span> places) {}

  private OutletCredits(Map<String, String> outlets, Map<String, Credit> credits) {
    this.outlets = outlets;
    this.credits = credits;
  }

  /** Reads the credits between the reports of one story. */
  public static OutletCredits of(List<Annotated> reports) {
    Map<OutletName, String> names = new LinkedHashMap<>();
    Map<String, String> outlets = new LinkedHashMap<>();
    for (Annotated report : reports) {
      Optional<String> outlet = report.report().outlet();
      if (outlet.isPresent()) {
        names.putIfAbsent(OutletName.of(report), outlet.get());
        outlets.put(report.id(), names.get(OutletName.of(report)));
      }
    }
    Map<String, Credit> credits = new LinkedHashMap<>();
    Map<OutletName, String> writing = writing(reports);
    for (Annotated report : reports) {
      Map<OutletName, String> named = new LinkedHashMap<>(names);
      known(report).forEach(known -> named.putIfAbsent(OutletName.of(known), known));
      writing.forEach(named::putIfAbsent);
      credit(report, named).ifPresent(credit -> credits.put(report.id(), credit));
    }
    return new OutletCredits(outlets, credits);
  }

  /** The bodies of which at least two reports name a piece of writing. */
  private static Map<OutletName, String> writing(List<Annotated> reports) {
    Map<OutletName, String> names = new LinkedHashMap<>();
    Map<OutletName, Set<String>> named = new LinkedHashMap<>();
    for (Annotated report : reports) {
      for (Mention mention : report.mentions()) {
        if (mayBeOutlet(report, mention) && isPiece(report, mention.span())) {
          String words = mention.span().in(report.body());
          OutletName name = OutletName.of(words);
          names.putIfAbsent(name, words);
          named.computeIfAbsent(name, any -> new TreeSet<>()).add(report.id());
        }
      }
    }
    named.forEach(
        (name, in) -> {
          if (in.size() < MIN_CREDITS) {
            names.remove(name);
          }
        });
    return names;
  }

  /** Whether a name may be an outlet's: no person's, and no place's without a large article. */
  private static boolean mayBeOutlet(Annotated report, Mention mention) {
    String from = report.body().substring(Math.max(0, mention.span().start() - ARTICLE.length()));
    return mention.isName()
        && mention.type() != EntityType.PERSON
        && (mention.type() != EntityType.PLACE
            || from.startsWith(ARTICLE)
            || mention.span().in(report.body()).startsWith(ARTICLE));
  }

  /** The outlets that a report names and that are known, whether they have a report here or not. */
  private static Stream<String> known(Annotated report) {
    return report.mentions().stream()
        .filter(mention -> mention.type() == EntityType.ORGANIZATION && mention.isName())
        .flatMap(mention -> Publishers.standard().known(mention.span().in(report.body())).stream());
  }

  /** The outlet that a report passes on. */
  public Optional<String> passedOnBy(String report) {
    return Optional.ofNullable(credits.get(report)).map(Credit::outlet);
  }

  /** The outlet a report comes from, named as {@link #passedOnBy} names it. */
  public Optional<String> outletOf(String report) {
    return Optional.ofNullable(outlets.get(report));
  }

  private static Optional<Credit> credit(Annotated report, Map<OutletName, String> names) {
    OutletName own = OutletName.of(report);
    List<Credit> found = new ArrayList<>();
    names.forEach(
        (name, outlet) -> {
          if (!name.isSame(own)) {
            List<Span> places =
                name.placesIn(report).stream().filter(place -> isCredit(report, place)).toList();
            boolean enough =
                places.size() >= MIN_CREDITS
                    || places.stream().anyMatch(place -> isInLead(report, place));
            if (enough) {
              found.add(new Credit(outlet, places));
            }
          }
        });
    found.sort(Comparator.comparingInt(credit -> -credit.places().size()));
    boolean one =
        found.size() == 1
            || found.size() > 1 && found.get(0).places().size() > found.get(1).places().size();
    return one ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean isInLead(Annotated report, Span place) {
    return report
        .text()
        .sentenceAt(place.start())
        .map(Sentence::index)
        .filter(index -> index < LEAD_SENTENCES)
        .isPresent();
  }

  private static boolean isCredit(Annotated report, Span place) {
    boolean source =
        report.attributions().stream()
            .flatMap(said -> said.source().stream())
            .anyMatch(place::overlaps);
    Language language = Language.ofMost(List.of(report.text().language()));
    return source
        || isPiece(report, place)
        || language
            .words("words-before-credited-outlets")
            .contains(wordBefore(report.body(), place.start()))
        || language
            .words("words-behind-credited-outlets")
            .contains(wordAfter(report.body(), place.end()));
  }

  /**
   * A known outlet that is said in a stretch of a report to have reported it, or of which a piece
   * of writing is named: "the Courier reported", "a story in the Courier". Not the report's own.
   */
  public static Optional<Span> reporting(Annotated report, Span stretch) {
    Set<String> reporting =
        Language.ofMost(List.of(report.text().language())).words("words-behind-credited-outlets");
    return report.mentionsIn(stretch).stream()
        .filter(mention -> mention.type() == EntityType.ORGANIZATION && mention.isName())
        .map(Mention::span)
        .filter(
            name ->
                reporting.contains(wordAfter(report.body(), name.end())) || isPiece(report, name))
        .filter(
            name ->
                Publishers.standard()
                    .known(name.in(report.body()))
                    .filter(outlet -> !OutletName.of(outlet).isSame(OutletName.of(report)))
                    .isPresent())
        .findFirst();
  }

  /** Whether a piece of writing in it is named: "a story on", "an account in the". */
  private static boolean isPiece(Annotated report, Span place) {
    Language language = Language.ofMost(List.of(report.text().language()));
    Set<String> pieces = language.words("pieces-of-outlets");
    List<String> before = wordsBefore(report.body(), place.start());
    return before.size() >= 2
        && language.words("words-between-piece-and-outlet").contains(before.getLast())
        && pieces.contains(before.get(before.size() - 2));
  }

  /** The word before a name, articles left out, in lower case. */
  private static String wordBefore(String body, int offset) {
    List<String> words = wordsBefore(body, offset);
    return words.isEmpty() ? "" : words.getLast();
  }

  /** The words shortly before a name, articles behind them left out, in lower case. */
  private static List<String> wordsBefore(String body, int offset) {
    String before = body.substring(Math.max(0, offset - 30), offset).strip().toLowerCase();
    List<String> words = new ArrayList<>(List.of(before.split("[^\\p{L}]+")));
    while (words.size() > 1 && words.getLast().equals("the")) {
      words.removeLast();
    }
    return words;
  }

  private static String wordAfter(String body, int offset) {
    String[] words =
        body.substring(offset, Math.min(body.length(), offset + 30))
            .strip()
            .toLowerCase()
            .split("[^\\p{L}]+");
    return words.length == 0 ? "" : words[0];
  }
}
