package org.twosource.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.claim.wording.WordingReader;
import org.twosource.lineage.Lineage;
import org.twosource.report.Report;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.StandardTextBuilder;

class KnowerModelTest {
  private static final String PLAIN = "The old mill at Kelm burned down before dawn on Sunday.";
  private static final Language ENGLISH = Language.find("en").orElseThrow();

  private final KnowerModel knowers = new KnowerModel(ENGLISH);

  @Test
  void whatIsToldInOnesOwnVoiceAndWordsIsKnownByBoth() {
    double apart = probability(PLAIN, "Flames took Kelm's mill early on Sunday; nothing is left.");
    assertThat(apart).isGreaterThan(.8);
  }

  @Test
  void theMoreIsQuotedToldAsSaidOrPutInTheSameWordsTheLess() {
    double plain = probability(PLAIN, "Kelm's old mill was lost to a fire on Sunday.");
    double said = probability(PLAIN, "Kelm's old mill was lost to a fire, Ida Moss said.");
    double both =
        probability(
            "The old mill at Kelm burned down, Ida Moss said.",
            "Kelm's old mill was lost to a fire, Ida Moss said.");
    double quoted =
        probability(
            "\"The old mill at Kelm burned down before our eyes,\" Ida Moss said.",
            "\"We lost the old mill of Kelm to a fire,\" Moss told reporters.");
    double same = probability(PLAIN, PLAIN);
    assertThat(said).isLessThan(plain);
    assertThat(both).isLessThan(said);
    assertThat(quoted).isLessThan(both);
    assertThat(same).isLessThan(plain);
  }

  @Test
  void everyFeatureHasAValue() {
    List<Wording> wordings = wordings(PLAIN, PLAIN);
    assertThat(knowers.values(wordings.getFirst(), wordings.getLast()))
        .hasSameSizeAs(KnowerModel.FEATURES);
  }

  private double probability(String one, String other) {
    List<Wording> wordings = wordings(one, other);
    return knowers.probability(of(wordings, 0), of(wordings, 1));
  }

  private static List<Wording> of(List<Wording> wordings, int report) {
    return wordings.stream().filter(wording -> wording.report() == report).toList();
  }

  private static List<Wording> wordings(String one, String other) {
    Annotations annotations =
        StandardAnnotator.lexical()
            .annotate(
                List.of(
                    new StandardTextBuilder().build(english("one", one)),
                    new StandardTextBuilder().build(english("other", other))));
    return new WordingReader(ENGLISH, new ContentWords(ENGLISH), annotations)
        .read(annotations, List.of(), new Lineage(List.of(), List.of()));
  }

  private static Report english(String id, String body) {
    return Report.of(id, body).withLanguage(Optional.of("en"));
  }
}
