package org.twosource.text;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfile;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.report.Report;

/**
 * Tells the language of a body: from what the input says; else by its script where one language
 * writes it; else by counting the function words of the languages that the project has files for;
 * else with character n-gram profiles of the script's common languages, loaded when first needed.
 *
 * <p>Safe for use by several threads.
 */
final class LanguageGuess {
  static final String UNDETERMINED = "und";

  /** On fewer letters nothing is decided. */
  private static final int MIN_LETTERS = 40;

  private static final int SHOWN_CHARACTERS = 4_000;

  /** Prose has .35 to .5 of its words among the function words; names and lists have fewer. */
  private static final double FUNCTION_WORD_SHARE = .25;

  private static final Map<UnicodeScript, String> WRITTEN_BY_ONE =
      Map.of(
          UnicodeScript.GREEK, "el",
          UnicodeScript.HEBREW, "he",
          UnicodeScript.THAI, "th",
          UnicodeScript.HANGUL, "ko",
          UnicodeScript.HIRAGANA, "ja",
          UnicodeScript.KATAKANA, "ja",
          UnicodeScript.HAN, "zh",
          UnicodeScript.DEVANAGARI, "hi",
          UnicodeScript.BENGALI, "bn");

  private static final Map<UnicodeScript, List<String>> PROFILES =
      Map.of(
          UnicodeScript.LATIN,
          List.of(
              "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "da", "no", "fi", "hu",
              "ro", "tr", "id", "vi"),
          UnicodeScript.CYRILLIC,
          List.of("ru", "uk", "bg", "sr"),
          UnicodeScript.ARABIC,
          List.of("ar", "fa", "ur"));

  private final Map<String, Set<String>> functionWords = new LinkedHashMap<>();
  private final Map<UnicodeScript, LanguageDetector> detectors = new HashMap<>();

  /**
   * @param languages those that have a file
   */
  LanguageGuess(List<Language> languages) {
    for (Language language : languages) {
      Set<String> words = new HashSet<>();
      language.words("stopwords").forEach(word -> words.add(Normal.of(word)));
      functionWords.put(language.code(), words);
    }
  }

  String of(Report report) {
    Optional<String> said =
        report.language().map(LanguageGuess::base).filter(code -> !code.isEmpty());
    return said.orElseGet(() -> guess(report.body()));
  }

  /** {@code en} of {@code en-GB}; "" when it is no code. */
  private static String base(String code) {
    String language = Locale.forLanguageTag(code.strip().replace('_', '-')).getLanguage();
    return language.equals(UNDETERMINED) ? "" : language;
  }

  private String guess(String body) {
    String sample = body.length() > SHOWN_CHARACTERS ? body.substring(0, SHOWN_CHARACTERS) : body;
    Map<UnicodeScript, Integer> scripts = scripts(sample);
    int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
    if (letters < MIN_LETTERS) {
      return UNDETERMINED;
    }
    // a Japanese text has more ideographs than kana
    int kana = scripts.getOrDefault(UnicodeScript.HIRAGANA, 0);
    UnicodeScript script = kana * 10 > letters ? UnicodeScript.HIRAGANA : mostFrequent(scripts);
    if (WRITTEN_BY_ONE.containsKey(script)) {
      return WRITTEN_BY_ONE.get(script);
    }
    return byFunctionWords(sample).orElseGet(() -> byProfile(sample, script));
  }

  private static Map<UnicodeScript, Integer> scripts(String sample) {
    Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
    sample
        .codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> scripts.merge(UnicodeScript.of(letter), 1, Integer::sum));
    return scripts;
  }

  private static UnicodeScript mostFrequent(Map<UnicodeScript, Integer> scripts) {
    UnicodeScript best = UnicodeScript.LATIN;
    for (var script : scripts.entrySet()) {
      best = script.getValue() > scripts.getOrDefault(best, 0) ? script.getKey() : best;
    }
    return best;
  }

  private Optional<String> byFunctionWords(String sample) {
    String[] words = Normal.of(sample).split("[^\\p{L}']+");
    String best = "";
    int most = 0;
    for (var language : functionWords.entrySet()) {
      int found = 0;
      for (String word : words) {
        found += language.getValue().contains(word) ? 1 : 0;
      }
      best = found > most ? language.getKey() : best;
      most = Math.max(most, found);
    }
    boolean enough = words.length >= 6 && most >= FUNCTION_WORD_SHARE * words.length;
    return enough ? Optional.of(best) : Optional.empty();
  }

  private String byProfile(String sample, UnicodeScript script) {
    if (!PROFILES.containsKey(script)) {
      return UNDETERMINED;
    }
    com.google.common.base.Optional<LdLocale> found = detector(script).detect(sample);
    return found.isPresent() ? found.get().getLanguage() : UNDETERMINED;
  }

  private synchronized LanguageDetector detector(UnicodeScript script) {
    return detectors.computeIfAbsent(script, LanguageGuess::load);
  }

  private static LanguageDetector load(UnicodeScript script) {
    try {
      LanguageProfileReader reader = new LanguageProfileReader();
      List<LanguageProfile> profiles = new ArrayList<>();
      for (String code : PROFILES.getOrDefault(script, List.of())) {
        profiles.add(reader.readBuiltIn(LdLocale.fromString(code)));
      }
      return LanguageDetectorBuilder.create(NgramExtractors.standard())
          .withProfiles(profiles)
          .seed(1)
          .build();
    } catch (IOException failure) {
      throw new UncheckedIOException("language profiles", failure);
    }
  }
}
