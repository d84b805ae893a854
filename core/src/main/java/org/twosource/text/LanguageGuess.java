package org.twosource.text;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.twosource.report.Report;

/**
 * Tells the language of a body: from what the input says, else by counting English function words,
 * else with character n-gram profiles of {@value #LANGUAGES}, which are loaded when first needed.
 *
 * <p>Safe for use by several threads.
 */
final class LanguageGuess {
  static final String UNDETERMINED = "und";

  /** On fewer letters nothing is decided. */
  private static final int MIN_LETTERS = 40;

  private static final int SHOWN_CHARACTERS = 4_000;

  /**
   * English prose has .35 to .5 of its words among the function words; names and lists have fewer.
   */
  private static final double ENGLISH_SHARE = .25;

  private static final String LANGUAGES =
      "en,de,fr,es,it,pt,nl,ru,uk,pl,cs,sv,da,no,fi,hu,ro,tr,el,ar,fa,he,hi,bn,ur,id,vi,th,ko,ja,zh-CN,zh-TW";

  private final Set<String> englishWords;
  private @Nullable LanguageDetector detector;

  LanguageGuess(Language english) {
    this.englishWords = Set.copyOf(english.words("stopwords"));
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
    if (sample.codePoints().filter(Character::isLetter).count() < MIN_LETTERS) {
      return UNDETERMINED;
    }
    return isEnglish(sample) ? "en" : byProfile(sample);
  }

  private boolean isEnglish(String sample) {
    int words = 0;
    int english = 0;
    for (String word : Normal.of(sample).split("[^\\p{L}']+")) {
      if (!word.isEmpty()) {
        words++;
        english += englishWords.contains(word) ? 1 : 0;
      }
    }
    return words >= 6 && english >= ENGLISH_SHARE * words;
  }

  private synchronized String byProfile(String sample) {
    if (detector == null) {
      detector = load();
    }
    com.google.common.base.Optional<LdLocale> found = detector.detect(sample);
    return found.isPresent() ? found.get().getLanguage() : UNDETERMINED;
  }

  private static LanguageDetector load() {
    try {
      var reader = new LanguageProfileReader();
      var profiles = new java.util.ArrayList<com.optimaize.langdetect.profiles.LanguageProfile>();
      for (String code : LANGUAGES.split(",")) {
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
