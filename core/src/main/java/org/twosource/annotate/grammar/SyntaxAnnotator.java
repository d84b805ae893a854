package org.twosource.annotate.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EnglishHeads;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.TextAnnotator;
import org.twosource.encode.Repeats;
import org.twosource.encode.TextEncoding;
import org.twosource.text.Sentence;

/**
 * Gives each sentence of an English text its grammar. Without weights, or without the encoder,
 * there is none; a single sentence that was not encoded gets a flat tree. Thread-safe.
 */
public final class SyntaxAnnotator implements TextAnnotator {
  /** Sentences whose grammar is kept: some 10 MB. */
  private static final int MOST_KEPT = 4_000;

  private final Optional<Parser> parser;
  private final Repeats<Grammar> repeats = new Repeats<>(MOST_KEPT);

  public SyntaxAnnotator(Optional<Parser> parser) {
    this.parser = parser;
  }

  @Override
  public Annotated annotate(Annotated soFar, TextEncoding encoding) {
    if (parser.isEmpty() || encoding.isEmpty() || !EnglishHeads.read(soFar.text())) {
      return soFar;
    }
    List<Grammar> trees = new ArrayList<>();
    for (Sentence sentence : soFar.sentences()) {
      int at = sentence.index();
      List<String> words = encoding.words().get(at);
      trees.add(
          encoding.has(at)
              ? repeats.of(words, () -> parser.get().parse(encoding.encoded(at), words))
              : flat(words.size()));
    }
    return soFar.withSyntax(trees);
  }

  private static Grammar flat(int tokens) {
    List<Integer> heads = new ArrayList<>(Collections.nCopies(tokens, 0));
    List<String> relations = new ArrayList<>(Collections.nCopies(tokens, "dep"));
    if (tokens > 0) {
      heads.set(0, -1);
      relations.set(0, "root");
    }
    return new Grammar(Collections.nCopies(tokens, "X"), heads, relations);
  }
}
