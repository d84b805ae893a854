package org.twosource.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.twosource.annotate.Annotated;
import org.twosource.report.Citation;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * What the last printing of a page no longer says: its publisher has put something else in its
 * place ("seven were hurt", an hour later "eight were hurt") or taken it out.
 */
public final class EarlierPrintings {
  /**
   * A last printing with a smaller share of the sentences of an earlier one is a stub of the page,
   * and takes nothing back.
   */
  private static final double STUB = .5;

  private EarlierPrintings() {}

  /**
   * The sentences of earlier printings that do not stand, word by word, in the last one.
   *
   * @param reports of the story, in any order
   */
  public static List<Citation> overtaken(List<Annotated> reports, Versions versions) {
    Map<String, Annotated> byId = new HashMap<>();
    reports.forEach(report -> byId.put(report.id(), report));
    List<Citation> overtaken = new ArrayList<>();
    for (List<String> page : versions.pages()) {
      List<Annotated> printings = page.stream().filter(byId::containsKey).map(byId::get).toList();
      for (int at = 0; at + 1 < printings.size(); at++) {
        overtaken.addAll(gone(printings.get(at), printings.getLast()));
      }
    }
    return overtaken;
  }

  private static List<Citation> gone(Annotated earlier, Annotated last) {
    if (last.sentences().size() < STUB * earlier.sentences().size()) {
      return List.of();
    }
    Set<String> kept = new HashSet<>();
    last.sentences().forEach(sentence -> kept.add(words(sentence)));
    return earlier.sentences().stream()
        .filter(sentence -> !kept.contains(words(sentence)))
        .map(sentence -> new Citation(earlier.id(), sentence.span()))
        .toList();
  }

  private static String words(Sentence sentence) {
    return sentence.tokens().stream()
        .filter(Token::isWord)
        .map(Token::normal)
        .collect(Collectors.joining(" "));
  }
}
