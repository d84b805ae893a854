package org.twosource.annotate.names;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.report.Span;
import org.twosource.text.Text;

/**
 * The places whose names bodies and built things carry: "Harrow County" in "Harrow County Community
 * Foundation", "Georgia" in "University of Georgia", "Harrow" where it is the team.
 *
 * <p>The evidence, in this order:
 *
 * <ol>
 *   <li>the gazetteer knows the leading words as a place, the longest first;
 *   <li>behind the leading words the name ends in a body that towns have ("Fire Department");
 *   <li>the leading words stand as a place elsewhere in the story, the longest first;
 *   <li>the leading words end in a word of regions ("County", "Valley");
 *   <li>the words behind "of" are known or stand elsewhere.
 * </ol>
 *
 * What ends in a word of regions or roads itself is not named after a shorter place: "Harrow
 * County" is one name. One object serves one run of {@link NameResolver}; not thread-safe.
 */
final class NamesakePlaces {
  private final Gazetteer gazetteer;
  private final NameWords lists;
  private final List<Text> texts;

  /** Forms that stand as a place in the story, by themselves or before a body that towns have. */
  private final Set<String> seen = new LinkedHashSet<>();

  /**
   * @param mentions all names of the story, resolved
   */
  NamesakePlaces(
      Gazetteer gazetteer, NameWords lists, List<Text> texts, List<NameMention> mentions) {
    this.gazetteer = gazetteer;
    this.lists = lists;
    this.texts = texts;
    for (NameMention mention : mentions) {
      if (mention.type == EntityType.PLACE && mention.kind == Mention.Form.NAME) {
        seen.add(mention.form);
      } else if (mention.type == EntityType.ORGANIZATION) {
        beforeLocalBody(mention).ifPresent(to -> seen.add(form(mention, mention.from, to)));
      }
    }
  }

  /** The place that is carried, offsets into the body of the name's report. */
  Optional<Span> of(NameMention mention) {
    if (mention.kind != Mention.Form.NAME) {
      return Optional.empty();
    }
    return switch (mention.type) {
      case ORGANIZATION -> ofBody(mention);
      case PLACE -> ofPlace(mention);
      case PERSON, OTHER -> Optional.empty();
    };
  }

  private Optional<Span> ofBody(NameMention mention) {
    String all = form(mention, mention.from, mention.to);
    if (isKnown(all) || seen.contains(all) || isRegion(mention, mention.to)) {
      return Optional.of(mention.span());
    }
    if (!mention.senses.isEmpty()) { // the gazetteer's bodies are named as they are
      return Optional.empty();
    }
    return leading(mention, to -> isKnown(form(mention, mention.from, to)))
        .or(() -> beforeLocalBody(mention))
        .or(() -> leading(mention, to -> seen.contains(form(mention, mention.from, to))))
        .or(() -> leading(mention, to -> isRegion(mention, to)))
        .map(to -> span(mention, mention.from, to))
        .or(() -> behindOf(mention));
  }

  /** "Harrow Town Hall", "Harrow County Jail"; not "Harrow Road". */
  private Optional<Span> ofPlace(NameMention mention) {
    String last = mention.parts().getLast().toLowerCase(Locale.ROOT);
    boolean built =
        mention.senses.isEmpty()
            && lists.placeWords().contains(last)
            && !lists.regionWords().contains(last)
            && !lists.roadWords().contains(last);
    if (!built) {
      return Optional.empty();
    }
    return leading(
            mention,
            to -> {
              String form = form(mention, mention.from, to);
              return isKnown(form) || seen.contains(form) || isRegion(mention, to);
            })
        .map(to -> span(mention, mention.from, to));
  }

  /** The end of the longest leading words that fit, shorter than the name. */
  private static Optional<Integer> leading(NameMention mention, IntPredicate fits) {
    for (int to = mention.to - 1; to > mention.from; to--) {
      if (mention.words.get(to).follows() && fits.test(to)) {
        return Optional.of(to);
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> beforeLocalBody(NameMention mention) {
    NameWord first = mention.words.get(mention.from);
    if (!first.isCapital() || isNoName(first)) {
      return Optional.empty();
    }
    for (int to = mention.from + 1; to < mention.to; to++) {
      int body = NameWords.longest(lists.localBodies(), mention.words, to);
      if (body > 0 && to + body == mention.to && mention.words.get(to).isCapital()) {
        return Optional.of(to);
      }
    }
    return Optional.empty();
  }

  private boolean isNoName(NameWord word) {
    return lists.capitalisedWords().contains(word.lower())
        || lists.titles().containsKey(word.lower())
        || lists.directions().contains(word.lower());
  }

  /** Whether the name up to {@code to} is of two words or more and ends in "County". */
  private boolean isRegion(NameMention mention, int to) {
    return to - mention.from > 1
        && lists.regionWords().contains(mention.words.get(to - 1).lower())
        && mention.words.get(mention.from).isCapital()
        && !isNoName(mention.words.get(mention.from));
  }

  /** "University of Harrow", "Bank of Ireland". */
  private Optional<Span> behindOf(NameMention mention) {
    for (int of = mention.from + 1; of + 1 < mention.to; of++) {
      String behind = form(mention, of + 1, mention.to);
      if (mention.words.get(of).lower().equals("of")
          && (isKnown(behind) || seen.contains(behind))) {
        return Optional.of(span(mention, of + 1, mention.to));
      }
    }
    return Optional.empty();
  }

  private boolean isKnown(String form) {
    return gazetteer.senses(form).stream()
        .limit(1)
        .anyMatch(sense -> !sense.demonym() && sense.entry().type() == EntityType.PLACE);
  }

  private String form(NameMention mention, int from, int to) {
    return span(mention, from, to)
        .in(texts.get(mention.text).body())
        .replaceAll("\\s+", " ")
        .replace('’', '\'');
  }

  private static Span span(NameMention mention, int from, int to) {
    return new Span(mention.words.get(from).start(), mention.words.get(to - 1).end());
  }
}
