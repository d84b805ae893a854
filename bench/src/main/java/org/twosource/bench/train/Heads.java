package org.twosource.bench.train;

import java.util.List;

/** The heads there are, written out by hand. */
final class Heads {
  private Heads() {}

  static List<Head> standard() {
    return List.of(
        new NameHead(),
        new AttributionHead(),
        new SimilarityHead(),
        new StatementTieHead(),
        new SyntaxHead(),
        new PloverHead(),
        new LineageHead(),
        new Frequencies(),
        new RarityHead(),
        new StoryHead(),
        new StoryJoinHead(),
        new ClaimLikenessHead(),
        new KnowerHead(),
        new DisputeHead(),
        new ChangeHead(),
        new StanceTraining(),
        new SalienceHead());
  }
}
