package org.twosource.bench.generator;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts that are forms filled in: alike in most words, and copied from nobody. */
final class Forms {
  private static final String[] EARNINGS = {
    "# said on Tuesday that its quarterly profit rose to % million from % million a year ago",
    "Revenue at the maker of @ and @ was % million, against the % million that analysts expected",
    "Shares of # closed at % before the results were published",
    "The company expects full-year revenue of % million to % million"
  };
  private static final String[] WEATHER = {
    "Temperatures in # will reach % degrees today and fall to % degrees overnight",
    "Winds from the north will blow at up to % kilometres an hour along the coast of #",
    "The chance of rain in # and in # is put at % percent for the rest of the week",
    "Sunrise is at % minutes past six, and the next forecast follows at noon"
  };
  private static final String[] SCORES = {
    "# beat # by % points to % on Saturday to stay at the top of the table",
    "^ scored % for the hosts and ^ answered with % for the visitors in the second half",
    "It was the % straight win for # before a crowd of %",
    "Both teams play again next weekend when # travel to #"
  };

  private final Vocabulary vocabulary;
  private final Random random;

  Forms(Vocabulary vocabulary, Random random) {
    this.vocabulary = vocabulary;
    this.random = random;
  }

  List<Statement> fill() {
    String[] form = List.of(EARNINGS, WEATHER, SCORES).get(random.nextInt(3));
    return Stream.of(form)
        .map(line -> new Statement(Stream.of(line.split(" ")).map(this::word).toList()))
        .toList();
  }

  private Word word(String sign) {
    String rest = sign.substring(1);
    return switch (sign.charAt(0)) {
      case '#' -> Word.of(Word.Kind.NAME, vocabulary.place(random) + rest);
      case '^' -> Word.of(Word.Kind.NAME, vocabulary.fullName(random) + rest);
      case '%' -> Word.of(Word.Kind.NUMBER, 2 + random.nextInt(97) + rest);
      case '@' -> Word.function(vocabulary.content(vocabulary.draw(random), "s").text() + rest);
      default -> Word.function(sign);
    };
  }
}
