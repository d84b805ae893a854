package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Grammar;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Speaker;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Whom a pronoun that names a source means: the candidates of the discourse, ranked. Candidates are
 * the persons named in the paragraphs before, and who spoke last, even where no entity is known for
 * them. A name inside a quotation is none: it is what is spoken about.
 *
 * <p>A candidate's score is the best of its mentions (near, subject of its sentence, no owner:
 * "Beck's speech"), and more for who has been speaking and who is named often. For one text, in
 * text order, one thread.
 */
final class SpeakerRanking {
  private static final int MAX_PARAGRAPHS = 2;
  private static final double PARAGRAPH = -.7;
  private static final double SENTENCE = -.25;
  private static final int MAX_SENTENCES = 4;
  private static final double SUBJECT = 1.2;
  private static final double OWNER = -.8;
  private static final double READ_BY_NAMES = .8;
  private static final double SPOKE_IN_PARAGRAPH = 2.5;
  private static final double SPOKE_BEFORE = 1.2;
  private static final double NAMED_OFTEN = .3;
  private static final double MODIFIER = -.8;
  private static final double SPOKEN_OF = -.8;

  /** For who spoke in the paragraph before, where somebody else acts in this one. */
  private static final double SPOKE_BEFORE_ANOTHER = .3;

  /** Scores nearer than this leave two candidates. */
  private static final double OPEN = .1;

  /** Words from which on a description tells who it means. */
  private static final int TELLING_WORDS = 3;

  /** What stands behind the head of the words that name a source. */
  private static final Pattern HEAD =
      Pattern.compile("(?s)(?:[,(;:—–]|\\s(?:of|in|at|from|for|who|on|with|and)\\b).*");

  /** A noun right behind a name. */
  private static final Pattern MODIFIED = Pattern.compile(" \\p{Ll}{3}");

  private final Annotated text;
  private final SpeechWords words;
  private final List<Quote> quoted;
  private final Map<String, Integer> named = new HashMap<>();
  private final Map<String, Integer> gender = new HashMap<>();

  /** What was said so far. */
  private final List<Span> contents = new ArrayList<>();

  private final Set<String> persons = new HashSet<>();

  /** Who spoke last; a speech without an entity counts as a speaker nobody knows. */
  private Optional<SpeakerTurn> last = Optional.empty();

  SpeakerRanking(Annotated text, SpeechWords words, List<Quote> quoted) {
    this.text = text;
    this.words = words;
    this.quoted = quoted;
    for (Mention mention : text.mentions()) {
      if (mention.type() == EntityType.PERSON) {
        persons.add(mention.entity());
      }
      if (mention.isName()) {
        named.merge(mention.entity(), 1, Integer::sum);
      } else if (mention.form() == Mention.Form.PRONOUN) {
        String kind = words.gender(mention.span().in(text.body()));
        int vote = kind.equals("m") ? 1 : kind.equals("f") ? -1 : 0;
        gender.merge(mention.entity(), vote, Integer::sum);
      }
    }
  }

  /**
   * Somebody's turn to speak, in a paragraph.
   *
   * @param source the words that name who speaks
   */
  private record SpeakerTurn(Optional<String> entity, int paragraph, Span source) {}

  /** Remembers who spoke; of a pronoun that nobody resolved the one before speaks on. */
  void spoke(Optional<String> entity, Span source, List<Span> content) {
    boolean pronoun = !words.gender(source.in(text.body())).isEmpty();
    if (entity.isPresent() || !pronoun) {
      last = Optional.of(new SpeakerTurn(entity, paragraph(source.start()), source));
    }
    contents.addAll(content);
  }

