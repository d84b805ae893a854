package org.twosource.distortion.propose;

import java.util.List;
import java.util.Optional;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Side;
import org.twosource.text.Language;

/** A point of the compass in place of another: "the westbound lanes" for "the eastbound lanes". */
final class DirectionProposer implements Proposer {

  @Override
  public void propose(CopiedSentence reading, DraftProposals drafts) {
    List<String> points =
        Language.find(reading.after().text().text().language())
            .map(language -> language.list("compass"))
            .orElse(List.of());
    List<Integer> before = directed(reading.before(), points);
    List<Integer> after = directed(reading.after(), points);
    for (int j : after) {
      for (int i : before) {
        String one = points(reading.before(), points, i).orElseThrow();
        String two = points(reading.after(), points, j).orElseThrow();
        if (one.equals(two)) {
          continue;
        }
        boolean head = reading.links().areLinked(reading.before().head(i), reading.after().head(j));
        drafts.add(
            Kind.PLACE_CHANGED,
            reading.before().token(i).span(),
            reading.after().token(j).span(),
            reading
                .evidence()
                .set("compass", true)
                .set("same head", head)
                .set("in place", reading.isInPlace(List.of(i), List.of(j)))
                .set("only one", before.size() == 1 && after.size() == 1)
                .set("before elsewhere", has(reading.after(), points, after, one))
                .set("after elsewhere", has(reading.before(), points, before, two)));
      }
    }
  }

  private static boolean has(Side side, List<String> points, List<Integer> words, String point) {
    return words.stream().anyMatch(at -> points(side, points, at).orElseThrow().equals(point));
  }

  private static List<Integer> directed(Side side, List<String> points) {
    return java.util.stream.IntStream.range(0, side.size())
        .filter(at -> points(side, points, at).isPresent())
        .boxed()
        .toList();
  }

  /** The points a word is made of: "southeast" of "south-easterly"; none of other words. */
  private static Optional<String> points(Side side, List<String> points, int at) {
    String rest = side.normal(at).replace("-", "");
    StringBuilder found = new StringBuilder();
    boolean more = true;
    while (more) {
      String left = rest;
      Optional<String> next = points.stream().filter(left::startsWith).findFirst();
      next.ifPresent(found::append);
      rest = next.map(point -> left.substring(point.length())).orElse(left);
      more = next.isPresent();
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found.toString());
  }
}
