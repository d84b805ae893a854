package org.twosource.reuse;

import java.util.List;

/**
 * Everything two reports share.
 *
 * @param a id of the first report
 * @param b id of the second report
 * @param passages in the order of the first report
 */
public record Alignment(String a, String b, List<Passage> passages) {
  public Alignment {
    passages = List.copyOf(passages);
  }
}
