package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.twosource.annotate.EnglishHeads;
import org.twosource.annotate.EntityType;
import org.twosource.encode.Repeats;
import org.twosource.encode.Tagger;
import org.twosource.encode.Tagger.Run;
import org.twosource.encode.TextEncoding;
import org.twosource.encode.TokenFeatures;
import org.twosource.encode.Weights;
import org.twosource.report.Span;
import org.twosource.text.Language;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * Proposes names with the learned tagger, sentence by sentence; a title at the head of a person's
 * name is left out. Thread-safe.
 */
public final class LearnedNameTagger implements NameTagger {
  /** Sentences whose labels are kept: some 4 MB. */
  private static final int MOST_KEPT = 4_000;

  /** Languages that write every noun with a capital letter, which says nothing of names then. */
  private static final Set<String> CAPITALS = Set.of("de");

  private final Tagger tagger;
  private final Repeats<Tagger.Tags> repeats = new Repeats<>(MOST_KEPT);
  private final Set<String> titles;

  LearnedNameTagger(Weights weights, Language language) {
    tagger = new Tagger(weights);
    titles = language.words("titles");
  }

  public static LearnedNameTagger english(Weights weights) {
    return new LearnedNameTagger(weights, Language.find("en").orElseThrow());
  }

  @Override
  public List<Name> names(Text text, TextEncoding encoding) {
    List<Name> names = new ArrayList<>();
    if (!CAPITALS.contains(text.language()) || EnglishHeads.read(text)) {
      tag(text, encoding, names);
    }
    return names;
  }

  private void tag(Text text, TextEncoding encoding, List<Name> names) {
    for (Sentence sentence : text.sentences()) {
      if (encoding.has(sentence.index())) {
        names(sentence, encoding, names);
      }
    }
  }

  private void names(Sentence sentence, TextEncoding encoding, List<Name> names) {
    List<Token> tokens = sentence.tokens();
    List<String> words = encoding.words().get(sentence.index());
    Tagger.Tags tags =
        repeats.of(
            words,
            () ->
                tagger.tag(
                    new Tagger.Input(
                        List.of(encoding.encoded(sentence.index())), TokenFeatures.of(words))));
    for (Run run : tagger.runs(tags.labels())) {
      double sure = 1;
      for (int i = run.from(); i < run.to(); i++) {
        sure = Math.min(sure, tags.probability()[i]);
      }
      int from = run.from();
      while (run.kind().equals("person") && from + 1 < run.to() && isTitle(tokens.get(from))) {
        from++;
      }
      names.add(
          new Name(
              new Span(tokens.get(from).start(), tokens.get(run.to() - 1).end()),
              EntityType.valueOf(run.kind().toUpperCase(Locale.ROOT)),
              sure));
    }
  }

  private boolean isTitle(Token token) {
    String word = token.normal();
    return titles.contains(word)
        || word.endsWith(".") && titles.contains(word.substring(0, word.length() - 1));
  }
}
