package org.twosource;

import java.util.List;
import java.util.Optional;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.lineage.FamilyBuilder;
import org.twosource.lineage.Lineage;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Furniture;
import org.twosource.reuse.PassageAligner;
import org.twosource.text.Text;

/**
 * Who copied whom in one story, as a {@link Pipeline} with the same annotator finds it: for those
 * who have millions of stories and ask no more of most. By words alone nothing is annotated, which
 * costs a tenth, and what stands in quotation marks is all that is known of speech. Thread-safe.
 */
public final class StoryLineage {
  private final Optional<StandardAnnotator> annotator;
  private final FamilyBuilder families = new FamilyBuilder();
  private final PublicationDates dates = new PublicationDates(Optional.empty());

  private StoryLineage(Optional<StandardAnnotator> annotator) {
    this.annotator = annotator;
  }

  public static StoryLineage byWords() {
    return new StoryLineage(Optional.empty());
  }

  public static StoryLineage with(StandardAnnotator annotator) {
    return new StoryLineage(Optional.of(annotator));
  }

  /** What was found in a story. */
  public record Found(Annotations annotations, List<Alignment> alignments, Lineage lineage) {}

  /**
   * Reads a story. One report alone is not annotated: nothing rests on it.
   *
   * @param texts of its reports, in story order
   * @param furniture what is known of lines printed with other stories
   */
  public Found of(List<Text> texts, Furniture furniture) {
    List<Text> dated = dates.complete(texts);
    Annotations annotations =
        annotator
            .filter(any -> dated.size() > 1)
            .map(any -> any.annotate(dated))
            .orElseGet(
                () -> new Annotations(dated.stream().map(Annotated::bare).toList(), List.of()));
    List<Alignment> alignments =
        dated.size() == 1 ? List.of() : new PassageAligner(furniture).align(annotations.reports());
    return new Found(annotations, alignments, families.build(annotations.reports(), alignments));
  }
}
