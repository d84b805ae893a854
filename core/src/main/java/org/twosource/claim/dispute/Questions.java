package org.twosource.claim.dispute;

import java.util.ArrayList;
import java.util.List;
import org.twosource.annotate.Annotations;
import org.twosource.claim.Question;
import org.twosource.claim.Wording;
import org.twosource.lexicon.Synonyms;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;

/** Questions that go across the claims: what something is, on which day it happened, who did it. */
public final class Questions {
  private Questions() {}

  /**
   * What the wordings of a story answer differently, finder by finder.
   *
   * @param denied whether a denial is of what the other side states; where a text says what it
   *     rejects, it is not asked
   */
  public static List<Question> in(
      List<Wording> wordings,
      Language language,
      ContentWords contentWords,
      Synonyms synonyms,
      Annotations annotations,
      DeniedStatement denied) {
    List<Question> found = new ArrayList<>();
    found.addAll(
        new MeaningDispute(synonyms)
            .find(new CharacterisationReader(language, contentWords, annotations).read(wordings)));
    found.addAll(new MeetingDays().find(wordings));
    new DenialQuestions(language, contentWords, synonyms)
        .find(wordings).stream().filter(denied::isDeniedIn).forEach(found::add);
    found.addAll(new PartyCounts(language, contentWords, annotations).find(wordings));
    found.addAll(new Rejections(language, contentWords, annotations).find(wordings));
    found.addAll(new Blame(language, contentWords, annotations).find(wordings));
    found.addAll(new EventStatuses(contentWords).find(wordings));
    found.addAll(new EventDays(language, contentWords, synonyms).find(wordings));
    return found;
  }
}
