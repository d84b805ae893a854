package org.twosource.brief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Entity;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.annotate.OtherMatter;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.Distortions;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.OriginOrder;
import org.twosource.report.Span;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Part;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/** Reads the sentences of a story that could stand in its brief, and what speaks against each. */
final class ExtractReader {
  private static final int MIN_TOKENS = 6;
  private static final int MAX_TOKENS = 60;

  /** A single mark that ends a quotation: behind a letter or a stop, before none. */
  private static final Pattern SINGLE_CLOSE =
      Pattern.compile("(?<=[\\p{L}\\p{N}.,!?])['’](?![\\p{L}\\p{N}])");

  /** One that surely does: behind a comma or a stop. */
  private static final Pattern SINGLE_END = Pattern.compile("[,.!?]['’](?:\\s|$)");

  private static final Pattern SINGLE_OPEN = Pattern.compile("(?:^|[\\s(])['‘]\\p{L}");

  /** A player and the number on the shirt: "Marel (9)". */
  private static final Pattern SHIRT_NUMBER =
      Pattern.compile("\\p{Lu}[\\p{L}'’.-]+ \\(\\d{1,2}\\)");

  /** "BEIJING--", "(CNN) ", "NEW YORK (AP) — ", "MOSCOW: " before a sentence. */
  private static final Pattern DATELINE =
      Pattern.compile(
          "^(?:[A-Z][A-Z .,'’-]{2,40}(?:,\\s?[A-Z][\\p{L}. ]{2,24})?\\s?(?:\\([^)]{2,24}\\))?\\s?(?:--|[—–―:]| - )\\s*|\\([A-Z]{2,12}\\)\\s*(?:[-—–―]\\s*)?)");

  /** Changes of medium weight that count as much as one grave one. */
  private static final int MANY_CHANGES = 3;

  private final Language language;
  private final ContentWords contentWords;
  private final Set<String> pronouns;
  private final Set<String> connectives;
  private final Set<String> ties;
  private final Set<String> noAnswers;

  ExtractReader(Language language, ContentWords contentWords) {
    this.language = language;
    this.contentWords = contentWords;
    this.pronouns = language.words("brief-pronouns");
    this.connectives = language.words("brief-connectives");
    this.ties = language.words("brief-ties");
    this.noAnswers = language.words("no-answer-endings");
  }

  List<Extract> read(
      Annotations annotations,
      Lineage lineage,
      Distortions distortions,
      SupersededStatements superseded) {
    Map<String, String> families = new LinkedHashMap<>();
    for (Family family : lineage.families()) {
      family.reports().forEach(report -> families.put(report, family.id()));
    }
    Map<String, List<Span>> distorted = distorted(distortions);
    Set<String> unfaithful = unfaithful(distortions, lineage);
    OriginOrder nearness =
        new OriginOrder(annotations.reports().stream().map(Annotated::id).toList(), lineage);
    Salience salience = new Salience(language, annotations.reports(), families);
    OldNews oldNews = new OldNews(language, annotations.reports());
    OtherMatter otherMatter = OtherMatter.of(annotations.reports());
    Map<String, Entity> entities = new HashMap<>();
    annotations.entities().forEach(entity -> entities.put(entity.id(), entity));
    List<Extract> extracts = new ArrayList<>();
    for (int report = 0; report < annotations.reports().size(); report++) {
      Annotated annotated = annotations.reports().get(report);
      int bodySentences = 0;
      for (Sentence sentence : annotated.sentences()) {
        if (!sentence.part().isSaid()) {
          continue;
        }
        int fromHead = bodySentences;
        bodySentences += sentence.part().isProse() ? 1 : 0;
        Set<String> words = new TreeSet<>(contentWords.of(sentence));
        String text = text(annotated, sentence);
        if (words.isEmpty() || text.isBlank()) {
          continue;
        }
        List<Span> wrong = distorted.getOrDefault(annotated.id(), List.of());
        extracts.add(
            new Extract(
                annotated,
                report,
                families.getOrDefault(annotated.id(), annotated.id()),
                sentence,
                text,
                words,
                salience.of(annotated, sentence, fromHead),
                nearness.steps(annotated.id()),
                fromHead,
                people(annotated, sentence, entities, true),
                people(annotated, sentence, entities, false),
                unfaithful.contains(annotated.id())
                    ? Optional.of(Extract.DISTORTED)
                    : superseded.holds(annotated.report().cite(sentence.span()))
                            || oldNews.is(annotated, sentence)
                        ? Optional.of(Extract.OVERTAKEN)
                        : otherMatter.is(annotated, sentence)
                            ? Optional.of(Extract.OF_OTHER_MATTER)
                            : flaw(annotated, sentence, text, wrong)));
      }
    }
    return extracts;
  }

