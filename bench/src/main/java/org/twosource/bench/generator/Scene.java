package org.twosource.bench.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.twosource.bench.generator.Word.Kind;

/**
 * An event: its own words, people, place, figures, day, and what was said there. Whoever reports it
 * independently writes own sentences around the same facts, and may print the same quotation.
 */
final class Scene {
  private static final String[] PREPOSITIONS = {"in", "near", "with", "for", "after", "under"};
  private static final String[] VOICES = {
    ", officials said", ", police said", ", a spokesman said", ", witnesses said"
  };
  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  private final Vocabulary vocabulary;
  private final Random random;
  private final int[] topic = new int[40];
  private final List<String> people = new ArrayList<>();
  private final List<Integer> figures = new ArrayList<>();
  private final List<Statement> quotations = new ArrayList<>();
  private final String place;
  private final String day;

  Scene(Vocabulary vocabulary, Random random) {
    this.vocabulary = vocabulary;
    this.random = random;
    for (int at = 0; at < topic.length; at++) {
      topic[at] = 300 + random.nextInt(Vocabulary.WORDS - 300);
    }
    for (int at = 0; at < 5; at++) {
      people.add(vocabulary.fullName(random));
      figures.add(2 + Vocabulary.zipf(random, 900));
    }
    this.place = vocabulary.place(random);
    this.day = day();
    for (int at = 0; at < 3; at++) {
      quotations.add(quotation());
    }
  }

  String place() {
    return place;
  }

  /** A report's worth of new sentences; two in three bring one or two of the event's quotations. */
  List<Statement> write(int sentences) {
    List<Statement> written = new ArrayList<>();
    for (int at = 0; at < sentences; at++) {
      written.add(statement());
    }
    for (int quoted = random.nextInt(3); quoted > 0; quoted--) {
      written.add(
          1 + random.nextInt(written.size()),
          quotations.get(Vocabulary.zipf(random, quotations.size())));
    }
    return written.stream().distinct().toList();
  }

  Statement statement() {
    List<Word> words = new ArrayList<>();
    switch (random.nextInt(9)) {
      case 0 -> {
        words.add(Word.function("about"));
        words.add(Word.of(Kind.NUMBER, "" + pick(figures)));
        words.add(content("s"));
        words.add(Word.function("were"));
        words.add(content("ed"));
        where(words);
      }
      case 1 -> {
        clause(words);
        words.add(Word.function("on"));
        words.add(Word.of(Kind.DATE, random.nextInt(3) > 0 ? day : day()));
      }
      case 2 -> {
        words.add(Word.of(Kind.NAME, pick(people)));
        words.add(content("ed"));
        thing(words);
        where(words);
      }
      case 3 -> {
        thing(words);
        words.add(Word.of(Kind.HEDGE, "may have"));
        words.add(content("ed"));
        thing(words);
        where(words);
      }
      case 4 -> {
        words.add(Word.of(Kind.NAME, pick(people)));
        words.add(Word.of(Kind.PLAN, "plans to"));
        words.add(content(""));
        thing(words);
        where(words);
      }
      case 5 -> {
        clause(words);
        words.add(Word.of(Kind.ATTRIBUTION, VOICES[random.nextInt(VOICES.length)]));
      }
      case 6 -> {
        clause(words);
        words.add(Word.function("in " + place));
      }
      default -> {
        clause(words);
        words.add(Word.of(Kind.JOINT, "and"));
        clause(words);
      }
    }
    return new Statement(words);
  }

  /** A sentence of one clause that runs into {@code phrase}. */
  Statement around(String phrase) {
    List<Word> words = new ArrayList<>();
    clause(words);
    words.add(Word.of(Kind.QUOTED, phrase));
    return new Statement(words);
  }

  String headline() {
    return place
        + " "
        + content("s").text()
        + " "
        + content("ed").text()
        + " "
        + content("").text();
  }

  private Statement quotation() {
    List<Word> words = new ArrayList<>();
    int length = 8 + random.nextInt(12);
    StringBuilder said = new StringBuilder("“we");
    for (int at = 0; at < length; at++) {
      said.append(at % 3 == 1 ? " the " : " ").append(content("").text());
    }
    words.add(Word.of(Kind.QUOTED, said.append(",”").toString()));
    words.add(Word.of(Kind.NAME, pick(people)));
    words.add(Word.function("said"));
    return new Statement(words);
  }

  private void clause(List<Word> words) {
    thing(words);
    words.add(content("ed"));
    thing(words);
    if (random.nextBoolean()) {
      where(words);
    }
  }

  private void where(List<Word> words) {
    words.add(Word.function(PREPOSITIONS[random.nextInt(PREPOSITIONS.length)]));
    thing(words);
  }

  private void thing(List<Word> words) {
    words.add(Word.function(random.nextInt(3) == 0 ? "a" : "the"));
    if (random.nextInt(3) == 0) {
      words.add(content(""));
    }
    words.add(content(""));
    if (random.nextInt(4) == 0) {
      words.add(Word.function("of the"));
      words.add(content(""));
    }
  }

  private Word content(String ending) {
    int number =
        random.nextBoolean() ? topic[random.nextInt(topic.length)] : vocabulary.draw(random);
    return vocabulary.content(number, ending);
  }

  private String day() {
    return 1 + random.nextInt(28) + " " + MONTHS[random.nextInt(MONTHS.length)];
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
