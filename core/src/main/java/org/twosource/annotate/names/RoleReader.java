package org.twosource.annotate.names;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.EntityType;
import org.twosource.report.Span;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * Reads what a person is from the words around the name: a title before it ("US Secretary of
 * State"), with a comma ("Biden's national security adviser, Jake Sullivan"), or an apposition
 * after it ("Daniel Kritenbrink, the top US diplomat for East Asia").
 */
final class RoleReader {
  private static final int MAX_WORDS = 12;
  private static final int MAX_PARTY = 60;

  /** What stands behind the name of a member of parliament: party and where elected. */
  private static final Pattern PARTY_LETTER =
      Pattern.compile(
          "\\s*[,(\\[]\\s*\\(?(\\p{Lu}{1,3})-\\s?(\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*)?)\\s*[,)\\]]");

  private static final Pattern PARTY_WORD =
      Pattern.compile(
          ",\\s+(?:an? )?(\\p{L}+) (?:of|from) (\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*)?)\\s*[,.]");

  private final List<Text> texts;
  private final NameWords lists;
  private final Gazetteer gazetteer;
  private final Function<Sentence, List<NameMention>> in;

  RoleReader(
      List<Text> texts,
      NameWords lists,
      Gazetteer gazetteer,
      Function<Sentence, List<NameMention>> in) {
    this.texts = texts;
    this.gazetteer = gazetteer;
    this.in = in;
    this.lists = lists;
  }

  void read(NameMention mention) {
    if (mention.type != EntityType.PERSON || mention.referent.isEmpty()) {
      return;
    }
    readBefore(mention);
    readAfter(mention);
    readParty(mention);
  }

  /** "Ann Moss (R-Ariz.)", "Ann Moss, D-Ohio,", "Ann Moss, Republican of Maine,". */
  private void readParty(NameMention mention) {
    String body = texts.get(mention.text).body();
    String behind =
        body.substring(
            mention.span().end(), Math.min(body.length(), mention.span().end() + MAX_PARTY));
    Matcher letter = PARTY_LETTER.matcher(behind);
    Matcher word = PARTY_WORD.matcher(behind);
    if (letter.lookingAt()) {
      Optional.ofNullable(lists.partyMembers().get(letter.group(1).toLowerCase(Locale.ROOT)))
          .ifPresent(member -> hasParty(mention, letter.group(2), member));
    } else if (word.lookingAt()
        && lists.partyMembers().containsValue(word.group(1).toLowerCase(Locale.ROOT))) {
      hasParty(mention, word.group(2), word.group(1).toLowerCase(Locale.ROOT));
    }
  }

  /** Keeps "Arizona republican", the state by its name; the party alone where it is unknown. */
  private void hasParty(NameMention mention, String place, String member) {
    String state =
        gazetteer.senses(place.strip()).stream()
            .filter(sense -> !sense.demonym())
            .map(sense -> sense.entry().name() + " ")
            .findFirst()
            .orElse("");
    mention.referent.orElseThrow().hasRole(state + member);
  }

  private void readBefore(NameMention mention) {
    List<NameWord> words = mention.words;
    int end = mention.from;
    if (end == 0 || !words.get(end).follows() && !isCommaBefore(mention)) {
      return;
    }
    int headEnd = headEnd(mention);
    int start = headStart(words, headEnd);
    if (start == headEnd) {
      return;
    }
    boolean comma = !words.get(end).follows();
    readBeforeTitle(mention, start);
    while (start > 0
        && end - start < MAX_WORDS
        && words.get(start).follows()
        && belongs(mention, words, start)) {
      start--;
    }
    boolean possessive = start > 0 && words.get(start - 1).isPossessive();
    boolean article =
        start > 0
            && switch (words.get(start - 1).lower()) {
              case "the", "a", "an" -> true;
              default -> false;
            };
    if (comma && !possessive && !article) {
      return;
    }
    if (possessive && start > 1) {
      int owner = start - 2;
      while (owner > 0
          && words.get(owner).follows()
          && words.get(owner - 1).isCapital()
          && !lists.capitalisedWords().contains(words.get(owner - 1).lower())) {
        owner--;
      }
      start = owner;
    }
    add(mention, words.get(start).start(), words.get(end - 1).end());
  }

  /** "The committee chairman, Rep. Bo Finch": what stands before a title and a comma. */
  private void readBeforeTitle(NameMention mention, int title) {
    List<NameWord> words = mention.words;
    if (title < 2 || title >= mention.from || !isComma(mention, title)) {
      return;
    }
    int start = headStart(words, title);
    if (start == title) {
      return;
    }
    while (start > 0
        && title - start < MAX_WORDS
        && words.get(start).follows()
        && (belongs(mention, words, start)
            || lists.organizationWords().contains(words.get(start - 1).lower()))) {
      start--;
    }
    if (start > 0 && words.get(start - 1).lower().equals("the")) {
      add(mention, words.get(start).start(), words.get(title - 1).end());
    }
  }

  /** Where the title ends: at the name, or before "to Norway" in "ambassador to Norway, ...". */
  private int headEnd(NameMention mention) {
    int end = mention.from;
    int field = end;
    while (field > 0 && lists.roleModifiers().contains(mention.words.get(field - 1).lower())) {
      field--;
    }
    boolean ofField = field < end && field > 1 && mention.words.get(field - 1).lower().equals("of");
    if (ofField && headStart(mention.words, field - 1) < field - 1) { // Minister of Health
      return field - 1;
    }
    for (NameMention other : in.apply(mention.sentence)) {
      if (other.to == end && other.type != EntityType.PERSON) {
        int before = other.from - 1;
        if (before > 0 && mention.words.get(before).lower().equals("the")) {
          before--;
        }
        boolean joins =
            before > 0
                && switch (mention.words.get(before).lower()) {
                  case "to", "of", "for", "at" -> true;
                  default -> false;
                };
        if (joins && headStart(mention.words, before) < before) {
          return before;
        }
      }
    }
    return end;
  }

  private boolean isCommaBefore(NameMention mention) {
    return isComma(mention, mention.from);
  }

  private boolean isComma(NameMention mention, int before) {
    String between =
        texts
            .get(mention.text)
            .body()
            .substring(mention.words.get(before - 1).end(), mention.words.get(before).start());
    return between.equals(", ");
  }

  /** Where the title begins that ends at {@code end}; {@code end} where there is none. */
  private int headStart(List<NameWord> words, int end) {
    for (int length = Math.min(4, end); length > 0; length--) {
      int start = end - length;
      boolean title = lists.title(words, start) == length;
      boolean role = NameWords.longest(lists.roleWords(), words, start) == length;
      String word = words.get(start).lower();
      boolean honorific = length == 1 && lists.honorifics().contains(word);
      if ((title || role) && !honorific) {
        return start;
      }
    }
    return end;
  }

  private boolean belongs(NameMention name, List<NameWord> words, int start) {
    NameWord word = words.get(start - 1);
    if (word.isPossessive()) {
      return false;
    }
    boolean modifier =
        lists.roleModifiers().contains(word.lower()) || lists.roleWords().contains(word.lower());
    return modifier || isNamed(name, word);
  }

  /** Whether the word is part of the name of a body, place or nation. */
  private boolean isNamed(NameMention name, NameWord word) {
    return in.apply(name.sentence).stream()
        .anyMatch(
            mention -> mention.type != EntityType.PERSON && mention.span().contains(word.span()));
  }

  private void readAfter(NameMention mention) {
    List<NameWord> words = mention.words;
    int start = mention.to;
    if (start >= words.size()) {
      return;
    }
    String body = texts.get(mention.text).body();
    if (!body.substring(words.get(start - 1).end(), words.get(start).start()).equals(", ")) {
      return;
    }
    if (words.get(start).isNumber() && start + 1 < words.size()) { // "Jane Roe, 45, a teacher"
      start++;
    }
    int first = start;
    String article = words.get(first).lower();
    if (article.equals("the") || article.equals("a") || article.equals("an")) {
      first++;
    } else if (first + 1 >= words.size()
        || !words.get(first).isCapital()
            && !isRole(words.get(first))
            && !lists.roleModifiers().contains(words.get(first).lower())) {
      return;
    }
    int end = first;
    boolean role = false;
    while (end < words.size() && end - first < MAX_WORDS) {
      NameWord word = words.get(end);
      if (end > first && !word.follows() && word.join() != NameWord.Join.NOTHING || stops(word)) {
        break;
      }
      role |= isRole(word) && end - first < 8;
      end++;
    }
    if (role && end > first && !namesSomebody(mention, words.get(first), words.get(end - 1))) {
      add(mention, words.get(first).start(), words.get(end - 1).end());
    }
  }

  /** Whether another person stands in the words: then they are his role, in a list of people. */
  private boolean namesSomebody(NameMention name, NameWord first, NameWord last) {
    var span = new Span(first.start(), last.end());
    return in.apply(name.sentence).stream()
        .anyMatch(
            mention ->
                mention.type == EntityType.PERSON
                    && span.contains(mention.span())
                    && !mention.after(1).equals("'s"));
  }

  private boolean isRole(NameWord word) {
    return lists.roleWords().contains(word.lower());
  }

  private boolean stops(NameWord word) {
    return switch (word.lower()) {
      case "who",
          "whom",
          "whose",
          "which",
          "that",
          "was",
          "is",
          "has",
          "had",
          "will",
          "would",
          "were",
          "are",
          "said",
          "says",
          "told",
          "when",
          "where",
          "while",
          "after",
          "before",
          "as",
          "but",
          "could",
          "may" ->
          true;
      default ->
          NameWords.isFormOf(lists.speechVerbs(), word.lower()) && word.lower().endsWith("ed");
    };
  }

  private void add(NameMention mention, int start, int end) {
    if (start < end) {
      String role = new Span(start, end).in(texts.get(mention.text).body());
      mention.referent.orElseThrow().hasRole(role.replaceAll("\\s+", " ").replace('’', '\''));
    }
  }
}
