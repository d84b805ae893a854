package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.brief.Account;
import org.twosource.brief.render.JsonRenderer;
import org.twosource.brief.render.Renderer;
import org.twosource.brief.render.TerminalRenderer;

/**
 * A run without the encoder's model: every stage goes on, by words alone, and the result says so.
 */
class WordsAloneTest {
  private static final Path SAMPLE = Path.of("..", "samples", "harbour");

  @Test
  void withoutTheModelEveryStageRunsAndTheResultSaysWhatItRestsOn() throws IOException {
    Account account = withoutModel();
    assertThat(account.stories()).hasSize(1);
    assertThat(account.stories().getFirst().claims()).isNotEmpty();
    assertThat(account.stories().getFirst().brief().lines()).isNotEmpty();
    assertThat(written(account, new TerminalRenderer(false, 80))).contains("words alone");
    JsonNode made = new ObjectMapper().readTree(written(account, new JsonRenderer())).get("made");
    assertThat(made.get("vectors").asBoolean()).isFalse();
    assertThat(made.get("models").properties())
        .extracting(file -> file.getKey())
        .contains("language/en.ini", "weights/derivation.tsv")
        .noneMatch(file -> file.endsWith(".onnx"));
  }

  @Test
  void withTheModelNothingIsSaidAndTheModelIsNamed() throws IOException {
    Account account = Pipeline.standard(Options.standard(), Progress.NONE).read(List.of(SAMPLE));
    assertThat(written(account, new TerminalRenderer(false, 80))).doesNotContain("words alone");
    JsonNode made = new ObjectMapper().readTree(written(account, new JsonRenderer())).get("made");
    assertThat(made.get("vectors").asBoolean()).isTrue();
    assertThat(made.get("models").properties())
        .anyMatch(
            file -> file.getKey().endsWith(".onnx") && file.getValue().asText().length() == 64);
  }

  private static Account withoutModel() {
    Pipeline.Stages stages = Pipeline.Stages.standard(Options.standard());
    return new Pipeline(
            new Pipeline.Stages(
                stages.reader(),
                stages.textBuilder(),
                Optional::empty,
                stages.annotator(),
                stages.storyFinder(),
                stages.aligner(),
                stages.lineageBuilder(),
                stages.distortionFinder(),
                stages.timelineBuilder(),
                stages.claimMatcher(),
                stages.briefBuilder()),
            Options.standard(),
            Progress.NONE)
        .read(List.of(SAMPLE));
  }

  private static String written(Account account, Renderer renderer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    renderer.render(account, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
