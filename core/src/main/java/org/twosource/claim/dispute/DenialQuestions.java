package org.twosource.claim.dispute;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Grammar;
import org.twosource.claim.Dispute;
import org.twosource.claim.Participants;
import org.twosource.claim.Question;
import org.twosource.claim.Wording;
import org.twosource.lexicon.Synonyms;
import org.twosource.lexicon.WordForm;
import org.twosource.lexicon.WordRarity;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * What one party denies and another says: "no hostage was exchanged for money, the minister said"
 * against "the hostages were exchanged for two million, sources said". The denied word is read from
 * the grammar: what "not" or "no" hangs on, what "denied" governs. The other side must state the
 * same word and most of what the denial names, without a negation of its own. Only between parties,
 * or a party and a report, its own or one of another family; never between a text and its copy.
 * Needs grammar; without it nothing is found.
 */
public final class DenialQuestions {
  private static final int MAX_SIDES = 3;

  /** Content words of a denial that says what it denies. */
  private static final int MIN_WORDS = 3;

  /** Share of a denial's other words that the other side's sentence must hold. */
  private static final double SAME_MATTER = 0.5;

  /** Rarity from which on a verb has few senses. */
  private static final float RARE_VERB = 5.4f;

  /** What is joined to a word by these is no part of what the word speaks of. */
  private static final String OTHER_CLAUSE = "advcl.*|acl.*|conj|parataxis|ccomp|appos";

  private static final WordRarity RARITY = WordRarity.standard();

  private final Language language;
  private final ContentWords contentWords;
  private final Synonyms synonyms;
  private final Set<String> statements;
  private final Set<String> intentions;
  private final Set<String> denyingVerbs;
  private final Set<String> negations;

  public DenialQuestions(Language language, ContentWords contentWords, Synonyms synonyms) {
    this.language = language;
    this.statements = language.words("rejected-statements");
    this.denyingVerbs = language.words("denying-verbs");
    this.negations = language.words("denial-negations");
    this.intentions = language.words("intention-verbs");
    this.contentWords = contentWords;
    this.synonyms = synonyms;
  }

  /**
   * @param predicates stems of what is denied: a verb and the noun it is denied of, or a noun alone
   * @param verb the denied verb's stem, where it is one
   * @param deed stem of what it is that is not wanted, needed or tried, where the verb governs one
   * @param matter stems of what else hangs on it
   * @param sides who is said not to do it, and to whom
   */
  private record Denial(
      Wording wording,
      Set<String> predicates,
      Optional<String> verb,
      Optional<String> deed,
      Set<String> matter,
      Participants sides) {}

