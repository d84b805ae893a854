package org.twosource.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.text.Language;
import org.twosource.text.Normal;
import org.twosource.text.Part;
import org.twosource.text.Sentence;

/**
 * What corrections take back: sentences of older printings of the corrected page, and of copies
 * that still carry them.
 *
 * <p>A note seldom quotes what it corrects ("misstated the number of times ... It is nine, not
 * eight"), so the text itself is the first witness: a sentence is withdrawn if the corrected page
 * no longer has it, words of it are gone from the sentence that took its place, and the note speaks
 * of it, most surely by naming a word that is gone. A copy is withdrawn from where it has most of a
 * withdrawn sentence and its wrong words. Where no older printing is at hand, a number or a name of
 * the note that the corrected page does not have is the wrong word.
 *
 * <p>Words are compared as numbers where they are some: "eighth", "eight" and "8th" are one.
 */
final class Corrections {
  /** Words besides a wrong one that a sentence and the note share. */
  private static final int ABOUT_WORDS = 2;

  /** Words shared where the note names no word that is gone. */
  private static final int SURELY_ABOUT_WORDS = 4;

  /** Share of a sentence's words that its successor, or its copy, has. */
  private static final double SAME_SENTENCE = .5;

  private static final int MAX_NOTES = 20;
  private static final int LONGEST_NOTE = 1500;

  private final List<Annotated> reports;
  private final Versions versions;
  private final Set<String> family;
  private final Annotated corrected;
  private final CorrectionWords words;
  private final Map<Sentence, Set<String>> kept = new LinkedHashMap<>();
  private final Set<String> keptWords = new HashSet<>();
  private final Map<String, Withdrawal> found;

  private Corrections(
      List<Annotated> reports,
      Versions versions,
      Set<String> family,
      Annotated corrected,
      CorrectionWords words,
      Map<String, Withdrawal> found) {
    this.reports = reports;
    this.versions = versions;
    this.family = family;
    this.corrected = corrected;
    this.words = words;
    this.found = found;
    for (Sentence sentence : said(corrected)) {
      kept.put(sentence, words.in(sentence.span().in(corrected.body())));
    }
    kept.values().forEach(keptWords::addAll);
  }

  /** A withdrawn sentence of an older printing, and the words in it that are gone. */
  private record Gone(Set<String> words, Set<String> wrong) {}

  /**
   * What the corrections among the reports take back.
   *
   * @param reports of one story, in story order
   */
  static List<Withdrawal> in(List<Annotated> reports, Versions versions, List<Family> families) {
    Map<String, Withdrawal> found = new LinkedHashMap<>();
    for (Annotated report : reports) {
      CorrectionWords words = CorrectionWords.of(report.text().language());
      List<Set<String>> notes = notes(report, words);
      if (!notes.isEmpty()) {
        Set<String> family = new LinkedHashSet<>();
        families.stream()
            .filter(
                one -> versions.printingsOf(report.id()).stream().anyMatch(one.reports()::contains))
            .forEach(one -> family.addAll(one.reports()));
        Corrections corrections = new Corrections(reports, versions, family, report, words, found);
        notes.forEach(corrections::apply);
      }
    }
    return List.copyOf(found.values());
  }

  /** The words of each note of a report that takes something back. */
  private static List<Set<String>> notes(Annotated report, CorrectionWords words) {
    List<String> notes = new ArrayList<>(report.report().edition().corrections());
    report.text().parts().stream()
        .filter(part -> part.kind() == Part.Kind.CORRECTION)
        .map(part -> part.span().in(report.body()))
        .filter(words::takesBack)
        .forEach(notes::add);
    return notes.stream()
        .limit(MAX_NOTES)
        .map(note -> note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note)
        .map(words::in)
        .distinct()
        .toList();
  }

  private void apply(Set<String> note) {
    List<Gone> gone = new ArrayList<>();
    for (Annotated older : reports) {
      if (versions.supersedes(corrected.id(), older.id())) {
        for (Sentence sentence : said(older)) {
          Optional<Gone> one = gone(words.in(sentence.span().in(older.body())), note);
          if (one.isPresent()) {
            gone.add(one.get());
            add(older, sentence);
          }
        }
      }
    }
    for (Annotated copy : reports) {
      boolean ofFamily = family.contains(copy.id()) && !copy.id().equals(corrected.id());
      if (ofFamily && !versions.isSamePage(copy.id(), corrected.id())) {
        for (Sentence sentence : said(copy)) {
          String text = sentence.span().in(copy.body());
          Set<String> has = words.in(text);
          boolean carries =
              gone.isEmpty()
                  ? isNamed(text, has, note)
                  : gone.stream().anyMatch(one -> carries(has, one));
          if (carries) {
            add(copy, sentence);
          }
        }
      }
    }
  }