  /**
   * Whom a singular pronoun as a source stands for: an entity, two candidates of about equal right,
   * or nobody, also where the best is a speaker of whom no entity is known.
   */
  Speaker of(Span pronoun) {
    Map<Optional<String>, Double> scores = scores(pronoun);
    List<Map.Entry<Optional<String>, Double>> ranked =
        scores.entrySet().stream()
            .sorted(Map.Entry.<Optional<String>, Double>comparingByValue().reversed())
            .toList();
    if (ranked.isEmpty()) {
      return Speaker.of(Optional.of(pronoun), Optional.empty());
    }
    Optional<String> best = ranked.getFirst().getKey();
    if (best.isEmpty()) {
      Span source = last.orElseThrow().source();
      return says(source)
          ? Speaker.standingFor(pronoun, source)
          : Speaker.of(Optional.of(pronoun), Optional.empty());
    }
    boolean open =
        ranked.size() > 1
            && ranked.get(1).getKey().isPresent()
            && ranked.getFirst().getValue() - ranked.get(1).getValue() < OPEN;
    return open
        ? Speaker.open(pronoun, best.get(), ranked.get(1).getKey().get())
        : Speaker.of(Optional.of(pronoun), best);
  }

  /** Whether words tell by themselves who is meant: "a spokesman in Kelm", not "the spokesman". */
  private boolean says(Span source) {
    return source.in(text.body()).strip().split("\\s+").length >= TELLING_WORDS;
  }

  private Map<Optional<String>, Double> scores(Span pronoun) {
    Map<Optional<String>, Double> scores = new LinkedHashMap<>();
    int home = paragraph(pronoun.start());
    String kind = words.gender(pronoun.in(text.body()));
    for (Mention mention : text.mentions()) {
      if (isCandidate(mention, pronoun, home) && canBe(mention.entity(), kind)) {
        scores.merge(Optional.of(mention.entity()), score(mention, pronoun, home), Math::max);
      }
    }
    boolean acts = somebodyActs(pronoun, home);
    last.filter(turn -> home - turn.paragraph() <= 1)
        .filter(
            turn ->
                turn.entity()
                    .map(who -> persons.contains(who) && canBe(who, kind))
                    .orElse(isOne(turn) && speaksAlone(turn, pronoun)))
        .ifPresent(
            turn -> {
              double before = acts ? SPOKE_BEFORE_ANOTHER : SPOKE_BEFORE;
              double spoke = turn.paragraph() == home ? SPOKE_IN_PARAGRAPH : before;
              double alone = SUBJECT + PARAGRAPH * (home - turn.paragraph());
              scores.merge(turn.entity(), alone + spoke, (known, other) -> known + spoke);
            });
    readByNames(pronoun)
        .ifPresent(
            who ->
                scores.computeIfPresent(Optional.of(who), (key, score) -> score + READ_BY_NAMES));
    scores.replaceAll(
        (who, score) ->
            score + NAMED_OFTEN * Math.log(1 + who.map(entity -> named(entity)).orElse(0)));
    return scores;
  }

  /** Whether nobody is named between a speaker that is no known entity and the pronoun. */
  private boolean speaksAlone(SpeakerTurn turn, Span pronoun) {
    return text.mentions().stream()
        .filter(mention -> mention.span().start() >= turn.source().end())
        .noneMatch(mention -> isCandidate(mention, pronoun, turn.paragraph() + 1));
  }

  /** Whether a person acts in the paragraph of a pronoun, before it: then the talk is of him. */
  private boolean somebodyActs(Span pronoun, int home) {
    return text.mentions().stream()
        .filter(mention -> isCandidate(mention, pronoun, home))
        .filter(mention -> paragraph(mention.span().start()) == home)
        .anyMatch(mention -> !isSaid(mention) && isSubject(mention.span()));
  }

  /** Whether the words that name a speaker may be one person: no "officials", no "documents". */
  private boolean isOne(SpeakerTurn turn) {
    String source = turn.source().in(text.body()).strip();
    String head = HEAD.matcher(source).replaceFirst("");
    boolean plural = head.endsWith("s") && !head.endsWith("ss");
    boolean body =
        text.mentionsIn(turn.source()).stream()
            .anyMatch(
                mention ->
                    mention.type() == EntityType.ORGANIZATION
                        && head.endsWith(mention.span().in(text.body())));
    return !plural && !body && !words.isPlural(source);
  }

