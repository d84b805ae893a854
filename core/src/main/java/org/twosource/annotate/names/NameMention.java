package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.report.Span;
import org.twosource.text.Sentence;

/**
 * A name where it stands: the words around it, what the gazetteer says of it, and, once it is
 * resolved, whose it is. Belongs to one run of {@link NameResolver}; not thread-safe.
 */
final class NameMention {
  final int text;
  final Sentence sentence;

  /** The words of the sentence. */
  final List<NameWord> words;

  /** Index of its first word in {@link #words}, and of the word after its last. */
  final int from;

  final int to;
  final Name name;
  final String form;
  final List<Gazetteer.Sense> senses;

  EntityType type;
  Mention.Form kind = Mention.Form.NAME;
  double confidence;
  Optional<Referent> referent = Optional.empty();

  NameMention(
      int text,
      Sentence sentence,
      List<NameWord> words,
      int from,
      int to,
      Name name,
      String form,
      List<Gazetteer.Sense> senses) {
    this.text = text;
    this.sentence = sentence;
    this.words = words;
    this.from = from;
    this.to = to;
    this.name = name;
    this.form = form;
    this.senses = senses;
    this.type = name.type();
    this.confidence = name.confidence();
  }

  void resolve(Referent whose, double howSure) {
    referent = Optional.of(whose);
    confidence = Math.min(confidence, howSure);
    whose.seen(form);
  }

  /** The word {@code distance} words before the name (1 is next to it), in lower case, or "". */
  String before(int distance) {
    return from - distance >= 0 ? words.get(from - distance).lower() : "";
  }

  /** The word {@code distance} words after the name (1 is next to it), in lower case, or "". */
  String after(int distance) {
    return to + distance - 1 < words.size() ? words.get(to + distance - 1).lower() : "";
  }

  /** Its words, without marks. */
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      parts.add(words.get(i).text());
    }
    return parts;
  }

  Span span() {
    return name.span();
  }
}
