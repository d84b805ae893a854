package org.twosource.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbFormsTest {

  @ParameterizedTest
  @CsvSource({
    "warn, warns warned warning",
    "argue, argues argued arguing",
    "deny, denies denied denying",
    "survey, surveys surveyed surveying",
    "press, presses pressed pressing",
    "stop, stops stopped stopping",
    "quip, quips quipped quipping"
  })
  void theRegularFormsAreAmongThoseMade(String base, String forms) {
    assertThat(VerbForms.of(base)).contains(forms.split(" "));
    assertThat(VerbForms.of(base)).containsAll(VerbForms.finite(base));
    assertThat(VerbForms.finite(base)).noneMatch(form -> form.endsWith("ing"));
  }

  @ParameterizedTest
  @CsvSource({"stopped, stop", "denies, deny", "making, make", "reaches, reach", "warned, warn"})
  void aFormLeadsToItsBase(String form, String base) {
    assertThat(VerbForms.bases(form)).contains(base);
    assertThat(VerbForms.isFormOf(Set.of(base), form)).isTrue();
    assertThat(VerbForms.isFormOf(Set.of(base), base)).isTrue();
    assertThat(VerbForms.isFormOf(Set.of("other"), form)).isFalse();
  }

  @Test
  void aWordOfOneLetterHasNoForms() {
    assertThat(VerbForms.of("x")).isEmpty();
  }
}
