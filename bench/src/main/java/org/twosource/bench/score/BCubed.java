package org.twosource.bench.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * B-cubed of two groupings of the same things (Bagga and Baldwin 1998): of each thing the share of
 * its found group that is of its true group (precision), and the share of its true group that is in
 * its found one (recall), summed over the things.
 *
 * @param precision sum over the things
 * @param recall sum over the things
 * @param things how many
 */
public record BCubed(double precision, double recall, int things) {

  /** Of groupings given as parallel lists of labels. */
  public static BCubed of(List<String> gold, List<String> found) {
    Map<String, Integer> goldSizes = new HashMap<>();
    Map<String, Integer> foundSizes = new HashMap<>();
    Map<List<String>, Integer> both = new HashMap<>();
    for (int i = 0; i < gold.size(); i++) {
      goldSizes.merge(gold.get(i), 1, Integer::sum);
      foundSizes.merge(found.get(i), 1, Integer::sum);
      both.merge(List.of(gold.get(i), found.get(i)), 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    for (int i = 0; i < gold.size(); i++) {
      double together = Objects.requireNonNull(both.get(List.of(gold.get(i), found.get(i))));
      precision += together / Objects.requireNonNull(foundSizes.get(found.get(i)));
      recall += together / Objects.requireNonNull(goldSizes.get(gold.get(i)));
    }
    return new BCubed(precision, recall, gold.size());
  }

  /** Mean precision and mean recall in one, from 0 to 1; 0 of nothing. */
  public double f1() {
    return things == 0 ? 0 : 2 * precision * recall / (precision + recall) / things;
  }
}