  /** Whether somebody speaks of them: the topic of what is said is not who says the next. */
  private boolean isSaid(Mention mention) {
    return contents.stream().anyMatch(content -> content.contains(mention.span()));
  }

  private int named(String entity) {
    return named.getOrDefault(entity, 0);
  }

  private boolean canBe(String entity, String kind) {
    int votes = gender.getOrDefault(entity, 0);
    return kind.equals("m") ? votes >= 0 : votes <= 0;
  }

  private boolean isCandidate(Mention mention, Span pronoun, int home) {
    return mention.type() == EntityType.PERSON
        && mention.form() != Mention.Form.PRONOUN
        && mention.span().end() <= pronoun.start()
        && home - paragraph(mention.span().start()) <= MAX_PARAGRAPHS
        && quoted.stream().noneMatch(one -> one.whole().overlaps(mention.span()));
  }

  private double score(Mention mention, Span pronoun, int home) {
    int sentences = sentence(pronoun.start()) - sentence(mention.span().start());
    double score =
        PARAGRAPH * (home - paragraph(mention.span().start()))
            + SENTENCE * Math.min(MAX_SENTENCES, sentences);
    score += isSubject(mention.span()) ? SUBJECT : 0;
    score += isSaid(mention) ? SPOKEN_OF : 0;
    score += isModifier(mention.span()) ? MODIFIER : 0;
    return score + (isOwner(mention.span()) ? OWNER : 0);
  }

  /** "The Ek family", "an Ek ally": what is named is not the person. */
  private boolean isModifier(Span name) {
    String behind =
        text.body().substring(name.end(), Math.min(text.body().length(), name.end() + 30));
    return MODIFIED.matcher(behind).lookingAt() && hasRelation(name, "compound");
  }

  private boolean isOwner(Span name) {
    String body = text.body();
    int end = name.end();
    return end + 1 < body.length()
        && "'’".indexOf(body.charAt(end)) >= 0
        && body.charAt(end + 1) == 's';
  }

  /** Whether the name is the subject of a verb; without a parser whether it opens its sentence. */
  private boolean isSubject(Span name) {
    Optional<Sentence> sentence = text.text().sentenceAt(name.start());
    if (sentence.isEmpty()) {
      return false;
    }
    Optional<Grammar> grammar = text.syntax(sentence.get().index());
    return grammar.isEmpty() || grammar.get().size() == 0
        ? name.start() == sentence.get().start()
        : hasRelation(name, "nsubj");
  }

  /** Whether a word of a name, outside of which its head stands, has a relation to it. */
  private boolean hasRelation(Span name, String relation) {
    Optional<Sentence> sentence = text.text().sentenceAt(name.start());
    Optional<Grammar> grammar = sentence.flatMap(home -> text.syntax(home.index()));
    if (grammar.isEmpty()) {
      return false;
    }
    List<Token> tokens = sentence.get().tokens();
    for (int i = 0; i < Math.min(tokens.size(), grammar.get().size()); i++) {
      int head = grammar.get().head(i);
      boolean outside = head < 0 || !name.contains(tokens.get(head).span());
      if (outside
          && name.contains(tokens.get(i).span())
          && grammar.get().relation(i).startsWith(relation)) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> readByNames(Span pronoun) {
    return text.mentions().stream()
        .filter(mention -> mention.span().equals(pronoun))
        .map(Mention::entity)
        .findFirst();
  }

  private int paragraph(int offset) {
    return text.text().sentenceAt(offset).map(Sentence::paragraph).orElse(0);
  }

  private int sentence(int offset) {
    return text.text().sentenceAt(offset).map(Sentence::index).orElse(0);
  }
}