  public List<Question> find(List<Wording> wordings) {
    Assertions assertions =
        new Assertions(wordings.stream().filter(DenialQuestions::isAssertion).toList());
    List<Question> found = new ArrayList<>();
    for (Wording wording : wordings) {
      if (wording.informant().isPresent()) {
        for (Denial denial : denials(wording)) {
          contested(denial, assertions).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** Whether a wording says that something is so, of whatever it speaks. */
  private static boolean isAssertion(Wording wording) {
    return wording.certainty() != Certainty.DENIED
        && wording.certainty() != Certainty.POSSIBLE
        && wording.certainty() != Certainty.PLANNED
        && !NegationDispute.holdsNegation(wording);
  }

  /**
   * The wordings that say that something is so, found by what they name. A story of copies has as
   * many wordings as words differ little, so a word is looked for among the different words once,
   * not in every wording for every denial.
   */
  private final class Assertions {
    private final List<Wording> all;
    private final Map<String, BitSet> byWord = new HashMap<>();
    private final Map<String, BitSet> holding = new HashMap<>();

    Assertions(List<Wording> all) {
      this.all = all;
      for (int at = 0; at < all.size(); at++) {
        for (String word : all.get(at).words()) {
          byWord.computeIfAbsent(word, any -> new BitSet()).set(at);
        }
      }
    }

    /** Those that hold each of these words or one that means the same, in their order. */
    Stream<Wording> holding(Set<String> words) {
      BitSet found = new BitSet();
      found.set(0, all.size());
      words.forEach(word -> found.and(holding.computeIfAbsent(word, this::read)));
      return found.stream().mapToObj(all::get);
    }

    private BitSet read(String word) {
      BitSet found = new BitSet();
      byWord.forEach(
          (other, places) -> {
            if (mean(other, word)) {
              found.or(places);
            }
          });
      return found;
    }
  }

  private Optional<Question> contested(Denial denial, Assertions assertions) {
    List<Wording> sides =
        assertions
            .holding(denial.predicates())
            .filter(other -> states(other, denial))
            .sorted(Comparator.comparingDouble(other -> -likeness(other, denial)))
            .limit(MAX_SIDES)
            .toList();
    if (sides.isEmpty()) {
      return Optional.empty();
    }
    List<Wording> all = new ArrayList<>(sides);
    all.add(denial.wording());
    all.sort(Comparator.comparingInt(Wording::at));
    Wording side = sides.getFirst();
    int a = all.indexOf(side);
    int b = all.indexOf(denial.wording());
    return Optional.of(
        new Question(
            all,
            List.of(
                DisputedPair.open(
                        Dispute.Kind.NEGATION,
                        ProposedSide.whole(side, NegationDispute.SO),
                        ProposedSide.whole(denial.wording(), NegationDispute.NOT_SO))
                    .between(a, b))));
  }

  /** Whether a wording that holds the denied words says so, from somebody else's mouth. */
  private boolean states(Wording other, Denial denial) {
    Wording wording = denial.wording();
    boolean told =
        other.informant().isPresent()
            ? wording.isOfAnotherParty(other)
            : other.report() == wording.report() || !other.family().equals(wording.family());
    if (!told
        || other.sentence() == wording.sentence()
        || other.looksBack() != wording.looksBack()
        || AmountQuestions.datesDiffer(wording, other)
        || denial.verb().isPresent() && !doesSo(other, denial)
        || isRestricted(other) != isRestricted(wording)
        || wording.isCopyOf(other)) {
      return false;
    }
    return denial.matter().isEmpty()
        ? tellOfOneThing(other, denial)
        : shared(other, denial) >= SAME_MATTER * denial.matter().size();
  }

  /** Content words of the denial that the other side's sentence holds. */
  private long shared(Wording other, Denial denial) {
    Set<String> said = sentence(other);
    return denial.matter().stream().filter(word -> holds(said, word)).count();
  }

  /**
   * Of "there was no leak" nothing but the noun is known. So the other side must have that very
   * noun, and the two sentences something else in common.
   */
  private static boolean tellOfOneThing(Wording other, Denial denial) {
    Set<String> here = sentence(denial.wording());
    here.retainAll(sentence(other));
    return here.containsAll(denial.predicates()) && here.size() > denial.predicates().size();
  }

  /** Content words of the clause and of the rest of its sentence. */
  private static Set<String> sentence(Wording wording) {
    Set<String> words = new LinkedHashSet<>(wording.words());
    words.addAll(wording.context());
    return words;
  }

  /** The same as a share of all that either says in its clause, 0 to 1. */
  private double likeness(Wording other, Denial denial) {
    double all = 1 + denial.matter().size() + other.words().size();
    return 2 * shared(other, denial) / all;
  }

  /** "Interested only in the letters" is no opposite of "not interested in the bills". */
  private static boolean isRestricted(Wording wording) {
    return wording.sentence().tokens().stream()
        .anyMatch(token -> token.normal().equals("only") && wording.span().contains(token.span()));
  }

  /**
   * Whether the denied verb is a verb there too, not "in exchange" for "exchanged", and tells of
   * the same two sides where both sentences name them.
   */
  private boolean doesSo(Wording other, Denial denial) {
    List<Token> tokens = other.sentence().tokens();
    Optional<Grammar> syntax = other.annotated().syntax(other.sentence().index());
    if (syntax.isEmpty()) {
      return false;
    }
    DeniedWords words = new DeniedWords(other.sentence(), syntax.get(), language);
    for (int at = 0; at < tokens.size(); at++) {
      if (syntax.get().pos(at).equals("VERB")
          && other.span().contains(tokens.get(at).span())
          && !words.isConditional(at)
          && !isWished(tokens, syntax.get(), at)
          && words.isTold(at)
          && isSameVerb(stem(tokens, at), denial.verb().orElseThrow())
          && isSameDeed(deed(tokens, syntax.get(), at), denial.deed())) {
        Participants sides = Participants.of(other, syntax.get(), at, contentWords);
        if (sides.fit(denial.sides(), this::mean)) {
          return true;
        }
      }
    }
    return false;
  }

  /** "Did not need to make up for it" is not denied by who "made the plays when he needed to". */
  private boolean isSameDeed(Optional<String> one, Optional<String> denied) {
    return denied.isEmpty() || one.filter(deed -> isSameVerb(deed, denied.get())).isPresent();
  }

  private Optional<String> deed(List<Token> tokens, Grammar syntax, int verb) {
    int deed = child(syntax, verb, "xcomp");
    return deed >= 0 && syntax.pos(deed).equals("VERB")
        ? Optional.of(stem(tokens, deed))
        : Optional.empty();
  }

  /** A frequent verb has too many senses for a synonym to say the same: "keep", "hold". */
  private boolean isSameVerb(String one, String denied) {
    return one.equals(denied)
        || RARITY.of(one) >= RARE_VERB
            && RARITY.of(denied) >= RARE_VERB
            && holds(Set.of(one), denied);
  }

  /** "Wants to see us help by putting": what somebody means to come about has not yet. */
  private boolean isWished(List<Token> tokens, Grammar syntax, int verb) {
    return syntax
        .up(verb)
        .takeWhile(word -> !syntax.relation(word).matches("conj|parataxis|acl.*"))
        .map(syntax::head)
        .anyMatch(over -> over >= 0 && intentions.contains(tokens.get(over).normal()));
  }

  private boolean holds(Set<String> words, String word) {
    return words.contains(word) || words.stream().anyMatch(other -> mean(other, word));
  }

  private boolean mean(String one, String other) {
    return one.equals(other) || synonyms.share(WordForm.stem(one), WordForm.stem(other));
  }

  private List<Denial> denials(Wording wording) {
    Optional<Grammar> syntax = wording.annotated().syntax(wording.sentence().index());
    if (syntax.isEmpty()) {
      return List.of();
    }
    List<Denial> found = new ArrayList<>();
    List<Token> tokens = wording.sentence().tokens();
    DeniedWords words = new DeniedWords(wording.sentence(), syntax.get(), language);
    for (Cue cue : wording.annotated().cuesIn(wording.sentence().span())) {
      if (cue.kind() != Cue.Kind.NEGATION && cue.kind() != Cue.Kind.DENIAL) {
        continue;
      }
      int at = tokenAt(tokens, cue);
      int denied = at < 0 ? -1 : denied(tokens, syntax.get(), at);
      if (denied >= 0
          && wording.span().contains(tokens.get(denied).span())
          && words.isDenied(denied)
          && !isOfSome(syntax.get(), denied)
          && !(denied > 0 && tokens.get(denied - 1).normal().equals("to"))) {
        Set<String> predicates = new TreeSet<>(Set.of(stem(tokens, denied)));
        subject(syntax.get(), denied)
            .filter(noun -> syntax.get().pos(noun).equals("NOUN"))
            .ifPresent(noun -> predicates.add(stem(tokens, noun)));
        predicates.addAll(modifiers(tokens, syntax.get(), denied));
        Optional<String> verb =
            syntax.get().pos(denied).equals("VERB")
                ? Optional.of(stem(tokens, denied))
                : Optional.empty();
        Set<String> matter = matter(tokens, syntax.get(), denied);
        matter.removeAll(predicates);
        if (predicates.size() + matter.size() >= MIN_WORDS
            || tokens.get(at).normal().equals("no") && isSaidToBe(tokens, syntax.get(), denied)) {
          found.add(
              new Denial(
                  wording,
                  predicates,
                  verb,
                  verb.flatMap(any -> deed(tokens, syntax.get(), denied)),
                  matter,
                  Participants.of(wording, syntax.get(), denied, contentWords)));
        }
      }
    }
    return found;
  }

  /** "Districts in states where there is no race": of those states alone, not of all. */
  private static boolean isOfSome(Grammar syntax, int denied) {
    return !syntax.pos(denied).equals("VERB")
        && syntax.up(denied).anyMatch(word -> syntax.relation(word).startsWith("acl"));
  }

  /** Adjectives of a denied noun: "no extreme weather" leaves room for weather. */
  private Set<String> modifiers(List<Token> tokens, Grammar syntax, int noun) {
    Set<String> modifiers = new TreeSet<>();
    syntax.dependents(noun, "amod").forEach(at -> modifiers.add(stem(tokens, at)));
    return modifiers;
  }

  /** The word that is denied, -1 where the cue denies no statement or no content word. */
  private int denied(List<Token> tokens, Grammar syntax, int cue) {
    String word = tokens.get(cue).normal();
    int denied = -1;
    if (negations.contains(word)) {
      if (syntax.relation(cue).matches("obj|discourse|ccomp|xcomp|parataxis")) {
        return -1; // "said no"
      }
      denied = syntax.head(cue);
      int verb = denied < 0 ? -1 : syntax.head(denied);
      if (verb >= 0
          && syntax.relation(denied).startsWith("nsubj")
          && contentWords.isContent(tokens.get(verb))) {
        denied = verb;
      }
    } else if (denyingVerbs.contains(word)) {
      denied = child(syntax, cue, "ccomp|xcomp|obj");
      if (denied >= 0 && statements.contains(tokens.get(denied).normal())) {
        denied = child(syntax, denied, "acl|ccomp"); // "a report that ..." denies what it says
      }
    }
    return denied >= 0 && contentWords.isContent(tokens.get(denied)) ? denied : -1;
  }

  /**
   * Whether a noun is the subject of "be" and stands for itself: "there are no talks", but not "has
   * no right", nor "there is no way you can do that".
   */
  private boolean isSaidToBe(List<Token> tokens, Grammar syntax, int noun) {
    int verb = syntax.head(noun);
    return verb >= 0
        && syntax.relation(noun).startsWith("nsubj")
        && !contentWords.isContent(tokens.get(verb))
        && child(syntax, noun, "acl.*|ccomp") < 0;
  }

  /** Stems of the content words that hang on a word, what is joined to it as a clause left out. */
  private Set<String> matter(List<Token> tokens, Grammar syntax, int head) {
    Set<String> matter = new TreeSet<>();
    for (int at = 0; at < tokens.size(); at++) {
      if (contentWords.isContent(tokens.get(at)) && syntax.isUnder(at, head, OTHER_CLAUSE)) {
        matter.add(stem(tokens, at));
      }
    }
    return matter;
  }

  private static Optional<Integer> subject(Grammar syntax, int verb) {
    int subject = child(syntax, verb, "nsubj|nsubj:pass");
    return subject < 0 ? Optional.empty() : Optional.of(subject);
  }

  private static int child(Grammar syntax, int head, String relations) {
    return syntax.dependent(head, relations).orElse(-1);
  }

  private String stem(List<Token> tokens, int at) {
    return contentWords.stem(tokens.get(at).normal());
  }

  private static int tokenAt(List<Token> tokens, Cue cue) {
    for (int at = 0; at < tokens.size(); at++) {
      if (cue.span().overlaps(tokens.get(at).span())) {
        return at;
      }
    }
    return -1;
  }
}
