package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.twosource.annotate.EntityType;
import org.twosource.report.Span;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * Words that a tagger took for part of a person's name because they have a capital: in a headline
 * the verb behind it ("Trump Should", "Moss Says"), before it what is printed over a picture
 * ("Images Hamilton", "FILE Moss"). A name that prose prints in whole is left alone. Safe for use
 * by several threads.
 */
final class NameFringes {
  private final NameWords words;
  private final Gazetteer gazetteer;

  NameFringes(NameWords words, Gazetteer gazetteer) {
    this.words = words;
    this.gazetteer = gazetteer;
  }

  /** The same names in the same order, some of them shorter. */
  List<Name> cut(Text text, List<Name> names) {
    List<Name> cut = new ArrayList<>();
    for (Name name : names) {
      Span span = name.type() == EntityType.PERSON ? withoutFront(text, name.span()) : name.span();
      if (name.type() == EntityType.PERSON
          && isHeadline(text, name.span().start())
          && !isInProse(text, span)) {
        span = withoutVerb(text, span);
      }
      cut.add(span.equals(name.span()) ? name : new Name(span, name.type(), name.confidence()));
    }
    return cut;
  }

  /** Whether the form stands in a sentence that is no headline. */
  private static boolean isInProse(Text text, Span span) {
    String form = text.of(span);
    for (int at = text.body().indexOf(form); at >= 0; at = text.body().indexOf(form, at + 1)) {
      if (text.sentenceAt(at).isPresent() && !isHeadline(text, at)) {
        return true;
      }
    }
    return false;
  }

  /** A headline part, or a sentence most of whose longer words have a capital and no full stop. */
  private static boolean isHeadline(Text text, int offset) {
    Sentence sentence = text.sentenceAt(offset).orElse(null);
    if (sentence == null || text.of(sentence.span()).endsWith(".")) {
      return false;
    }
    long longer = 0;
    long capital = 0;
    for (var token : sentence.tokens()) {
      if (token.text().length() > 3) {
        longer++;
        capital += Character.isUpperCase(token.text().charAt(0)) ? 1 : 0;
      }
    }
    return longer > 2
        && capital * 4 > longer * 3
        && (sentence.part() == Part.Kind.HEADLINE || longer > 4);
  }

  private Span withoutFront(Text text, Span span) {
    String form = text.of(span);
    int space = form.indexOf(' ');
    boolean front =
        space > 0
            && words.pictureFronts().contains(form.substring(0, space).toLowerCase(Locale.ROOT));
    return front ? withoutFront(text, new Span(span.start() + space + 1, span.end())) : span;
  }

  private Span withoutVerb(Text text, Span span) {
    String form = text.of(span);
    int space = form.lastIndexOf(' ');
    if (space < 0) {
      return span;
    }
    String last = form.substring(space + 1).toLowerCase(Locale.ROOT);
    String rest = form.substring(0, space);
    boolean surname = gazetteer.isGivenName(rest) && (last.equals("may") || last.equals("will"));
    boolean verb =
        last.endsWith("s")
            && (NameWords.isFormOf(words.speechVerbs(), last)
                || NameWords.isFormOf(words.actingVerbs(), last));
    boolean ordinary = words.isFunctionWord(last) || words.headlineVerbs().contains(last) || verb;
    return ordinary && !surname && last.length() > 1
        ? withoutVerb(text, new Span(span.start(), span.start() + space))
        : span;
  }
}
