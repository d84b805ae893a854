package org.twosource.bench.score;

import java.util.ArrayList;
import java.util.List;
import org.twosource.bench.data.LineageData.Aligned;
import org.twosource.bench.data.LineageData.Group;
import org.twosource.report.Span;

/**
 * Counts found passages against labelled ones.
 *
 * <p>A link is a sentence of one report and a sentence of the other; a passage of one to two is two
 * links. Two links are the same when both their sentences overlap by half of the shorter. A found
 * passage is right, and a labelled one found, when they have a link in common; found passages that
 * only meet an ambiguous pair are left out. Single links are counted besides.
 */
public final class AlignmentScore {
  private int found;
  private int right;
  private int labelled;
  private int recalled;
  private int foundLinks;
  private int rightLinks;
  private int labelledLinks;
  private int recalledLinks;
  private int rewordedFound;
  private int lookAlikesFound;

  /** A sentence of the first report and one of the second. */
  public record Link(Span a, Span b) {
    private boolean isSame(Link other) {
      return overlap(a, other.a) && overlap(b, other.b);
    }

    private static boolean overlap(Span one, Span two) {
      int common = Math.min(one.end(), two.end()) - Math.max(one.start(), two.start());
      return common > 0 && 2 * common >= Math.min(one.length(), two.length());
    }
  }

  public void add(
      Aligned gold, List<List<Link>> passages, boolean show, String bodyA, String bodyB) {
    List<Link> links = passages.stream().flatMap(List::stream).toList();
    for (List<Link> passage : passages) {
      boolean hit = passage.stream().anyMatch(link -> meetsAny(gold.groups(), link));
      boolean unclear = !hit && passage.stream().anyMatch(link -> meetsAny(gold.ambiguous(), link));
      if (!unclear) {
        found++;
        right += hit ? 1 : 0;
        if (!hit && show) {
          show("FALSE", passage.getFirst(), bodyA, bodyB);
        }
      }
    }
    for (Link link : links) {
      boolean hit = meetsAny(gold.groups(), link);
      if (hit || !meetsAny(gold.ambiguous(), link)) {
        foundLinks++;
        rightLinks += hit ? 1 : 0;
      }
    }
    for (Group group : gold.groups()) {
      labelled++;
      boolean any = links.stream().anyMatch(link -> meets(group, link));
      recalled += any ? 1 : 0;
      for (Link part : parts(group)) {
        labelledLinks++;
        recalledLinks += links.stream().anyMatch(part::isSame) ? 1 : 0;
      }
      if (group.manner().equals("reworded")) {
        rewordedFound += any ? 1 : 0;
      }
      if (!any && show) {
        show("MISS " + group.manner() + " " + group.kind(), parts(group).getFirst(), bodyA, bodyB);
      }
    }
    for (Group group : gold.notCopied()) {
      boolean taken =
          links.stream().anyMatch(link -> meets(group, link) && !meetsAny(gold.groups(), link));
      lookAlikesFound += taken ? 1 : 0;
    }
  }

  private static void show(String what, Link link, String bodyA, String bodyB) {
    System.out.println(what + "\n  " + link.a().in(bodyA) + "\n  " + link.b().in(bodyB));
  }

  public static List<Link> parts(Group group) {
    List<Link> parts = new ArrayList<>();
    for (Span a : group.a()) {
      for (Span b : group.b()) {
        parts.add(new Link(a, b));
      }
    }
    return parts;
  }

  private static boolean meetsAny(List<Group> groups, Link link) {
    return groups.stream().anyMatch(group -> meets(group, link));
  }

  public static boolean meets(Group group, Link link) {
    return parts(group).stream().anyMatch(link::isSame);
  }

  public int found() {
    return found;
  }

  public double precision() {
    return (double) right / Math.max(1, found);
  }

  public double recall() {
    return (double) recalled / Math.max(1, labelled);
  }

  public double f1() {
    return f1(precision(), recall());
  }

  public double linkF1() {
    return f1(
        (double) rightLinks / Math.max(1, foundLinks),
        (double) recalledLinks / Math.max(1, labelledLinks));
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  public int rewordedFound() {
    return rewordedFound;
  }

  public int lookAlikesFound() {
    return lookAlikesFound;
  }
}
