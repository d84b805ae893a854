package org.twosource.annotate.time;

import java.util.List;
import java.util.Set;
import org.twosource.annotate.time.TimeResolver.Outlook;
import org.twosource.annotate.time.TimeWords.Unit;
import org.twosource.text.Language;

/**
 * Whether the words around a date look back or forward.
 *
 * <p>The nearest telling word before the date decides, else the first one after it: a past verb
 * looks back, a modal or a word of planning forward. An infinitive ("to meet") takes the direction
 * of the verb that governs it: forward under a present one ("plans to meet Monday"), the nearest
 * date under a past one ("postponed plans to visit in February"). The verb of a speaker behind a
 * comma is not looked at ("talks resume on Friday, the ministry said"). Of what was called off
 * behind it, or made to hold from it on, the nearest date is meant.
 */
final class Tense {
  private static final int WINDOW_BEFORE = 30;
  private static final int WINDOW_AFTER = 20;

  private enum Sign {
    NONE,
    PAST,
    FUTURE,
    PLANNED,
    INFINITIVE,
    PRESENT
  }

  private final Set<String> past;
  private final List<String> pastEndings;
  private final Set<String> notPast;
  private final Set<String> future;
  private final Set<String> planned;
  private final Set<String> present;
  private final Set<String> infinitive;
  private final Set<String> passive;
  private final Set<String> notVerbs;
  private final Set<String> cliticSubjects;
  private final Set<String> closing;
  private final Set<String> starting;
  private final Set<String> ruling;
  private final Set<String> calledOff;
  private final Set<String> ends;

  Tense(Language language) {
    past = language.words("past-words");
    pastEndings = language.list("past-endings");
    notPast = language.words("not-past");
    future = language.words("future-words");
    planned = language.words("planned-words");
    present = language.words("present-words");
    infinitive = language.words("infinitive-words");
    passive = language.words("passive-words");
    notVerbs = language.words("not-verbs");
    closing = language.words("closing-speech");
    cliticSubjects = language.words("clitic-subjects");
    starting = language.words("stretch-beginnings");
    ruling = language.words("ruling-verbs");
    calledOff = language.words("called-off");
    ends = language.words("stretch-ends");
  }

  Outlook around(List<Unit> units, int start, int end) {
    boolean pending = false;
    int brackets = 0;
    for (int i = start - 1; i >= Math.max(0, start - WINDOW_BEFORE); i--) {
      String word = units.get(i).lower();
      brackets += word.equals(")") ? 1 : word.equals("(") && brackets > 0 ? -1 : 0;
      Sign sign = brackets > 0 ? Sign.NONE : sign(units, i);
      switch (sign) {
        case NONE -> {}
        case INFINITIVE, PLANNED -> pending = true;
        case PAST -> {
          boolean open = pending || ruling.contains(word) && begins(units, start, end);
          return open ? Outlook.NEAREST : Outlook.BACK;
        }
        case FUTURE -> {
          return Outlook.FORWARD;
        }
        case PRESENT -> {
          return pending ? Outlook.FORWARD : Outlook.NEAREST;
        }
      }
    }
    boolean closed = false;
    for (int i = end; i < Math.min(units.size(), end + WINDOW_AFTER); i++) {
      String word = units.get(i).lower();
      closed |= word.equals(",");
      Sign sign = closed && closing.contains(word) ? Sign.NONE : sign(units, i);
      if (sign == Sign.PAST) {
        return pending || isCalledOff(units, i) ? Outlook.NEAREST : Outlook.BACK;
      }
      if (sign == Sign.FUTURE || sign == Sign.PLANNED) {
        return Outlook.FORWARD;
      }
      if (sign == Sign.PRESENT) {
        return pending ? Outlook.FORWARD : Outlook.NEAREST;
      }
    }
    return pending ? Outlook.FORWARD : Outlook.NEAREST;
  }

  /** "From January 1", which no other end follows. */
  private boolean begins(List<Unit> units, int start, int end) {
    return start > 0
        && starting.contains(units.get(start - 1).lower())
        && (end >= units.size() || !ends.contains(units.get(end).lower()));
  }

  /** "Was cancelled", "called off": the verb at a place, or what an auxiliary there leads to. */
  private boolean isCalledOff(List<Unit> units, int i) {
    for (int at = i; at < Math.min(units.size(), i + 3); at++) {
      String word = units.get(at).lower();
      String next = at + 1 < units.size() ? units.get(at + 1).lower() : "";
      if (calledOff.contains(word) || calledOff.contains(word + " " + next)) {
        return true;
      }
    }
    return false;
  }

  private Sign sign(List<Unit> units, int i) {
    String word = units.get(i).lower();
    if (future.contains(word) && planned.contains(word)) {
      return isNounHere(units, i) ? Sign.PLANNED : Sign.FUTURE;
    }
    if (future.contains(word)) {
      return Sign.FUTURE;
    }
    if (planned.contains(word)) {
      return Sign.PLANNED;
    }
    if (infinitive.contains(word)) {
      return isVerbAfter(units, i) ? Sign.INFINITIVE : Sign.NONE;
    }
    if (present.contains(word)) {
      return isPossessive(units, i) ? Sign.NONE : Sign.PRESENT;
    }
    boolean irregular = past.contains(word);
    if (irregular || isPastForm(word) && !units.get(i).isCapital()) {
      String before = i > 0 ? units.get(i - 1).lower() : "";
      if (passive.contains(before)) {
        return Sign.NONE;
      }
      return Sign.PAST;
    }
    return Sign.NONE;
  }

  /** "The mayor's plans", but "she's in town". */
  private boolean isPossessive(List<Unit> units, int i) {
    return units.get(i).lower().startsWith("'")
        && (i == 0 || !cliticSubjects.contains(units.get(i - 1).lower()));
  }

  private boolean isPastForm(String word) {
    return !notPast.contains(word)
        && pastEndings.stream()
            .anyMatch(ending -> word.length() > ending.length() + 2 && word.endsWith(ending));
  }

  /** "cancelled plans to", "his plans", "travel plans for"; but "the minister plans to". */
  private boolean isNounHere(List<Unit> units, int i) {
    boolean infinitiveAfter = i + 1 < units.size() && infinitive.contains(units.get(i + 1).lower());
    if (i == 0 || !infinitiveAfter) {
      return true;
    }
    String before = units.get(i - 1).lower();
    return notVerbs.contains(before) || past.contains(before) || isPastForm(before);
  }

  /** "to meet", but not "to Beijing", "to the", "to 12". */
  private boolean isVerbAfter(List<Unit> units, int i) {
    if (i + 1 >= units.size()) {
      return false;
    }
    Unit next = units.get(i + 1);
    return next.form() == TimeWords.Form.WORD
        && !next.isCapital()
        && !notVerbs.contains(next.lower())
        && !next.lower().endsWith("ing");
  }
}
