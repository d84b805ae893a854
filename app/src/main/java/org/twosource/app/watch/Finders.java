package org.twosource.app.watch;

import org.twosource.text.StandardTextBuilder;
import org.twosource.text.TextBuilder;

/** The finder of each kind, by hand, so that a search finds it. */
final class Finders {
  private final TextBuilder builder = new StandardTextBuilder();
  private final AlertFinder secondSource = new SecondSourceFinder();
  private final AlertFinder standing = new StandingFinder();
  private final AlertFinder correction = new CorrectionFinder(builder);
  private final AlertFinder changedCopy = new ChangedCopyFinder();
  private final AlertFinder query = new QueryFinder();
  private final AlertFinder outlet = new OutletFinder(builder);
  private final AlertFinder entity = new EntityFinder();
  private final AlertFinder story = new StoryChangeFinder();
  private final AlertFinder silence = new SilenceFinder();

  AlertFinder of(WatchKind kind) {
    return switch (kind) {
      case SECOND_SOURCE -> secondSource;
      case STANDING -> standing;
      case CORRECTION -> correction;
      case CHANGED_COPY -> changedCopy;
      case QUERY -> query;
      case OUTLET -> outlet;
      case ENTITY -> entity;
      case STORY -> story;
      case SILENCE -> silence;
    };
  }
}
