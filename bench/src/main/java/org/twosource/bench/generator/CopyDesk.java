package org.twosource.bench.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.twosource.bench.generator.Change.Kind;
import org.twosource.bench.generator.Draft.Line;
import org.twosource.bench.generator.Draft.Mark;

/** Makes lines of lines, as desks and rewording machines do, and marks each line it touches. */
final class CopyDesk {
  private final Vocabulary vocabulary;
  private final Random random;

  CopyDesk(Vocabulary vocabulary, Random random) {
    this.vocabulary = vocabulary;
    this.random = random;
  }

  static List<Line> take(Draft parent) {
    return new ArrayList<>(parent.statements().stream().map(Line::copied).toList());
  }

  /** Sentences of {@code parent} that no line goes back to. */
  static List<Statement> missing(Draft parent, List<Line> lines) {
    var kept = lines.stream().map(Line::before).collect(Collectors.toSet());
    return parent.statements().stream().filter(one -> !kept.contains(one.text())).toList();
  }

  /** Cuts from below to 30 to 80 %, and now and then a sentence in between. */
  void trim(List<Line> lines) {
    int keep = Math.max(2, (int) (lines.size() * (.3 + .5 * random.nextDouble())));
    lines.subList(Math.min(keep, lines.size()), lines.size()).clear();
    if (lines.size() > 4 && random.nextInt(3) == 0) {
      lines.remove(1 + random.nextInt(lines.size() - 1));
    }
  }

  /** A desk's hand: other words in two sentences of five, one to three sentences of its own. */
  void edit(List<Line> lines, Scene scene) {
    for (int at = 0; at < lines.size(); at++) {
      if (random.nextInt(5) < 2) {
        lines.set(at, replaceWords(lines.get(at)));
      }
    }
    for (int added = 1 + random.nextInt(3); added > 0; added--) {
      add(lines, random.nextInt(lines.size() + 1), scene.statement());
    }
  }

  static void add(List<Line> lines, int at, Statement statement) {
    lines.add(at, Line.fresh(statement).marked(statement, Mark.of(Kind.SENTENCE_ADDED)));
  }

  private Line replaceWords(Line line) {
    List<Integer> places = line.now().places(Word.Kind.CONTENT);
    if (places.isEmpty()) {
      return line;
    }
    Statement changed = line.now();
    for (int words = 1 + random.nextInt(2); words > 0; words--) {
      int at = places.get(random.nextInt(places.size()));
      String ending = changed.words().get(at).ending();
      changed = changed.with(at, at + 1, vocabulary.content(vocabulary.draw(random), ending));
    }
    return changed.equals(line.now()) ? line : line.marked(changed, Mark.of(Kind.WORDS_EDITED));
  }

  /** A machine's hand: sentences out of order, split where two clauses meet, synonyms. */
  void reword(List<Line> lines) {
    for (int moves = lines.size() / 6; moves > 0; moves--) {
      int at = 1 + random.nextInt(lines.size() - 1);
      Line line = lines.remove(at);
      int to = 1 + random.nextInt(lines.size());
      lines.add(to, to == at ? line : line.marked(line.now(), Mark.of(Kind.SENTENCE_MOVED)));
    }
    double strength = .3 + .5 * random.nextDouble();
    List<Line> reworded = new ArrayList<>();
    for (Line line : lines) {
      for (Line half : split(line)) {
        reworded.add(synonyms(half, strength));
      }
    }
    lines.clear();
    lines.addAll(reworded);
  }

  private List<Line> split(Line line) {
    List<Integer> joints = line.now().places(Word.Kind.JOINT);
    if (joints.isEmpty() || random.nextBoolean()) {
      return List.of(line);
    }
    int at = joints.getFirst();
    Mark mark = Mark.of(Kind.SENTENCE_SPLIT);
    return List.of(
        line.marked(line.now().part(0, at), mark),
        line.marked(line.now().part(at + 1, line.now().words().size()), mark));
  }

