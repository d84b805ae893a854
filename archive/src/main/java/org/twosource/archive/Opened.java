package org.twosource.archive;

import java.util.Optional;
import org.twosource.Models;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.StoryEvents;
import org.twosource.StoryLineage;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.brief.Account;
import org.twosource.encode.Encoder;
import org.twosource.encode.OnnxEncoder;
import org.twosource.report.Reading;
import org.twosource.text.StandardTextBuilder;

/**
 * What is opened once in a process and then shared by its tasks, each when it is first asked for:
 * none of it can be sent from one machine to another. Any thread may ask.
 */
final class Opened {
  private Opened() {}

  static StandardTextBuilder texts() {
    return Texts.BUILDER;
  }

  static StoryLineage lineage(Tier tier) {
    return switch (tier) {
      case WORDS -> Words.LINEAGE;
      case MODEL -> Model.LINEAGE;
    };
  }

  static StoryEvents events(Tier tier) {
    return new StoryEvents(
        switch (tier) {
          case WORDS -> Lexical.ANNOTATOR;
          case MODEL -> Model.ANNOTATOR;
        });
  }

  static Optional<Encoder> encoder(Tier tier) {
    return switch (tier) {
      case WORDS -> Optional.empty();
      case MODEL -> Model.ENCODER;
    };
  }

  /** All that can be said of reports of one event; one story at a time. */
  static Account account(Reading reports) {
    synchronized (Accounts.MODELS) {
      Options options = Options.standard().withOneStory(true);
      Pipeline.Stages stages = Pipeline.Stages.standard(options, Accounts.MODELS);
      return new Pipeline(stages, options, Progress.NONE).read(reports);
    }
  }

  private static final class Texts {
    static final StandardTextBuilder BUILDER = new StandardTextBuilder();
  }

  private static final class Words {
    static final StoryLineage LINEAGE = StoryLineage.byWords();
  }

  private static final class Lexical {
    static final StandardAnnotator ANNOTATOR = StandardAnnotator.lexical();
  }

  private static final class Model {
    static final Optional<Encoder> ENCODER = OnnxEncoder.open();
    static final StandardAnnotator ANNOTATOR = StandardAnnotator.with(ENCODER);
    static final StoryLineage LINEAGE = StoryLineage.with(ANNOTATOR);
  }

  private static final class Accounts {
    static final Models MODELS = new Models();
  }
}
