package org.twosource.app.command.files;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.twosource.Pipeline;
import org.twosource.app.command.Usage;
import org.twosource.app.rewrite.BriefRewriter;
import org.twosource.app.rewrite.OpenAiWriter;
import org.twosource.brief.Account;
import org.twosource.brief.Stage;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which model rewords the brief, if one does. */
final class RewriteOptions {
  private static final int LONGEST_SECONDS = 3600;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(
      names = "--rewrite",
      paramLabel = "URL",
      description =
          "Have the lines of the brief reworded by a model behind this OpenAI-compatible endpoint"
              + " (http://localhost:11434/v1); the brief and the sentences it cites are sent there. A"
              + " key is taken from the environment variable TWOSOURCE_REWRITE_KEY.")
  @Nullable URI rewrite;

  @Option(names = "--rewrite-model", paramLabel = "NAME", description = "The model to ask there.")
  @Nullable String rewriteModel;

  @Option(
      names = "--rewrite-timeout",
      paramLabel = "SECONDS",
      description = "How long one line may take (default: ${DEFAULT-VALUE}).",
      defaultValue = "30")
  int rewriteSeconds = 30;

  void check(Stage until) {
    if (rewrite == null && rewriteModel == null) {
      return;
    }
    if (rewrite == null || rewriteModel == null || rewriteModel.isBlank()) {
      throw Usage.wrong(spec, "--rewrite URL and --rewrite-model NAME go together; one is missing");
    }
    String scheme = String.valueOf(rewrite.getScheme());
    if (!scheme.matches("https?") || rewrite.getHost() == null) {
      throw Usage.wrong(
          spec, "--rewrite takes an address like http://localhost:11434/v1, not '" + rewrite + "'");
    }
    if (until != Stage.BRIEF) {
      throw Usage.wrong(spec, "--rewrite rewrites the brief, so --until must be brief");
    }
    if (rewriteSeconds < 1 || rewriteSeconds > LONGEST_SECONDS) {
      throw Usage.wrong(spec, "--rewrite-timeout takes 1 to 3600 seconds, not " + rewriteSeconds);
    }
  }

  /** The account with its brief reworded; the same account where no model was named. */
  Account rewritten(Account account, Pipeline pipeline, Consumer<String> say) {
    if (rewrite == null) {
      return account;
    }
    String model = String.valueOf(rewriteModel);
    OpenAiWriter writer =
        new OpenAiWriter(
            rewrite,
            model,
            Optional.ofNullable(System.getenv("TWOSOURCE_REWRITE_KEY"))
                .filter(key -> !key.isBlank()),
            Duration.ofSeconds(rewriteSeconds));
    BriefRewriter rewriter = new BriefRewriter(writer, pipeline::annotate);
    Account rewritten =
        rewriter.rewrite(
            account,
            Map.of("rewrite", rewrite.getHost() + rewrite.getPath(), "rewrite-model", model));
    rewriter.failures().ifPresent(say);
    return rewritten;
  }
}
