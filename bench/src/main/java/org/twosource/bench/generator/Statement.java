package org.twosource.bench.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One sentence, word by word. */
record Statement(List<Word> words) {
  Statement {
    words = List.copyOf(words);
  }

  /** As printed: first letter large, full stop at the end. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Word word : words) {
      if (!text.isEmpty() && !word.text().startsWith(",")) {
        text.append(' ');
      }
      text.append(word.text());
    }
    int first = text.charAt(0) == '“' ? 1 : 0;
    text.setCharAt(first, Character.toUpperCase(text.charAt(first)));
    return text.append('.').toString();
  }

  /** The places of the words of a kind. */
  List<Integer> places(Word.Kind kind) {
    return IntStream.range(0, words.size())
        .filter(at -> words.get(at).kind() == kind)
        .boxed()
        .toList();
  }

  /** With the words from {@code at} to {@code end} (exclusive) replaced. */
  Statement with(int at, int end, Word... replacement) {
    List<Word> changed = new ArrayList<>(words.subList(0, at));
    changed.addAll(List.of(replacement));
    changed.addAll(words.subList(end, words.size()));
    return new Statement(changed);
  }

  Statement part(int from, int to) {
    return new Statement(words.subList(from, to));
  }
}
