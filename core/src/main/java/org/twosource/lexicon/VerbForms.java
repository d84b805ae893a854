package org.twosource.lexicon;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The regular forms of an English verb. What a form may come from is read more widely than what is
 * made: a doubled letter is both taken and left.
 *
 * <p>Made forms are for looking words up, not for writing: of a verb like "visit" both "visited"
 * and "visitted" are made.
 */
public final class VerbForms {
  private static final String[] ENDINGS = {"s", "es", "d", "ed", "ing"};

  private VerbForms() {}

  /** All of them: {@code tries, tried, trying}; nothing for a word of one letter. */
  public static Set<String> of(String base) {
    Set<String> forms = new LinkedHashSet<>(finite(base));
    if (base.length() > 1) {
      char last = base.charAt(base.length() - 1);
      forms.add((last == 'e' ? base.substring(0, base.length() - 1) : base) + "ing");
      if (mayDouble(base)) {
        forms.add(base + last + "ing");
      }
    }
    return forms;
  }

  /** Those that can govern a clause, of present and past: {@code tries, tried}. */
  public static Set<String> finite(String base) {
    Set<String> forms = new LinkedHashSet<>();
    if (base.length() < 2) {
      return forms;
    }
    char last = base.charAt(base.length() - 1);
    if (last == 'e') {
      forms.addAll(List.of(base + "s", base + "d"));
    } else if (last == 'y' && isConsonant(base.charAt(base.length() - 2))) {
      String stem = base.substring(0, base.length() - 1);
      forms.addAll(List.of(stem + "ies", stem + "ied"));
    } else {
      boolean hisses = base.matches(".*(?:s|x|z|ch|sh)");
      forms.addAll(List.of(base + (hisses ? "es" : "s"), base + "ed"));
      if (mayDouble(base)) {
        forms.add(base + last + "ed");
      }
    }
    return forms;
  }

  /** The bases that a regular form may come from: {@code stopped} of stopp, stop and stoppe. */
  public static List<String> bases(String form) {
    List<String> bases = new ArrayList<>();
    if (form.endsWith("ies") || form.endsWith("ied")) {
      bases.add(form.substring(0, form.length() - 3) + "y");
    }
    for (String ending : ENDINGS) {
      if (form.endsWith(ending) && form.length() > ending.length() + 1) {
        String stem = form.substring(0, form.length() - ending.length());
        bases.add(stem);
        if (ending.equals("ing")) {
          bases.add(stem + "e");
        }
        int last = stem.length() - 1;
        if (last > 1 && stem.charAt(last) == stem.charAt(last - 1)) {
          bases.add(stem.substring(0, last));
        }
      }
    }
    return bases;
  }

  /** A form of one of these bases, or one of them. */
  public static boolean isFormOf(Set<String> bases, String form) {
    return Stream.concat(Stream.of(form), bases(form).stream()).anyMatch(bases::contains);
  }

  private static boolean mayDouble(String base) {
    return base.matches(".*[aeiou][bdgklmnprt]");
  }

  private static boolean isConsonant(char letter) {
    return "aeiou".indexOf(letter) < 0;
  }
}
