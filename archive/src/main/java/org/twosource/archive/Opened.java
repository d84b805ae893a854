package org.twosource.archive;

import java.util.Optional;
import org.twosource.StoryLineage;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.encode.Encoder;
import org.twosource.encode.OnnxEncoder;
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

  /**
   * @param tier what readers may use
   */
  static StoryLineage lineage(Tier tier) {
    return switch (tier) {
      case WORDS -> ByWords.LINEAGE;
      case MODEL -> ByModel.LINEAGE;
    };
  }

  static Optional<Encoder> encoder(Tier tier) {
    return switch (tier) {
      case WORDS -> Optional.empty();
      case MODEL -> Model.ENCODER;
    };
  }

  private static final class Texts {
    static final StandardTextBuilder BUILDER = new StandardTextBuilder();
  }

  private static final class ByWords {
    static final StoryLineage LINEAGE = StoryLineage.byWords();
  }

  private static final class Model {
    static final Optional<Encoder> ENCODER = OnnxEncoder.open();
  }

  private static final class ByModel {
    static final StoryLineage LINEAGE = StoryLineage.with(StandardAnnotator.with(Model.ENCODER));
  }
}
