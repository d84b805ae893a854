package org.twosource.encode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * The encodings of a text's sentences, each made when a part first asks for it: of a sentence that
 * was read before, in another copy, no part needs it. It lives while the text is being annotated
 * and is dropped afterwards: up to some 6 MB for a report. One thread at a time.
 */
public final class TextEncoding {
  private final Optional<Encoder> encoder;
  private final List<List<String>> words;
  private final Map<Integer, Encoding> made = new HashMap<>();

  private TextEncoding(Optional<Encoder> encoder, List<List<String>> words) {
    this.encoder = encoder;
    this.words = words;
  }

  /** Of sentences in the order of their text; nothing is encoded yet. */
  public static TextEncoding of(List<Sentence> sentences, Encoder encoder) {
    return new TextEncoding(
        Optional.of(encoder),
        sentences.stream()
            .map(sentence -> sentence.tokens().stream().map(Token::text).toList())
            .toList());
  }

  /** Nothing for any sentence: the model is off. */
  public static final TextEncoding NONE = new TextEncoding(Optional.empty(), List.of());

  /** The words of each sentence, in the order of the text; empty when the model is off. */
  public List<List<String>> words() {
    return words;
  }

  /** Whether the sentence has an encoding; costs nothing. */
  public boolean has(int sentence) {
    return encoder.isPresent()
        && !words.get(sentence).isEmpty()
        && words.get(sentence).size() <= Encoder.MAX_TOKENS;
  }

  /** Whether no sentence has an encoding. */
  public boolean isEmpty() {
    for (int sentence = 0; sentence < words.size(); sentence++) {
      if (has(sentence)) {
        return false;
      }
    }
    return true;
  }

  /** Empty when the model is off or the sentence has no word or more than it takes. */
  public Optional<Encoding> sentence(int sentence) {
    return has(sentence) ? Optional.of(encoded(sentence)) : Optional.empty();
  }

  /** The encoding of a sentence that {@link #has} one. */
  public Encoding encoded(int sentence) {
    return made.computeIfAbsent(
        sentence, at -> encoder.orElseThrow().encode(words.get(at)).orElseThrow());
  }
}
