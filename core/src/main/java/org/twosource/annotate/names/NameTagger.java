package org.twosource.annotate.names;

import java.util.List;
import org.twosource.encode.TextEncoding;
import org.twosource.text.Text;

/**
 * Proposes the names of a text from the encodings of its sentences. {@link NameAnnotator} corrects
 * them by rules.
 */
public interface NameTagger {

  /** Names in text order, not overlapping; empty when nothing is encoded. */
  List<Name> names(Text text, TextEncoding encoding);

  /** Proposes nothing: rules alone. */
  NameTagger NONE = (text, encoding) -> List.of();
}
