package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/** "what X says is Y", which reports a name for a thing and keeps the speaker in half a clause. */
final class NamingSpeech implements SpeechRule {
  private final Text text;
  private final SpeechWords words;

  NamingSpeech(Text text, SpeechWords words) {
    this.text = text;
    this.words = words;
  }

  @Override
  public List<Speech> find() {
    List<Speech> found = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      List<Token> tokens = sentence.tokens();
      for (int i = 0; i + 3 < tokens.size(); i++) {
        if (words.opensNaming(tokens.get(i))) {
          whatTheySay(tokens, i).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Speech> whatTheySay(List<Token> tokens, int what) {
    int verb = what + 2;
    int limit = Math.min(tokens.size(), what + 8);
    while (verb < limit && !words.isSpeech(tokens, verb)) {
      if (!tokens.get(verb).isWord()) {
        return Optional.empty();
      }
      verb++;
    }
    if (verb + 1 >= limit + 1 || verb + 2 >= tokens.size()) {
      return Optional.empty();
    }
    int from = verb + 1;
    boolean copula = words.isCopula(tokens.get(from));
    boolean called = words.isNaming(tokens.get(verb));
    if (!copula && !called) {
      return Optional.empty();
    }
    int to = from + 1;
    while (to < tokens.size() && tokens.get(to).isWord() && !words.endsNaming(tokens.get(to))) {
      to++;
    }
    int sourceEnd = verb;
    while (sourceEnd > what + 2 && words.isAuxiliary(tokens.get(sourceEnd - 1))) {
      sourceEnd--;
    }
    return Optional.of(
        new Speech(
            Optional.of(SayingReader.span(tokens, what + 1, sourceEnd)),
            Optional.of(SayingReader.span(tokens, verb, verb + 1)),
            List.of(SayingReader.span(tokens, from, to)),
            SpeechRules.CONFIDENCE + .2));
  }
}
