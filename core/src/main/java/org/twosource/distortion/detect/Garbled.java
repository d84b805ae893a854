package org.twosource.distortion.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;
import org.twosource.distortion.Side;
import org.twosource.lexicon.WordForm;
import org.twosource.report.Span;
import org.twosource.reuse.Edit;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * Running text that only a machine leaves so: words that lost their endings or turned into words
 * spelled alike, several close together ("crises" to "crisis", "biggest" to "big", "hunger" to
 * "hungry"), with the breaches of grammar that go with it ("two day", "it check", "of earn", a full
 * stop in the middle of a sentence).
 *
 * <p>No likelihood of word sequences: that charged honest paraphrases. What counts is that the copy
 * has the sentence's own words in other forms. An honest editor changes the tense of a verb; he
 * does not change the forms of three neighbours. So each changed form counts 1, that of a verb
 * which stays a verb a half, each breach that the sentence before did not have 1.
 */
public final class Garbled implements Detector {
  /** Words within which the marks must stand. */
  private static final int WINDOW_TOKENS = 10;

  /** Fewer marks may be an editor's hand; see bench/results/distortion.tsv. */
  private static final double MIN_MARKS = 2.5;

  /** Shorter words are alike by chance. */
  private static final int MIN_LETTERS = 4;

  private static final Set<String> PLURALS =
      Language.find("en").orElseThrow().words("plurals-without-s");

  @Override
  public Kind kind() {
    return Kind.GARBLED;
  }

  /** A word or place of the copy that speaks for garbling, and how much. */
  private record Mark(int at, double weight) {}

  @Override
  public List<Finding> find(SentencePair pair) {
    if (!pair.after().isParsed()) {
      return List.of();
    }
    List<Mark> marks = marks(pair);
    List<Finding> findings = new ArrayList<>();
    for (int from = 0; from < marks.size(); from++) {
      double sum = 0;
      int to = from;
      while (to < marks.size() && marks.get(to).at() - marks.get(from).at() < WINDOW_TOKENS) {
        sum += marks.get(to).weight();
        to++;
      }
      if (sum >= MIN_MARKS) {
        findings.add(finding(pair, marks.get(from).at(), marks.get(to - 1).at()));
        return findings;
      }
    }
    return findings;
  }

  private Finding finding(SentencePair pair, int first, int last) {
    Span words = pair.after().from(first, last);
    List<Integer> origins = new ArrayList<>();
    for (int j = first; j <= last; j++) {
      pair.origin(j).ifPresent(origins::add);
    }
    Optional<Span> before =
        origins.isEmpty()
            ? Optional.empty()
            : Optional.of(
                pair.before()
                    .from(
                        origins.stream().min(Integer::compare).orElseThrow(),
                        origins.stream().max(Integer::compare).orElseThrow()));
    return new Finding(
        kind(),
        before,
        Optional.of(words),
        Severity.MEDIUM,
        0.7,
        "“" + pair.after().words(words) + "” is no sentence that somebody wrote");
  }

  private static List<Mark> marks(SentencePair pair) {
    Side after = pair.after();
    Set<String> known = new HashSet<>();
    for (int i = 0; i < pair.before().size(); i++) {
      known.add(pair.before().normal(i));
    }
    Set<Integer> used = new TreeSet<>();
    List<Mark> marks = new ArrayList<>();
    for (int j = 0; j < after.size(); j++) {
      double weight = 0;
      if (after.isContent(j) && !known.contains(after.normal(j))) {
        weight += deformed(pair, j, used);
      }
      boolean changed = pair.cameBy(j) != Edit.Kind.EQUAL;
      boolean neighbour = j + 1 < after.size() && pair.cameBy(j + 1) != Edit.Kind.EQUAL;
      if ((changed || neighbour) && isBreach(pair, j)) {
        weight += 1;
      }
      if (weight > 0) {
        marks.add(new Mark(j, weight));
      }
    }
    return marks;
  }

