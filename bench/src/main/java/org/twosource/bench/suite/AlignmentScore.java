package org.twosource.bench.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.twosource.bench.suite.LineageData.Aligned;
import org.twosource.bench.suite.LineageData.Group;
import org.twosource.report.Span;

/**
 * Counts found sentence links against labelled ones. A link is a sentence of one report and a
 * sentence of the other; a passage of one to two is two links. A found link is right when both its
 * sentences overlap a labelled link's by half of the shorter; links that only meet an ambiguous
 * pair are left out.
 */
final class AlignmentScore {
  private int found;
  private int right;
  private int labelled;
  private int recalled;
  private int reworded;
  private int rewordedFound;
  private int lookAlikes;
  private int lookAlikesFound;

  /** A found link. */
  record Link(Span a, Span b) {}

  void add(
      Aligned gold,
      List<Link> links,
      boolean show,
      java.util.function.BiFunction<Boolean, Span, String> text) {
    for (Link link : links) {
      if (gold.groups().stream().anyMatch(group -> meets(group, link))) {
        found++;
        right++;
      } else if (gold.ambiguous().stream().noneMatch(group -> meets(group, link))) {
        found++;
        if (show) {
          System.out.println(
              "FALSE " + text.apply(true, link.a()) + "\n    = " + text.apply(false, link.b()));
        }
      }
    }
    for (Group group : gold.groups()) {
      boolean any = false;
      for (Link part : parts(group)) {
        boolean hit = links.stream().anyMatch(link -> same(part, link));
        labelled++;
        recalled += hit ? 1 : 0;
        any |= hit;
      }
      if (!any && show) {
        System.out.println(
            "MISS ("
                + group.manner()
                + " "
                + group.kind()
                + ") "
                + text.apply(true, group.a().getFirst())
                + "\n    = "
                + text.apply(false, group.b().getFirst()));
      }
      if (group.manner().equals("reworded")) {
        reworded++;
        rewordedFound += any ? 1 : 0;
      }
    }
    for (Group group : gold.notCopied()) {
      lookAlikes++;
      Predicate<Link> hit =
          link ->
              meets(group, link) && gold.groups().stream().noneMatch(other -> meets(other, link));
      lookAlikesFound += links.stream().anyMatch(hit) ? 1 : 0;
    }
  }

  static List<Link> parts(Group group) {
    List<Link> parts = new ArrayList<>();
    for (Span a : group.a()) {
      for (Span b : group.b()) {
        parts.add(new Link(a, b));
      }
    }
    return parts;
  }

  static boolean meets(Group group, Link link) {
    return parts(group).stream().anyMatch(part -> same(part, link));
  }

  static boolean same(Link one, Link two) {
    return overlap(one.a(), two.a()) && overlap(one.b(), two.b());
  }

  private static boolean overlap(Span one, Span two) {
    int common = Math.min(one.end(), two.end()) - Math.max(one.start(), two.start());
    return common > 0 && 2 * common >= Math.min(one.length(), two.length());
  }

  double precision() {
    return found == 0 ? 0 : (double) right / found;
  }

  double recall() {
    return labelled == 0 ? 0 : (double) recalled / labelled;
  }

  double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  double rewordedFound() {
    return rewordedFound;
  }

  double lookAlikesFound() {
    return lookAlikesFound;
  }

  @Override
  public String toString() {
    return String.format(
        "P %.3f R %.3f F1 %.3f reworded %d/%d look-alikes %d/%d",
        precision(), recall(), f1(), rewordedFound, reworded, lookAlikesFound, lookAlikes);
  }
}
