package org.twosource.claim.dispute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Timex;
import org.twosource.claim.Amount;
import org.twosource.claim.Decisions;
import org.twosource.claim.Wording;
import org.twosource.claim.WordingLikeness;
import org.twosource.lexicon.Synonyms;
import org.twosource.lexicon.WordForm;
import org.twosource.lexicon.WordRarity;
import org.twosource.report.PartialDate;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;

/**
 * Finds the numbers that reports give for one and the same thing in different words: "how many
 * died", "how old", "how deep". Such a question is a claim of its own, whose statements are the
 * competing answers; the sentences they stand in may state other claims too.
 *
 * <p>Answers share a key: a topic of the language file's count topics ("at least two fatalities",
 * "killing six"), or a unit with a word of what is measured ("80 m deep"). Of each report only its
 * first answer counts, and later ones that agree with it or stand in like sentences, since a report
 * opens with the toll of its own event and tells of older ones further down.
 */
public final class AmountQuestions {
  /** Probability of stating the same at which two counts are taken to be of one thing. */
  private static final double SAME_COUNT = 0.50;

  /** Likewise for things that are seldom counted. */
  private static final double SAME_RARE = 0.02;

  /** Rarity from which on a noun is seldom counted: it is in one of 1,800 reports or fewer. */
  private static final float RARE = 7.5f;

  private static final WordRarity RARITY = WordRarity.standard();

  /** Likewise for ages, lengths and hours, whose sort already narrows down what they are of. */
  private static final double SAME_MEASURE = 0.06;

  /** For sums of money with a noun in common: a narrower sort than counts, if not as narrow. */
  private static final double SAME_SUM = 0.15;

  private static final Set<String> NARROW =
      Set.of("year-old", "metre", "minute", "kilogram", "degree");

  /** What is the same on any day, so that dates beside it are of something else. */
  private static final Set<String> LASTING = Set.of("year-old", "metre", "kilogram");

  /** Beyond this ratio two answers are taken for answers to different questions. */
  private static final double MAX_RATIO = 12;

  private static final double MAX_COUNT_RATIO = 3;

  /** Sentences at the head of a report in which it tells the toll of its own event. */
  private static final int LEAD_SENTENCES = 8;

  /** Ages further apart are of two people. */
  private static final double MAX_YEARS_APART = 2;

  /** Questions asked with the same key. */
  private static final int MAX_QUESTIONS = 6;

  /** Nouns that others are compared with. */
  private static final int MAX_NOUNS = 500;

  private final WordingLikeness likeness;
  private final Synonyms synonyms;
  private final NarrowerCounts narrower;
  private final List<String> nouns = new ArrayList<>();
  private final Map<String, String> canonical = new HashMap<>();
  private final Map<Integer, Set<String>> peopleIn = new HashMap<>();

  public AmountQuestions(
      WordingLikeness likeness, Synonyms synonyms, Language language, ContentWords contentWords) {
    this.synonyms = synonyms;
    this.likeness = likeness;
    this.narrower = new NarrowerCounts(language, contentWords);
  }

  /** One answer: a wording and the number in it. */
  public record Answer(Wording wording, Amount amount) {}

  /**
   * Questions that at least two reports answer differently, by key; answers in story order, without
   * those that a reader's decision bars.
   */
  public Map<String, List<Answer>> find(List<Wording> wordings, Decisions decisions) {
    Map<String, List<Answer>> byKey = new TreeMap<>();
    for (Wording wording : wordings) {
      for (Amount amount : wording.amounts()) {
        for (String key : keys(canonical(amount))) {
          byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(new Answer(wording, amount));
        }
      }
    }
    Map<String, List<Answer>> questions = new LinkedHashMap<>();
    byKey.forEach(
        (key, answers) -> {
          int asked = 0;
          for (List<Answer> all : ofOneThing(key, answers)) {
            Set<Integer> barred = decisions.barred(all.stream().map(Answer::wording).toList());
            List<Answer> kept =
                all.stream().filter(answer -> !barred.contains(answer.wording().at())).toList();
            if (!disagree(kept)) {
              continue;
            }
            Optional<String> known = sameQuestion(questions, kept);
            if (known.isPresent()) {
              questions.computeIfPresent(known.get(), (same, before) -> joined(before, kept));
            } else {
              questions.put(asked++ == 0 ? key : key + " " + asked, kept);
            }
          }
        });
    return questions;
  }

