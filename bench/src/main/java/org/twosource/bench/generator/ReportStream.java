package org.twosource.bench.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.twosource.bench.generator.Change.Kind;
import org.twosource.bench.generator.Draft.Line;
import org.twosource.bench.generator.OpenEvent.Family;
import org.twosource.bench.generator.OpenEvent.Printed;
import org.twosource.report.Report;

/**
 * A stream of made-up reports in order of arrival. Same size and seed, same stream. Only the open
 * events are kept in memory, at most {@value #MAX_OPEN}.
 *
 * <p>Of a hundred arrivals eight are filled-in forms, five belong to the great story of the day,
 * ten open an event, the rest goes to open events: a fifth of these as independent originals (own
 * sentences, shared quotations), the others as follow-ups, corrections and copies of all kinds.
 * Three traps besides: a stock phrase in three reports of ten; a text printed by up to 500 outlets
 * within a minute; up to 10,000 reports in a row that all hold one word sequence.
 *
 * <p>One thread.
 */
public final class ReportStream implements Iterator<GeneratedReport> {
  private static final int MAX_OPEN = 80;
  private static final int REPORTS_A_DAY = 2000;
  private static final LocalDate FIRST_DAY = LocalDate.of(2031, 3, 1);

  /** Stands in three reports of ten. */
  static final String STOCK_PHRASE = "in what many have come to call a sign of these hard times";

  /** Stands in every report of a long stretch. */
  static final String SHARED_SEQUENCE = "as the city waits for news from the hills";

  private final int size;
  private final int reportsADay;
  private final Random random;
  private final Vocabulary vocabulary = new Vocabulary();
  private final PrintShop shop;
  private final CopyDesk desk;
  private final Forms forms;
  private final List<OpenEvent> open = new ArrayList<>();
  private OpenEvent great;
  private Optional<Printed> burst = Optional.empty();
  private int made;
  private int events;

  /**
   * @param size reports in the stream, 100 and more
   */
  public ReportStream(int size, long seed) {
    if (size < 100) {
      throw new IllegalArgumentException("size " + size + ", allowed 100 and more");
    }
    this.size = size;
    this.reportsADay = Math.min(REPORTS_A_DAY, size / 4);
    this.random = new Random(seed);
    this.shop = new PrintShop(vocabulary, random);
    this.desk = new CopyDesk(vocabulary, random);
    this.forms = new Forms(vocabulary, random);
    this.great = greatStory();
  }

  @Override
  public boolean hasNext() {
    return made < size;
  }

