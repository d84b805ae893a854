package org.twosource.annotate;

import java.util.List;
import org.twosource.text.Text;

/**
 * The door of the stage: the texts of one story to their annotations. Names are resolved over all
 * of them, so a full form in one report explains a short form in another. The same texts in the
 * same order give the same annotations.
 */
public interface Annotator {
  Annotations annotate(List<Text> texts);
}
