package org.twosource.encode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was read out of a sentence, for the next time the same words come: copies repeat sentences,
 * and what a head says of a sentence depends on its words alone. Holds the sentences used last. Any
 * thread may ask; two that ask for the same at once may both make it, with the same result.
 */
public final class Repeats<T> {
  private final Map<List<String>, T> last;

  /**
   * @param most sentences held
   */
  public Repeats(int most) {
    last =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<List<String>, T> eldest) {
            return size() > most;
          }
        };
  }

  public T of(List<String> words, Supplier<T> make) {
    synchronized (last) {
      T known = last.get(words);
      if (known != null) {
        return known;
      }
    }
    T made = make.get();
    synchronized (last) {
      last.put(words, made);
    }
    return made;
  }
}