  @Override
  public GeneratedReport next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the stream has " + size + " reports");
    }
    if (made > 0 && made % reportsADay == 0) {
      great = greatStory();
    }
    GeneratedReport report = arrival();
    made++;
    return report;
  }

  private GeneratedReport arrival() {
    int sinceBurst = made - size / 4;
    if (sinceBurst == 0) {
      burst = Optional.empty();
    }
    if (sinceBurst >= 0 && sinceBurst < Math.min(500, size / 20)) {
      return burstPrint(sinceBurst);
    }
    if (made % 20 == 7) {
      return report(great);
    }
    if (random.nextInt(100) < 8) {
      return form();
    }
    return report(event());
  }

  private OpenEvent greatStory() {
    return new OpenEvent(events++, new Scene(vocabulary, random), Integer.MAX_VALUE);
  }

  private OpenEvent event() {
    open.removeIf(OpenEvent::isOver);
    if (open.isEmpty() || random.nextInt(10) == 0) {
      if (open.size() == MAX_OPEN) {
        open.removeFirst();
      }
      int reports = 1 + Vocabulary.zipf(random, 30);
      open.add(new OpenEvent(events++, new Scene(vocabulary, random), reports));
      return open.getLast();
    }
    return open.get(random.nextInt(open.size()));
  }

  private GeneratedReport report(OpenEvent event) {
    event.count();
    int choice = random.nextInt(100);
    if (event.families.isEmpty() || choice < 20) {
      return original(event);
    }
    Family family = event.family(random);
    Printed parent = family.parent(random);
    return choice < 28
        ? followUp(event, parent)
        : choice < 31 ? correction(event, family, parent) : copy(event, family, parent, choice);
  }

  private GeneratedReport original(OpenEvent event) {
    List<Statement> statements = event.scene.write(6 + random.nextInt(15));
    Draft draft = Draft.original(id(), shop.outlet(), event.scene.headline(), statements);
    Family family = new Family(random.nextBoolean());
    event.open(family);
    return print(
        event,
        family,
        new Printed(draft, List.of(draft.id()), family.wire),
        GeneratedReport.Kind.ORIGINAL,
        List.of());
  }

  /** New sentences, then the last two or three of an earlier report as its background. */
  private GeneratedReport followUp(OpenEvent event, Printed earlier) {
    List<Line> lines =
        new ArrayList<>(
            event.scene.write(5 + random.nextInt(8)).stream().map(Line::fresh).toList());
    List<Line> background = CopyDesk.take(earlier.draft());
    int from = Math.max(0, background.size() - 2 - random.nextInt(2));
    lines.addAll(background.subList(from, background.size()));
    Draft draft = new Draft(id(), shop.outlet(), event.scene.headline(), lines, List.of());
    Family family = new Family(false);
    event.open(family);
    List<String> families =
        Stream.concat(Stream.of(draft.id()), earlier.families().stream()).toList();
    return print(
        event,
        family,
        new Printed(draft, families, false),
        GeneratedReport.Kind.FOLLOW_UP,
        List.of(earlier));
  }

  private GeneratedReport correction(OpenEvent event, Family family, Printed parent) {
    List<Line> lines = CopyDesk.take(parent.draft());
    desk.correct(lines);
    Draft draft =
        new Draft(id(), parent.draft().outlet(), parent.draft().headline(), lines, List.of());
    return print(
        event,
        family,
        new Printed(draft, parent.families(), parent.credited()),
        GeneratedReport.Kind.CORRECTION,
        List.of(parent));
  }

  private GeneratedReport copy(OpenEvent event, Family family, Printed parent, int choice) {
    List<Line> lines = CopyDesk.take(parent.draft());
    List<Printed> parents = new ArrayList<>(List.of(parent));
    GeneratedReport.Kind kind = GeneratedReport.Kind.VERBATIM;
    if (choice >= 88 && event.families.size() > 1) {
      kind = GeneratedReport.Kind.MERGED;
      other(event, family).ifPresent(second -> merge(lines, second, parents));
    } else if (choice >= 74) {
      kind = GeneratedReport.Kind.REWORDED;
      desk.reword(lines);
    } else if (choice >= 60) {
      kind = GeneratedReport.Kind.EDITED;
      desk.edit(lines, event.scene);
    } else if (choice >= 45) {
      kind = GeneratedReport.Kind.TRIMMED;
      desk.trim(lines);
    }
    if (kind == GeneratedReport.Kind.MERGED && parents.size() == 1) {
      kind = GeneratedReport.Kind.VERBATIM;
    }
    if (kind != GeneratedReport.Kind.VERBATIM && random.nextInt(2) == 0) {
      desk.distort(lines, 1 + random.nextInt(3));
    }
    List<Statement> dropped =
        parents.stream().flatMap(one -> CopyDesk.missing(one.draft(), lines).stream()).toList();
    String headline = random.nextInt(5) < 3 ? parent.draft().headline() : event.scene.headline();
    Draft draft = new Draft(id(), shop.outlet(), headline, lines, dropped);
    boolean credited = parent.credited() && random.nextInt(5) < 3;
    List<String> families =
        parents.stream().flatMap(one -> one.families().stream()).distinct().toList();
    return print(event, family, new Printed(draft, families, credited), kind, parents);
  }

  /** A draft of another family that has nothing of this one yet. */
  private Optional<Printed> other(OpenEvent event, Family family) {
    return event.families.stream()
        .filter(one -> one != family)
        .map(one -> one.drafts.getFirst())
        .filter(
            one -> one.families().stream().noneMatch(family.drafts.getFirst().families()::contains))
        .findFirst();
  }

  /** The upper half of one and the upper half of the other, in blocks. */
  private void merge(List<Line> lines, Printed second, List<Printed> parents) {
    List<Line> others = CopyDesk.take(second.draft());
    keepUpper(lines);
    keepUpper(others);
    lines.addAll(1 + random.nextInt(lines.size()), others);
    parents.add(second);
  }

  private void keepUpper(List<Line> lines) {
    int keep = Math.max(2, (int) (lines.size() * (.4 + .4 * random.nextDouble())));
    lines.subList(Math.min(keep, lines.size()), lines.size()).clear();
  }

  private GeneratedReport form() {
    Draft draft =
        Draft.original(id(), shop.outlet(), vocabulary.place(random) + " today", forms.fill());
    Report report = shop.print(draft, "", day(), Optional.empty(), List.of());
    return new GeneratedReport(
        report,
        -1,
        GeneratedReport.Kind.TEMPLATE,
        List.of(),
        List.of(draft.id()),
        List.of(),
        draft.prose());
  }

  private GeneratedReport burstPrint(int number) {
    OpenEvent event =
        burst.isPresent()
            ? open.getLast()
            : new OpenEvent(events++, new Scene(vocabulary, random), 500);
    if (burst.isEmpty()) {
      open.add(event);
      GeneratedReport original = original(event);
      burst = Optional.of(event.families.getFirst().drafts.getFirst());
      return original;
    }
    Printed wire = burst.orElseThrow();
    Draft print =
        new Draft(
            id(),
            number % PrintShop.OUTLETS,
            wire.draft().headline(),
            CopyDesk.take(wire.draft()),
            List.of());
    event.count();
    return print(
        event,
        event.families.getFirst(),
        new Printed(print, wire.families(), wire.credited()),
        GeneratedReport.Kind.BURST,
        List.of(wire));
  }

  private GeneratedReport print(
      OpenEvent event,
      Family family,
      Printed printed,
      GeneratedReport.Kind kind,
      List<Printed> parents) {
    family.keep(printed);
    String agency = shop.agency(event.number);
    Optional<String> credit = printed.credited() ? Optional.of(agency) : Optional.empty();
    Draft draft = printed.draft();
    List<Change> changes = new ArrayList<>(draft.changes());
    if (!parents.isEmpty()
        && kind != GeneratedReport.Kind.FOLLOW_UP
        && parents.getFirst().credited()
        && !printed.credited()) {
      changes.add(new Change(Kind.CREDIT_DROPPED, "(" + agency + ")", "", agency, ""));
    }
    Report report = shop.print(draft, event.scene.place(), day(), credit, additions(event.scene));
    return new GeneratedReport(
        report,
        event.number,
        kind,
        parents.stream().map(one -> one.draft().id()).toList(),
        printed.families(),
        changes,
        draft.prose());
  }

  /** What the traps add below the text. */
  private List<String> additions(Scene scene) {
    List<String> additions = new ArrayList<>();
    if (random.nextInt(100) < 33) {
      additions.add(scene.around(STOCK_PHRASE).text());
    }
    if (made >= size / 2 && made < size / 2 + Math.min(10_000, size / 10)) {
      additions.add(scene.around(SHARED_SEQUENCE).text());
    }
    return additions;
  }

  private LocalDate day() {
    return FIRST_DAY.plusDays(made / reportsADay);
  }

  private String id() {
    return String.format(Locale.ROOT, "r%07d", made);
  }
}