  /** A question already asked that holds one of the answers and gives the same values. */
  private static Optional<String> sameQuestion(
      Map<String, List<Answer>> questions, List<Answer> answers) {
    return questions.entrySet().stream()
        .filter(known -> known.getValue().stream().anyMatch(answers::contains))
        .filter(known -> givesAll(known.getValue(), answers) || givesAll(answers, known.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether each value of {@code some} is among those of {@code all}. */
  private static boolean givesAll(List<Answer> all, List<Answer> some) {
    return some.stream()
        .allMatch(one -> all.stream().anyMatch(other -> other.amount().isSameAs(one.amount())));
  }

  /** Whether two counts are near enough, and of one day, to be of one thing. */
  public static boolean areComparableCounts(Answer a, Answer b) {
    double larger = Math.max(a.amount().value(), b.amount().value());
    double smaller = Math.min(a.amount().value(), b.amount().value());
    return smaller > 0
        && larger / smaller <= MAX_COUNT_RATIO
        && !datesDiffer(a.wording(), b.wording());
  }

  /** Whether both name a time of day, and not the same: what lay off the coast in the morning. */
  public static boolean hoursDiffer(Wording a, Wording b) {
    Set<String> first = hours(a);
    Set<String> second = hours(b);
    return !first.isEmpty() && !second.isEmpty() && first.stream().noneMatch(second::contains);
  }

  private static Set<String> hours(Wording wording) {
    Set<String> hours = new TreeSet<>();
    wording.dates().stream()
        .map(Timex::value)
        .filter(value -> value.contains("T"))
        .forEach(hours::add);
    return hours;
  }

  private static List<Answer> joined(List<Answer> some, List<Answer> others) {
    return Stream.concat(some.stream(), others.stream())
        .distinct()
        .sorted(Comparator.comparingInt(answer -> answer.wording().at()))
        .toList();
  }

  /** The same amount with each noun replaced by the first of the story that means the same. */
  private Amount canonical(Amount amount) {
    Set<String> of = new TreeSet<>();
    amount.of().forEach(noun -> of.add(noun.startsWith("#") ? noun : canonical(noun)));
    return new Amount(
        amount.span(), amount.figure(), amount.value(), amount.bound(), amount.measure(), of);
  }

  private String canonical(String noun) {
    String known = canonical.get(noun);
    if (known != null) {
      return known;
    }
    String first =
        nouns.stream()
            .filter(other -> synonyms.share(WordForm.stem(other), WordForm.stem(noun)))
            .findFirst()
            .orElse(noun);
    if (first.equals(noun) && nouns.size() < MAX_NOUNS) {
      nouns.add(noun);
    }
    canonical.put(noun, first);
    return first;
  }

  private static Set<String> keys(Amount amount) {
    Set<String> keys = new TreeSet<>();
    boolean topic = amount.of().stream().anyMatch(of -> of.startsWith("#"));
    for (String of : amount.of()) {
      if (of.startsWith("#")
          ? amount.measure().equals("count")
          : !topic || !amount.measure().equals("count")) {
        keys.add(amount.measure() + " " + of);
      }
    }
    if (amount.measure().equals("year-old") || amount.measure().equals("minute")) {
      keys.add(amount.measure());
    }
    return keys;
  }

  /**
   * The answers to what a key asks. Of a topic the toll of the story's own event comes first; what
   * tolls are left are of other events, and only alike wordings are taken to be of the same one.
   */
  private List<List<Answer>> ofOneThing(String key, List<Answer> answers) {
    if (!key.contains("#")) {
      return List.of(answersTo(answers, false));
    }
    List<Answer> toll =
        answersTo(answers.stream().filter(AmountQuestions::isInLead).toList(), true);
    List<List<Answer>> questions = new ArrayList<>(List.of(toll));
    List<Answer> rest = without(answers, toll);
    while (!rest.isEmpty() && questions.size() < MAX_QUESTIONS) {
      List<Answer> kept = answersTo(rest, false);
      questions.add(kept);
      rest = without(rest, kept);
    }
    return questions;
  }

  private static List<Answer> without(List<Answer> answers, List<Answer> kept) {
    return answers.stream().filter(answer -> !kept.contains(answer)).toList();
  }

  /** Whether a number stands where a report gives the toll of its own event. */
  private static boolean isInLead(Answer answer) {
    return answer.wording().sentence().index() < LEAD_SENTENCES;
  }

  private List<Answer> answersTo(List<Answer> answers, boolean topic) {
    List<Answer> kept = new ArrayList<>();
    Map<Integer, Answer> first = new LinkedHashMap<>();
    Set<Integer> repeated = repeated(answers);
    for (Answer answer : answers) {
      Answer own = first.get(answer.wording().report());
      if (own == null) {
        boolean fits =
            kept.isEmpty()
                || kept.stream().anyMatch(other -> belong(other, answer, topic, repeated));
        if (fits) {
          first.put(answer.wording().report(), answer);
          kept.add(answer);
        }
      } else if (own.amount().agreesWith(answer.amount())) {
        kept.add(answer);
      }
    }
    return kept;
  }

  /** Reports that give several answers to one question, as if it were asked of several things. */
  private static Set<Integer> repeated(List<Answer> answers) {
    Map<Integer, Answer> first = new HashMap<>();
    Set<Integer> repeated = new TreeSet<>();
    for (Answer answer : answers) {
      Answer known = first.putIfAbsent(answer.wording().report(), answer);
      if (known != null && !known.amount().agreesWith(answer.amount())) {
        repeated.add(answer.wording().report());
      }
    }
    return repeated;
  }

  private boolean belong(Answer a, Answer b, boolean topic, Set<Integer> repeated) {
    double larger = Math.max(a.amount().value(), b.amount().value());
    double smaller = Math.min(a.amount().value(), b.amount().value());
    if (smaller <= 0 || larger / smaller > MAX_RATIO) {
      return false;
    }
    if (a.wording().looksBack() != b.wording().looksBack()) {
      return false;
    }
    if (narrower.isPartOfOther(canonical(a.amount()), canonical(b.amount()))) {
      return false;
    }
    if (topic) {
      return true;
    }
    if (a.amount().measure().equals("year-old") && larger - smaller > yearsApart(larger)) {
      return false;
    }
    if (nameOthers(a.wording(), b.wording())) {
      return false;
    }
    boolean narrow = NARROW.contains(a.amount().measure());
    if (!narrow && larger / smaller > MAX_COUNT_RATIO) {
      return false;
    }
    if (!LASTING.contains(a.amount().measure()) && datesDiffer(a.wording(), b.wording())) {
      return false;
    }
    if (holds(a.wording(), b.amount()) || holds(b.wording(), a.amount())) {
      return false;
    }
    double probability = likeness.probability(a.wording(), b.wording());
    boolean same =
        a.amount().measure().equals("count")
            && !repeated.contains(a.wording().report())
            && !repeated.contains(b.wording().report())
            && shareRareNoun(a, b);
    return probability >= (same ? SAME_RARE : threshold(a.amount().measure()));
  }

  /**
   * Whether both count what is seldom counted in any report: in one story, excavators are the
   * excavators of the story. Not where they name different things: the engines of two rockets.
   */
  private boolean shareRareNoun(Answer a, Answer b) {
    Set<String> named = a.wording().names();
    Set<String> others = b.wording().names();
    if (!named.isEmpty() && !others.isEmpty() && named.stream().noneMatch(others::contains)) {
      return false;
    }
    Set<String> first = canonical(a.amount()).of();
    return canonical(b.amount()).of().stream()
        .anyMatch(noun -> !noun.startsWith("#") && first.contains(noun) && RARITY.of(noun) >= RARE);
  }

  /** Years by which reports may miss one and the same age. */
  private static double yearsApart(double age) {
    return Math.max(MAX_YEARS_APART, age / 10);
  }

  /** Whether both name people, and none in common: two players' yards are no dispute. */
  private boolean nameOthers(Wording a, Wording b) {
    Set<String> first = people(a);
    Set<String> second = people(b);
    return !first.isEmpty() && !second.isEmpty() && first.stream().noneMatch(second::contains);
  }

  /** People named in a wording, whoever says it left out. */
  private Set<String> people(Wording wording) {
    return peopleIn.computeIfAbsent(wording.at(), at -> readPeople(wording));
  }

  private static Set<String> readPeople(Wording wording) {
    Set<String> people = new TreeSet<>();
    for (Mention mention : wording.annotated().mentionsIn(wording.span())) {
      if (mention.type() == EntityType.PERSON
          && mention.form() == Mention.Form.NAME
          && wording
              .attribution()
              .flatMap(Attribution::source)
              .filter(source -> source.overlaps(mention.span()))
              .isEmpty()) {
        people.add(mention.entity());
      }
    }
    return people;
  }

  private static double threshold(String measure) {
    return NARROW.contains(measure)
        ? SAME_MEASURE
        : measure.startsWith("money:") ? SAME_SUM : SAME_COUNT;
  }

  /** Whether both are dated and no date of one agrees with one of the other. */
  public static boolean datesDiffer(Wording a, Wording b) {
    List<PartialDate> first = dates(a);
    List<PartialDate> second = dates(b);
    return !first.isEmpty()
        && !second.isEmpty()
        && first.stream().noneMatch(date -> second.stream().anyMatch(date::agreesWith));
  }

  private static List<PartialDate> dates(Wording wording) {
    return wording.dates().stream().flatMap(date -> date.date().stream()).toList();
  }

  /** Whether a wording gives the other's number too, so that the two are not alternatives. */
  private static boolean holds(Wording wording, Amount amount) {
    return wording.amounts().size() > 1
        && wording.amounts().stream()
            .anyMatch(
                own -> own.measure().equals(amount.measure()) && own.value() == amount.value());
  }

  private static boolean disagree(List<Answer> answers) {
    for (Answer answer : answers) {
      for (Answer other : answers) {
        if (answer.wording().report() != other.wording().report()
            && !answer.amount().agreesWith(other.amount())
            && !answer.wording().isCopyOf(other.wording())) {
          return true;
        }
      }
    }
    return false;
  }
}
