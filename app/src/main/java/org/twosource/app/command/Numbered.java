package org.twosource.app.command;

import java.util.function.BiPredicate;
import org.twosource.app.desk.StoryService;
import org.twosource.app.store.StoreException;

/** Things that a store numbers and a list shows by a letter and the number: w1, c1, d1. */
public final class Numbered {
  private Numbered() {}

  /**
   * Takes one of them back.
   *
   * @param missing what is said where there is none
   */
  public static int takeBack(
      StoreOption store,
      char letter,
      String id,
      BiPredicate<StoryService, Long> takingBack,
      String missing) {
    try (StoryService service = store.change()) {
      boolean isThere =
          id.matches(letter + "\\d{1,9}")
              && takingBack.test(service, Long.parseLong(id.substring(1)));
      if (!isThere) {
        throw new StoreException(StoreException.Kind.MISSING, missing);
      }
      return ExitStatus.READ;
    }
  }
}
