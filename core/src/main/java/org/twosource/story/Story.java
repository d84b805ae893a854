package org.twosource.story;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.report.PartialDate;
import org.twosource.reuse.SavedForm;

/**
 * The reports of one event. (TDT calls this a topic.)
 *
 * @param id stable while the story lives: made from its first report
 * @param title from the headline or the first sentence of the most central report
 * @param from the earliest publication date of its reports
 * @param to the latest
 * @param reports ids, in order of publication, then of arrival
 * @param why the links that hold it together: at least one a report after the first
 * @param history what became of it, in the order in which it happened
 * @param mayBelong reports that stand alone and may be of this event too, the likeliest first; not
 *     kept in the saved form
 */
public record Story(
    String id,
    String title,
    Optional<PartialDate> from,
    Optional<PartialDate> to,
    List<String> reports,
    List<Link> why,
    List<Change> history,
    List<Doubt> mayBelong) {
  public Story {
    reports = List.copyOf(reports);
    why = List.copyOf(why);
    history = List.copyOf(history);
    mayBelong = List.copyOf(mayBelong);
  }

  /** Of whose reports none is in doubt. */
  public Story(
      String id,
      String title,
      Optional<PartialDate> from,
      Optional<PartialDate> to,
      List<String> reports,
      List<Link> why,
      List<Change> history) {
    this(id, title, from, to, reports, why, history, List.of());
  }

  void write(DataOutputStream out) throws IOException {
    SavedForm.text(out, id);
    SavedForm.text(out, title);
    SavedForm.text(out, from.map(PartialDate::iso).orElse(""));
    SavedForm.text(out, to.map(PartialDate::iso).orElse(""));
    texts(out, reports);
    out.writeInt(why.size());
    for (Link link : why) {
      SavedForm.text(out, link.a());
      SavedForm.text(out, link.b());
      out.writeDouble(link.score());
      texts(out, link.evidence());
    }
    changes(out, history);
  }

  static Story read(DataInputStream in) throws IOException {
    String id = SavedForm.text(in);
    String title = SavedForm.text(in);
    Optional<PartialDate> from = date(in);
    Optional<PartialDate> to = date(in);
    List<String> reports = texts(in);
    List<Link> why = new ArrayList<>();
    int links = in.readInt();
    for (int at = 0; at < links; at++) {
      why.add(new Link(SavedForm.text(in), SavedForm.text(in), in.readDouble(), texts(in)));
    }
    return new Story(id, title, from, to, reports, why, changes(in));
  }

  private static Optional<PartialDate> date(DataInputStream in) throws IOException {
    return Optional.of(SavedForm.text(in)).filter(iso -> !iso.isEmpty()).map(PartialDate::new);
  }

  private static void texts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      SavedForm.text(out, text);
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    int count = in.readInt();
    for (int at = 0; at < count; at++) {
      texts.add(SavedForm.text(in));
    }
    return texts;
  }

  static void changes(DataOutputStream out, List<Change> changes) throws IOException {
    out.writeInt(changes.size());
    for (Change change : changes) {
      SavedForm.text(out, change.kind().name());
      SavedForm.text(out, change.story());
      SavedForm.text(out, change.other());
    }
  }

  static List<Change> changes(DataInputStream in) throws IOException {
    List<Change> changes = new ArrayList<>();
    int count = in.readInt();
    for (int at = 0; at < count; at++) {
      Change.Kind kind = Change.Kind.valueOf(SavedForm.text(in));
      changes.add(new Change(kind, SavedForm.text(in), SavedForm.text(in)));
    }
    return changes;
  }

  /** The same with only these of its reports. */
  public Story of(List<String> kept) {
    return new Story(
        id,
        title,
        from,
        to,
        reports.stream().filter(kept::contains).toList(),
        why.stream().filter(link -> kept.contains(link.a()) && kept.contains(link.b())).toList(),
        history,
        mayBelong);
  }

  /** The same without links and history. */
  Story inBrief() {
    return new Story(id, title, from, to, reports, List.of(), List.of());
  }

  Story withHistory(List<Change> changes) {
    return new Story(id, title, from, to, reports, why, changes, mayBelong);
  }

  /** The same with the reports that may belong to it. */
  public Story withDoubts(List<Doubt> doubts) {
    return new Story(id, title, from, to, reports, why, history, doubts);
  }

  /**
   * A report that stands alone and may be of another story.
   *
   * @param report its id
   * @param story the id of the story that it may belong to
   * @param probability that it does, 0 to 1, by the judge that keeps it apart
   * @param evidence of it and the story's report most alike, as of a {@link Link}
   */
  public record Doubt(String report, String story, double probability, List<String> evidence) {
    public Doubt {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * What became of a story.
   *
   * @param story the id it happened to
   * @param other the id of the story it was split from or merged into; its own when it opened or
   *     closed
   */
  public record Change(Kind kind, String story, String other) {
    /** What can become of a story. */
    public enum Kind {
      OPENED,
      SPLIT_FROM,
      MERGED_INTO,
      /** No report came for so long that none is looked for any more. */
      CLOSED
    }
  }

  /**
   * Why two reports are together.
   *
   * @param score 0 to 1
   * @param evidence in words: "names: Antony Blinken, Xi Jinping", "passages: 14", "time: 0 d"
   */
  public record Link(String a, String b, double score, List<String> evidence) {
    public Link {
      evidence = List.copyOf(evidence);
    }
  }
}
