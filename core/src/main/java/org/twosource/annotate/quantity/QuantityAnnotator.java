package org.twosource.annotate.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Quantity;
import org.twosource.annotate.TextAnnotator;
import org.twosource.encode.TextEncoding;
import org.twosource.text.Language;
import org.twosource.text.Sentence;

/** Reads the quantities of every sentence; needs times and, where it is there, grammar. */
public final class QuantityAnnotator implements TextAnnotator {

  /** Sentences longer than this are not prose. */
  private static final int LONGEST_SENTENCE = 20_000;

  private final Map<String, Optional<QuantityWords>> languages = new ConcurrentHashMap<>();

  @Override
  public Annotated annotate(Annotated soFar, TextEncoding encoding) {
    Optional<QuantityWords> words =
        languages.computeIfAbsent(
            soFar.text().readAs(), code -> Language.find(code).map(QuantityWords::new));
    List<Quantity> found = new ArrayList<>();
    for (Sentence sentence : words.isPresent() ? soFar.sentences() : List.<Sentence>of()) {
      if (sentence.span().length() <= LONGEST_SENTENCE) {
        found.addAll(new SentenceQuantities(soFar, sentence, words.get()).read());
      }
    }
    return soFar.withQuantities(found);
  }
}
