package org.twosource.lexicon;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What spellings of one name in Latin letters have in common: how Cyrillic, Arabic or Persian
 * letters are written differs by language and house (Zelensky, Zelenskyy, Zelenskiy, Selenskyj).
 *
 * <p>{@link #letters} only puts groups of letters together that write one and the same: y, j, iy,
 * yy at all places, w and v, kh and h, sch and sh, x and ks, doubled letters. {@link #sound} also
 * gives up vowels that are heard alike and a silent h (Muhammad, Mohammed), so it is for names that
 * something else joins.
 */
public final class Transliteration {
  /** From the longest group to the shortest; each on what those before it left. */
  private static final List<Map.Entry<Pattern, String>> GROUPS =
      List.of(
          group("shch", "s"),
          group("tsch", "C"),
          group("tch", "C"),
          group("sch", "s"),
          group("sh", "s"),
          group("cz", "C"),
          group("ck", "k"),
          group("ch", "C"),
          group("c", "k"),
          group("zh", "z"),
          group("kh", "h"),
          group("ph", "f"),
          group("[td]h", "t"),
          group("gh", "g"),
          group("ou|oo", "u"),
          group("ee", "i"),
          group("x", "ks"),
          group("q", "k"),
          group("w", "v"),
          group("ff?$", "v"),
          group("t[sz]", "s"),
          group("z", "s"),
          group("[yij]+", "i"),
          group("(?<!^)i(?=[eo])", ""),
          group("^i(?=e)", ""),
          group("(.)\\1+", "$1"));

  private Transliteration() {}

  private static Map.Entry<Pattern, String> group(String letters, String one) {
    return Map.entry(Pattern.compile(letters), one);
  }

  /** A key that spellings share which differ in groups of letters for one sound. */
  public static String letters(String name) {
    String key = NameForm.of(name);
    for (Map.Entry<Pattern, String> group : GROUPS) {
      key = group.getKey().matcher(key).replaceAll(group.getValue());
    }
    return key;
  }

  /**
   * A key that spellings of one pronunciation share: Muhammad and Mohammed, Kadyrov and Kadirov.
   */
  public static String sound(String name) {
    return NameForm.of(name)
        .replace("ph", "f")
        .replace("kh", "k")
        .replace("ck", "k")
        .replace("th", "t")
        .replace("gh", "g")
        .replace("sch", "s")
        .replace("sh", "s")
        .replace("cz", "s")
        .replace("ch", "s")
        .replace("ou", "u")
        .replace("oo", "u")
        .replace("ee", "i")
        .replace("ei", "i")
        .replace("ai", "i")
        .replace("yy", "y")
        .replace("iy", "y")
        .replace("ij", "y")
        .replace("ii", "y")
        .replace('y', 'i')
        .replace('j', 'i')
        .replace('c', 'k')
        .replace('q', 'k')
        .replace('w', 'v')
        .replace('z', 's')
        .replace('o', 'u')
        .replace('e', 'a')
        .replaceAll("h(?=[^aiu]|$)", "")
        .replaceAll("(.)\\1+", "$1");
  }
}
