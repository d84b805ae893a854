package org.twosource.annotate;

import java.util.List;
import java.util.Optional;

/**
 * The encodings of a text's sentences. It lives while the text is being annotated and is dropped
 * afterwards: some 6 MB for a report.
 *
 * @param sentences one entry a sentence of the text; empty entries when the model is off or the
 *     sentence was left out
 */
public record TextEncoding(List<Optional<Encoding>> sentences) {
  public TextEncoding {
    sentences = List.copyOf(sentences);
  }

  public Optional<Encoding> sentence(int sentence) {
    return sentences.get(sentence);
  }
}
