package org.twosource.app.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.twosource.app.search.Hit;
import org.twosource.app.store.StoredReport;
import org.twosource.report.Report;

/**
 * Which reports a draft is held against: each sentence is searched for by its longer words, and the
 * reports that have most of them are taken, as many as the desk's limit allows. One report of a
 * story leads to the others of it that fit.
 */
public final class DraftScope {
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?…])\\s+|\\n+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");
  private static final int SHORTEST_WORD = 4;
  private static final int WORDS = 12;
  private static final int SENTENCES = 60;
  private static final int HITS = 8;

  private DraftScope() {}

  /** The text, unless it is longer than this desk takes. */
  public static String checked(Desk desk, String text) {
    if (text.length() > desk.limits().draftCharacters()) {
      throw new Problem(
          Problem.Kind.TOO_LARGE,
          String.format(
              Locale.ROOT,
              "a text of %,d characters is too long: this desk checks and compares up to %,d"
                  + " (--draft-characters); send it in parts",
              text.length(),
              desk.limits().draftCharacters()));
    }
    return text;
  }

  public static void few(Desk desk, int reports) {
    if (reports > desk.limits().draftReports()) {
      throw new Problem(
          Problem.Kind.TOO_LARGE,
          "a draft is held against " + desk.limits().draftReports() + " reports (--draft-reports)");
    }
  }

  /** Of the whole store. */
  public static List<Report> ofStore(Desk desk, String text) {
    return best(desk, text, "");
  }

  /** Of one story. */
  public static List<Report> ofStory(Desk desk, String story, String text) {
    List<String> members =
        desk.store().read(view -> view.survivor(story).map(view::members).orElse(List.of()));
    if (members.isEmpty()) {
      throw Problem.notFound("there is no story " + story);
    }
    if (members.size() <= desk.limits().draftReports()) {
      return reports(desk, members);
    }
    return best(desk, text, " story:" + '"' + story.replace("\"", "") + '"');
  }

  private static List<Report> best(Desk desk, String text, String within) {
    Map<String, Double> scores = new HashMap<>();
    for (String sentence : SENTENCE.splitAsStream(text).limit(SENTENCES).toList()) {
      String query = query(sentence);
      if (!query.isEmpty()) {
        for (Hit hit : desk.index().search("(" + query + ")" + within, HITS)) {
          scores.merge(hit.at().report(), hit.score(), Double::sum);
        }
      }
    }
    List<String> best =
        scores.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .limit(desk.limits().draftReports())
            .toList();
    return reports(desk, best);
  }

  /** The longer words of a sentence, any of them. */
  private static String query(String sentence) {
    Set<String> words = new LinkedHashSet<>();
    WORD.matcher(sentence)
        .results()
        .map(found -> found.group().toLowerCase(Locale.ROOT))
        .filter(word -> word.length() >= SHORTEST_WORD || Character.isDigit(word.charAt(0)))
        .map(word -> word.replaceAll("[^\\p{L}\\p{N}]", " ").strip())
        .filter(word -> !word.isEmpty() && !word.contains(" "))
        .limit(WORDS)
        .forEach(words::add);
    return String.join(" OR ", words);
  }

  private static List<Report> reports(Desk desk, List<String> pages) {
    List<Report> reports = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String page : pages) {
      if (seen.add(page)) {
        desk.store()
            .read(view -> view.current(page))
            .map(StoredReport::asPage)
            .ifPresent(reports::add);
      }
    }
    return reports;
  }
}