  /**
   * Copies that are charged with a grave change, or with several, where their family has others: a
   * reader is better served by a copy that changed less, also where no change was seen.
   */
  private static Set<String> unfaithful(Distortions distortions, Lineage lineage) {
    Map<String, Integer> weights = new HashMap<>();
    for (Distortion distortion : distortions.distortions()) {
      int weight =
          switch (distortion.severity()) {
            case HIGH -> MANY_CHANGES;
            case MEDIUM -> 1;
            case LOW -> 0;
          };
      distortion.introducedBy().ifPresent(by -> weights.merge(by, weight, Integer::sum));
    }
    Set<String> unfaithful = new HashSet<>();
    for (Family family : lineage.families()) {
      List<String> changed =
          family.reports().stream()
              .filter(report -> weights.getOrDefault(report, 0) >= MANY_CHANGES)
              .toList();
      if (changed.size() < family.reports().size()) {
        unfaithful.addAll(changed);
      }
    }
    return unfaithful;
  }

  private static Map<String, List<Span>> distorted(Distortions distortions) {
    Map<String, List<Span>> spans = new HashMap<>();
    for (Distortion distortion : distortions.distortions()) {
      if (distortion.severity() != Distortion.Severity.LOW) {
        spans
            .computeIfAbsent(distortion.to().report(), report -> new ArrayList<>())
            .add(distortion.to().span());
      }
    }
    return spans;
  }

  /** The people a sentence names in full, or by a part of their name only. */
  private static Set<String> people(
      Annotated annotated, Sentence sentence, Map<String, Entity> entities, boolean full) {
    Set<String> people = new TreeSet<>();
    Set<String> inFull = new TreeSet<>();
    for (Mention mention : annotated.mentionsIn(sentence.span())) {
      Entity entity = entities.get(mention.entity());
      if (entity == null
          || entity.type() != EntityType.PERSON
          || mention.form() != Mention.Form.NAME) {
        continue;
      }
      boolean part =
          entity.name().contains(" ") && !mention.span().in(annotated.body()).contains(" ");
      (part ? people : inFull).add(entity.id());
    }
    people.removeAll(inFull);
    return full ? inFull : people;
  }

  /** The sentence without dateline and opening connective. */
  private String text(Annotated annotated, Sentence sentence) {
    String text = sentence.span().in(annotated.body()).strip().replaceAll("\\s+", " ");
    text = DATELINE.matcher(text).replaceFirst("");
    String lower = text.toLowerCase(Locale.ROOT);
    for (String connective : connectives) {
      if (lower.startsWith(connective + ", ") && text.length() > connective.length() + 3) {
        String rest = text.substring(connective.length() + 2);
        return Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
      }
    }
    return text;
  }

  private Optional<String> flaw(
      Annotated annotated, Sentence sentence, String text, List<Span> wrong) {
    if (wrong.stream().anyMatch(span -> span.overlaps(sentence.span()))) {
      return Optional.of(Extract.DISTORTED);
    }
    if (sentence.broken()) {
      return Optional.of("broken");
    }
    if (sentence.part() == Part.Kind.CAPTION) {
      return Optional.of("caption");
    }
    long words = sentence.tokens().stream().filter(Token::isWord).count();
    if (words < MIN_TOKENS || words > MAX_TOKENS) {
      return Optional.of("length");
    }
    if (!text.matches("(?s).*[.!”\"’']$") || text.endsWith("?")) {
      return Optional.of("not a statement");
    }
    if (annotated.text().quotes().areCutBy(sentence.span()) || hasLoneMark(text)) {
      return Optional.of("part of a quotation");
    }
    if (describesPicture(text)) {
      return Optional.of("caption");
    }
    if (isNoAnswer(text)) {
      return Optional.of("says that somebody said nothing");
    }
    if (isTied(text)) {
      return Optional.of("hangs on the sentence before");
    }
    if (annotated.syntax(sentence.index()).filter(ExtractReader::isFragment).isPresent()) {
      return Optional.of("no sentence");
    }
    if (isBareQuotation(annotated, sentence)) {
      return Optional.of("a quotation without its speaker");
    }
    if (dangles(annotated, sentence) || hasNamelessSpeaker(annotated, sentence)) {
      return Optional.of("a pronoun without its name");
    }
    return Optional.empty();
  }

