package org.twosource.story;

import java.util.List;
import org.twosource.text.Text;

/**
 * The door of the stage: places reports into stories as they arrive. Keeps state; one thread at a
 * time.
 */
public interface StoryFinder {

  /** Places one report; cost is bounded whatever the number of open stories. */
  void add(Text text);

  /** The stories as they stand, in order of their first report. */
  List<Story> stories();

  /** The reports that stand alone and may belong to a story, where they are asked for. */
  default List<Story.Doubt> doubts() {
    return List.of();
  }
}