  /** How much word {@code j} looks like a word of the sentence in a wrong form. */
  private static double deformed(SentencePair pair, int j, Set<Integer> used) {
    Side before = pair.before();
    Side after = pair.after();
    if (isNamed(after, j)) {
      return 0;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!used.contains(i)
          && before.isContent(i)
          && !before.normal(i).equals(after.normal(j))
          && !isStanding(pair, i)
          && isOneWord(before.normal(i), after.normal(j))) {
        used.add(i);
        boolean tense = before.pos(i).equals("VERB") && after.pos(j).equals("VERB");
        return tense ? 0.5 : 1;
      }
    }
    return 0;
  }

  private static boolean isNamed(Side side, int at) {
    Span word = side.token(at).span();
    return side.text().mentions().stream().anyMatch(name -> name.span().overlaps(word))
        || side.text().timexes().stream().anyMatch(time -> time.span().overlaps(word));
  }

  private static boolean isStanding(SentencePair pair, int i) {
    return pair.becameOf(i) == Edit.Kind.EQUAL || pair.becameOf(i) == Edit.Kind.MOVED;
  }

  /** Whether two words are forms of one, or spelled nearly alike. */
  private static boolean isOneWord(String one, String other) {
    if (Math.min(one.length(), other.length()) < MIN_LETTERS) {
      return WordForm.stem(one).equals(WordForm.stem(other)) && one.length() > 2;
    }
    String longer = one.length() >= other.length() ? one : other;
    String shorter = longer == one ? other : one;
    return WordForm.stem(one).equals(WordForm.stem(other))
            && !WordForm.stem(one).equals(WordForm.stem(other) + "'")
            && !isSpelling(one, other)
        || longer.startsWith(shorter) && longer.length() - shorter.length() <= 4
        || longer.endsWith(shorter) && longer.length() - shorter.length() <= 2
        || longer.length() - shorter.length() <= 2
            && shorter.charAt(0) == longer.charAt(0)
            && commonPrefix(one, other) >= shorter.length() - 2
        || isWithoutOneLetter(longer, shorter);
  }

  /** "Harbour" and "harbor", "agreed" in another hyphenation: no loss of a form. */
  private static boolean isSpelling(String one, String other) {
    String a = one.replace("our", "or").replace('s', 'z').replaceAll("[^a-z]", "");
    String b = other.replace("our", "or").replace('s', 'z').replaceAll("[^a-z]", "");
    return a.equals(b) || one.replaceAll("['’]s$", "").equals(other.replaceAll("['’]s$", ""));
  }

  private static boolean isWithoutOneLetter(String longer, String shorter) {
    if (longer.length() - shorter.length() != 1) {
      return false;
    }
    int at = commonPrefix(longer, shorter);
    return longer.substring(at + 1).equals(shorter.substring(at));
  }

  private static int commonPrefix(String a, String b) {
    int at = 0;
    while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }

  /** Whether word {@code j} and the next break the grammar in a way that no edited text does. */
  private static boolean isBreach(SentencePair pair, int j) {
    Side side = pair.after();
    if (j + 1 >= side.size()) {
      return false;
    }
    Token word = side.token(j);
    Token next = side.token(j + 1);
    String pos = side.pos(j);
    String nextPos = side.pos(j + 1);
    boolean adjacent = next.start() - word.end() == 1;
    boolean stopInside =
        word.text().equals(".")
            && adjacent
            && Character.isLowerCase(next.text().codePointAt(0))
            && j > 0
            && side.token(j - 1).text().length() > 2
            && pair.before().sentences().size() <= pair.after().sentences().size();
    boolean prepositionBeforeBecause = pos.equals("ADP") && next.normal().equals("because");
    boolean prepositionBeforeBareVerb =
        word.normal().matches("of|from|with|without|by|for")
            && nextPos.equals("VERB")
            && !next.normal().matches(".*(ing|ed|en|wn|[a-z]t)")
            && lostItsEnding(pair, j + 1);
    boolean articleBeforeNothing =
        word.normal().matches("an?|the") && next.normal().matches("of|by|from|because|the|an?|and");
    boolean oneOfSeveral =
        isSeveral(word.normal())
            && adjacent
            && nextPos.equals("NOUN")
            && !next.normal().endsWith("s")
            && !PLURALS.contains(next.normal())
            && (j + 2 >= side.size() || side.pos(j + 2).matches("PUNCT|ADP|CCONJ"))
            && !side.token(j + (j + 2 < side.size() ? 2 : 1)).text().equals("-");
    boolean bareVerbOfOne =
        word.normal().matches("he|she|it")
            && nextPos.equals("VERB")
            && lostItsEnding(pair, j + 1)
            && !next.normal().matches(".*(s|ed|ing)");
    return stopInside
        || prepositionBeforeBecause
        || prepositionBeforeBareVerb
        || articleBeforeNothing
        || oneOfSeveral
        || bareVerbOfOne;
  }

  private static boolean isSeveral(String word) {
    return word.matches("two|three|four|five|six|seven|eight|nine|ten|several|many|\\d{1,3}")
        && !word.equals("1");
  }

  private static boolean lostItsEnding(SentencePair pair, int j) {
    String form = pair.after().normal(j);
    for (int i = 0; i < pair.before().size(); i++) {
      String own = pair.before().normal(i);
      if (own.length() > form.length()
          && own.startsWith(form.substring(0, Math.max(1, form.length() - 1)))
          && own.length() - form.length() <= 4
          && !isStanding(pair, i)) {
        return true;
      }
    }
    return false;
  }
}