  /** Two people with the numbers on their shirts, as captions of sports pictures name them. */
  private static boolean describesPicture(String text) {
    return SHIRT_NUMBER.matcher(text).results().limit(2).count() == 2;
  }

  /** No verb at all, or one at the head that nobody does: a label, the rest of a post, an order. */
  private static boolean isFragment(Grammar syntax) {
    List<String> pos = syntax.pos();
    int first = 0;
    while (first < pos.size() && pos.get(first).equals("PUNCT")) {
      first++;
    }
    boolean verbless = pos.stream().noneMatch(tag -> tag.equals("VERB") || tag.equals("AUX"));
    boolean verbFirst = first < pos.size() && pos.get(first).matches("VERB|AUX");
    return verbless || verbFirst && !hasSubject(syntax);
  }

  private static boolean hasSubject(Grammar syntax) {
    return syntax.dependent(syntax.root(), "(?:nsubj|csubj|expl).*").isPresent();
  }

  private boolean isNoAnswer(String text) {
    String words = text.toLowerCase(Locale.ROOT).replaceFirst("[^\\p{L}]+$", "");
    return noAnswers.stream().anyMatch(words::endsWith);
  }

  private boolean isTied(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return ties.stream()
        .anyMatch(
            tie ->
                lower.startsWith(tie)
                    && lower.length() > tie.length()
                    && !Character.isLetterOrDigit(lower.charAt(tie.length())));
  }

  /** A single mark without its other one: as far as a text goes, it may be an apostrophe. */
  private static boolean hasLoneMark(String text) {
    boolean opens = text.startsWith("'") || text.startsWith("‘");
    return opens && !SINGLE_CLOSE.matcher(text).find(1)
        || SINGLE_END.matcher(text).find() && !SINGLE_OPEN.matcher(text).find();
  }

  private static boolean isBareQuotation(Annotated annotated, Sentence sentence) {
    if (annotated.text().quotes().outer().stream()
        .anyMatch(quote -> quote.whole().equals(sentence.span()))) {
      return true;
    }
    return annotated.attributions().stream()
        .anyMatch(
            said ->
                said.content().stream().anyMatch(span -> span.contains(sentence.span()))
                    && said.source().filter(sentence.span()::overlaps).isEmpty());
  }

  /** A pronoun before any name or noun it could stand for in the same sentence. */
  private boolean dangles(Annotated annotated, Sentence sentence) {
    Optional<Grammar> syntax = annotated.syntax(sentence.index());
    List<Mention> mentions = annotated.mentionsIn(sentence.span());
    List<Quote> quotes =
        annotated.text().quotes().outer().stream()
            .filter(quote -> !quote.inside().contains(sentence.span()))
            .toList();
    boolean named = false;
    for (int i = 0; i < sentence.tokens().size(); i++) {
      Token token = sentence.tokens().get(i);
      if (!token.isWord()
          || quotes.stream().anyMatch(quote -> quote.inside().contains(token.span()))) {
        continue;
      }
      if (!named && isPronoun(token)) {
        return true;
      }
      named |=
          mentions.stream()
                  .anyMatch(
                      mention ->
                          mention.form() != Mention.Form.PRONOUN
                              && mention.span().contains(token.span()))
              || syntax.isPresent() && isNoun(syntax.get().pos(i));
    }
    return false;
  }

  /** In the list, and not a name in capitals ("US"). */
  private boolean isPronoun(Token token) {
    boolean capitals =
        token.text().length() > 1 && token.text().equals(token.text().toUpperCase(Locale.ROOT));
    return !capitals && pronouns.contains(token.normal());
  }

  private static boolean isNoun(String pos) {
    return pos.equals("NOUN") || pos.equals("PROPN");
  }

  /** "..., he said": a speaker that only an earlier sentence names. */
  private boolean hasNamelessSpeaker(Annotated annotated, Sentence sentence) {
    List<Mention> mentions = annotated.mentionsIn(sentence.span());
    for (Attribution said : annotated.attributionsOver(sentence.span())) {
      Optional<Span> source = said.source().filter(sentence.span()::contains);
      boolean pronoun =
          source.isPresent()
              && pronouns.contains(source.get().in(annotated.body()).toLowerCase(Locale.ROOT));
      boolean named =
          pronoun
              && mentions.stream()
                  .anyMatch(
                      mention ->
                          mention.form() == Mention.Form.NAME
                              && mention.span().end() <= source.get().start()
                              && said.quoted().stream().noneMatch(mention.span()::overlaps)
                              && (said.entity().isEmpty()
                                  || said.entity().get().equals(mention.entity())));
      if (pronoun && !named) {
        return true;
      }
    }
    return false;
  }
}