  private void add(Annotated report, Sentence sentence) {
    found.putIfAbsent(
        report.id() + ' ' + sentence.span().start(),
        new Withdrawal(report.report().cite(sentence.span()), corrected.id()));
  }

  private static List<Sentence> said(Annotated report) {
    return report.text().sentences().stream()
        .filter(sentence -> sentence.part().isSaid() || sentence.part() == Part.Kind.HEADLINE)
        .toList();
  }

  /** What is gone of a sentence of an older printing, if the note takes it back. */
  private Optional<Gone> gone(Set<String> sentence, Set<String> note) {
    if (sentence.isEmpty() || kept.containsValue(sentence)) {
      return Optional.empty();
    }
    Optional<Set<String>> successor =
        kept.values().stream()
            .max(Comparator.comparingInt(other -> shared(sentence, other)))
            .filter(other -> shared(sentence, other) >= SAME_SENTENCE * sentence.size());
    Set<String> wrong = new LinkedHashSet<>(sentence);
    wrong.removeAll(successor.orElse(keptWords));
    Set<String> named = new LinkedHashSet<>(wrong);
    named.retainAll(note);
    int about = shared(sentence, note);
    boolean takenBack =
        !named.isEmpty() && about > ABOUT_WORDS || !wrong.isEmpty() && about >= SURELY_ABOUT_WORDS;
    return takenBack
        ? Optional.of(new Gone(sentence, named.isEmpty() ? wrong : named))
        : Optional.empty();
  }

  private static boolean carries(Set<String> sentence, Gone gone) {
    int least = Math.min(sentence.size(), gone.words().size());
    return least > ABOUT_WORDS
        && sentence.containsAll(gone.wrong())
        && shared(sentence, gone.words()) >= SAME_SENTENCE * least;
  }

  /** Whether a sentence has a number or a name of the note that the corrected page has not. */
  private boolean isNamed(String text, Set<String> sentence, Set<String> note) {
    Set<String> wrong = words.numbersAndNamesIn(text);
    wrong.retainAll(note);
    wrong.removeAll(keptWords);
    boolean same =
        kept.values().stream()
            .anyMatch(other -> shared(sentence, other) >= SAME_SENTENCE * sentence.size());
    return !wrong.isEmpty() && same && shared(sentence, note) - wrong.size() >= ABOUT_WORDS;
  }

  private static int shared(Set<String> some, Set<String> others) {
    return (int) some.stream().filter(others::contains).count();
  }

  /** The words of one language that tell notes and numbers. */
  private record CorrectionWords(
      Set<String> stopwords, Set<String> cues, Map<String, String> numbers) {
    private static final String NO_LETTERS = "[^\\p{L}\\p{N}]+";

    static CorrectionWords of(String code) {
      Optional<Language> language = Language.find(code);
      Map<String, String> numbers = new LinkedHashMap<>();
      language.ifPresent(
          one -> {
            numbers.putAll(one.map("number-words"));
            numbers.putAll(one.map("ordinal-words"));
          });
      return new CorrectionWords(
          language.map(one -> one.words("stopwords")).orElse(Set.of()),
          language.map(one -> one.words("correction-cues")).orElse(Set.of()),
          numbers);
    }

    /** Whether a note says that something was wrong, and not only that something was added. */
    boolean takesBack(String note) {
      String normal = Normal.of(note);
      return cues.stream().anyMatch(cue -> (' ' + normal).contains(' ' + cue));
    }

    /** Content words, numbers in digits. */
    Set<String> in(String text) {
      Set<String> in = new LinkedHashSet<>();
      for (String word : Normal.of(text).split(NO_LETTERS)) {
        if (isContent(word)) {
          in.add(key(word));
        }
      }
      return in;
    }

    Set<String> numbersAndNamesIn(String text) {
      Set<String> in = new LinkedHashSet<>();
      boolean first = true;
      for (String word : text.split(NO_LETTERS)) {
        String normal = Normal.of(word);
        boolean named = !first && !word.isEmpty() && Character.isUpperCase(word.charAt(0));
        boolean number = isContent(normal) && Character.isDigit(key(normal).charAt(0));
        if (isContent(normal) && (named || number)) {
          in.add(key(normal));
        }
        first &= word.isEmpty();
      }
      return in;
    }

    private boolean isContent(String word) {
      boolean longEnough =
          word.length() > 1 || !word.isEmpty() && Character.isDigit(word.charAt(0));
      return longEnough && !stopwords.contains(word) && !cues.contains(word);
    }

    private String key(String word) {
      String digits = word.replaceFirst("(?<=\\d)\\p{L}{1,2}$", "");
      return numbers.getOrDefault(word, digits);
    }
  }
}
