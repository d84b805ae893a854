package org.twosource.annotate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twosource.lexicon.WordForm;
import org.twosource.lexicon.WordRarity;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * Sentences of a page that belong to another matter than the story: the next item of a round-up,
 * another match of the day. All people and bodies that such a sentence names are strangers to the
 * story: no other report names them, the opening of their own does not, and nowhere do they share a
 * paragraph with anybody whom these name; nor has it many words with the other reports or with the
 * opening of its own in common. A sentence that names nobody may be of the story, and so may any
 * sentence of a story of one report. Safe for use by several threads.
 */
public final class OtherMatter {
  /** Sentences in which a report says what it is about. */
  private static final int OPENING_SENTENCES = 4;

  /** Of words that several reports have, or the opening of one. */
  private static final String OF_ALL = "";

  /** Share of its words, the rare ones counting more, from which on a sentence is of the story. */
  private static final double OF_THE_STORY = .25;

  private static final WordRarity RARITY = WordRarity.standard();

  private final Set<String> told;

  /** The only report that has a word, by its stem, or {@link #OF_ALL}. */
  private final Map<String, String> holders;

  private OtherMatter(Set<String> told, Map<String, String> holders) {
    this.told = told;
    this.holders = holders;
  }

  /** Reads who belongs to the story of these reports. */
  public static OtherMatter of(List<Annotated> reports) {
    if (reports.size() < 2) {
      return new OtherMatter(Set.of(), Map.of());
    }
    Map<String, String> naming = new HashMap<>();
    Set<String> story = new HashSet<>();
    for (Annotated report : reports) {
      names(report.mentions().stream()).forEach(one -> hold(naming, one, report.id()));
      report.sentences().stream()
          .filter(sentence -> sentence.part().isProse())
          .limit(OPENING_SENTENCES)
          .forEach(sentence -> story.addAll(in(report, sentence)));
    }
    naming.forEach(
        (one, by) -> {
          if (by.equals(OF_ALL)) {
            story.add(one);
          }
        });
    Set<String> told = new HashSet<>(story);
    for (Annotated report : reports) {
      Map<Integer, Set<String>> paragraphs = new HashMap<>();
      for (Sentence sentence : report.sentences()) {
        paragraphs
            .computeIfAbsent(sentence.paragraph(), any -> new HashSet<>())
            .addAll(in(report, sentence));
      }
      paragraphs.values().stream()
          .filter(names -> names.stream().anyMatch(story::contains))
          .forEach(told::addAll);
    }
    return new OtherMatter(told, holders(reports));
  }

  private static Map<String, String> holders(List<Annotated> reports) {
    Map<String, String> holders = new HashMap<>();
    for (Annotated report : reports) {
      int prose = 0;
      for (Sentence sentence : report.sentences()) {
        prose += sentence.part().isProse() ? 1 : 0;
        String holder = prose <= OPENING_SENTENCES ? OF_ALL : report.id();
        stems(sentence).forEach(stem -> hold(holders, stem, holder));
      }
    }
    return holders;
  }

  private static void hold(Map<String, String> holders, String what, String holder) {
    holders.merge(what, holder, (known, one) -> known.equals(one) ? known : OF_ALL);
  }

  private static Stream<String> stems(Sentence sentence) {
    return sentence.tokens().stream()
        .filter(Token::isWord)
        .map(token -> WordForm.stem(token.normal()));
  }

  /**
   * Whether a sentence and one beside it are of another matter. One alone may bring a stranger into
   * the story: who condemns what happened, who treated the wounded.
   */
  public boolean is(Annotated report, Sentence sentence) {
    return isStrange(report, sentence)
        && Stream.of(sentence.index() - 1, sentence.index() + 1)
            .filter(at -> at >= 0 && at < report.sentences().size())
            .anyMatch(at -> isStrange(report, report.sentences().get(at)));
  }

  private boolean isStrange(Annotated report, Sentence sentence) {
    Set<String> names = in(report, sentence);
    return !told.isEmpty()
        && !names.isEmpty()
        && names.stream().noneMatch(told::contains)
        && shared(report.id(), sentence) < OF_THE_STORY;
  }

  private double shared(String report, Sentence sentence) {
    double all = 0;
    double shared = 0;
    for (String stem : stems(sentence).toList()) {
      double rarity = RARITY.of(stem);
      all += rarity;
      shared += report.equals(holders.get(stem)) ? 0 : rarity;
    }
    return all == 0 ? 1 : shared / all;
  }

  private static Set<String> in(Annotated report, Sentence sentence) {
    return names(report.mentionsIn(sentence.span()).stream()).collect(Collectors.toSet());
  }

  /** Places are named by any report, so they tie nothing together; pronouns count as names. */
  private static Stream<String> names(Stream<Mention> mentions) {
    return mentions
        .filter(
            mention ->
                mention.type() == EntityType.PERSON || mention.type() == EntityType.ORGANIZATION)
        .map(Mention::entity);
  }
}