  /**
   * @param strength share of the words with synonyms that are exchanged, 0 to 1
   */
  private Line synonyms(Line line, double strength) {
    Statement changed = line.now();
    for (int at = 0; at < changed.words().size(); at++) {
      Word word = changed.words().get(at);
      if (Vocabulary.hasSynonym(word) && random.nextDouble() < strength) {
        changed = changed.with(at, at + 1, vocabulary.synonym(word, random));
      }
    }
    return changed.equals(line.now()) ? line : line.marked(changed, Mark.of(Kind.REWORDED));
  }

  /** Changes the meaning of up to {@code many} lines, where they carry a fact. */
  void distort(List<Line> lines, int many) {
    for (; many > 0; many--) {
      int at = random.nextInt(lines.size());
      if (lines.get(at).marks().stream().noneMatch(mark -> mark.kind().isDistortion())) {
        lines.set(at, distorted(lines.get(at)));
      }
    }
  }

  private Line distorted(Line line) {
    for (int at = 0; at < line.now().words().size() && !line.before().isEmpty(); at++) {
      Word word = line.now().words().get(at);
      switch (word.kind()) {
        case NUMBER -> {
          return replaced(line, at, Kind.NUMBER_CHANGED, otherNumber(word.text()));
        }
        case DATE -> {
          return replaced(line, at, Kind.DATE_CHANGED, otherDate(word.text()));
        }
        case HEDGE -> {
          return dropped(line, at, Kind.HEDGE_DROPPED);
        }
        case ATTRIBUTION -> {
          return dropped(line, at, Kind.ATTRIBUTION_DROPPED);
        }
        case PLAN -> {
          return carriedOut(line, at);
        }
        case NAME -> {
          if (line.now().places(Word.Kind.PLAN).isEmpty()) {
            return replaced(line, at, Kind.NAME_CHANGED, otherName(word.text()));
          }
        }
        case FUNCTION, CONTENT, QUOTED, JOINT -> {}
      }
    }
    return line;
  }

  private static Line replaced(Line line, int at, Kind kind, String to) {
    Word word = line.now().words().get(at);
    return line.marked(
        line.now().with(at, at + 1, Word.of(word.kind(), to)), new Mark(kind, word.text(), to));
  }

  private static Line dropped(Line line, int at, Kind kind) {
    String from = line.now().words().get(at).text();
    return line.marked(line.now().with(at, at + 1), new Mark(kind, from, ""));
  }

  /** "plans to visit": "visited". */
  private static Line carriedOut(Line line, int at) {
    Word plan = line.now().words().get(at);
    Word verb = line.now().words().get(at + 1);
    Word done = new Word(verb.text() + "ed", verb.kind(), verb.number(), "ed");
    return line.marked(
        line.now().with(at, at + 2, done),
        new Mark(Kind.PLAN_BECAME_FACT, plan.text(), done.text()));
  }

  private String otherNumber(String number) {
    return random.nextBoolean()
        ? number + "0"
        : "" + (Integer.parseInt(number) + 1 + random.nextInt(9));
  }

  private static String otherDate(String date) {
    int blank = date.indexOf(' ');
    int day = Integer.parseInt(date.substring(0, blank));
    return (day == 1 ? 2 : day - 1) + date.substring(blank);
  }

  private String otherName(String name) {
    String given = name.substring(0, name.indexOf(' '));
    String other = vocabulary.fullName(random);
    String family = other.substring(other.indexOf(' '));
    return name.endsWith(family) ? given + family + "s" : given + family;
  }

  /** The outlet's own text with one number put right, and a note that says so. */
  void correct(List<Line> lines) {
    for (int at = 0; at < lines.size(); at++) {
      List<Integer> numbers = lines.get(at).now().places(Word.Kind.NUMBER);
      if (!numbers.isEmpty()) {
        String wrong = lines.get(at).now().words().get(numbers.getFirst()).text();
        String right = otherNumber(wrong);
        lines.set(at, replaced(lines.get(at), numbers.getFirst(), Kind.CORRECTED, right));
        String note = "Correction: an earlier version said " + wrong + ", not " + right;
        add(lines, lines.size(), new Statement(List.of(Word.of(Word.Kind.QUOTED, note))));
        return;
      }
    }
  }
}
