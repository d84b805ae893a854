package org.twosource.bench.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/** Sets a draft as a report: paragraphs, dateline, credit, and the outlet's furniture. */
final class PrintShop {
  static final int OUTLETS = 500;
  private static final int AGENCIES = 4;
  private static final String[] PAPERS = {"Herald", "Times", "Post", "Courier", "Tribune"};

  private final Vocabulary vocabulary;
  private final Random random;
  private final List<List<String>> furniture = new ArrayList<>();

  PrintShop(Vocabulary vocabulary, Random random) {
    this.vocabulary = vocabulary;
    this.random = random;
    for (int outlet = 0; outlet < OUTLETS; outlet++) {
      furniture.add(
          List.of(
              "Sign up for the "
                  + paper(outlet)
                  + " letter and never miss a "
                  + any()
                  + " or a "
                  + any()
                  + " from our "
                  + any()
                  + " desk.",
              "The "
                  + any()
                  + " "
                  + any()
                  + " of the "
                  + paper(outlet)
                  + " is a "
                  + any()
                  + " for readers of "
                  + any()
                  + " and "
                  + any()
                  + "."));
    }
  }

  /** Any of the outlets; the first ones print most. */
  int outlet() {
    return Vocabulary.zipf(random, OUTLETS);
  }

  String agency(int story) {
    return vocabulary.title(1000 + Math.floorMod(story, AGENCIES)) + " News Agency";
  }

  /**
   * A printed report.
   *
   * @param agency credited in the dateline, where one is
   * @param extra paragraphs of the outlet that are not part of the text
   */
  Report print(
      Draft draft, String place, LocalDate day, Optional<String> agency, List<String> extra) {
    StringBuilder body = new StringBuilder();
    if (!place.isEmpty()) {
      body.append(place.toUpperCase(Locale.ROOT));
      agency.ifPresent(name -> body.append(" (").append(name).append(')'));
      body.append(" - ");
    }
    int left = 1 + random.nextInt(2);
    for (Statement statement : draft.statements()) {
      body.append(statement.text());
      boolean ends = --left == 0;
      body.append(ends ? "\n\n" : " ");
      left = ends ? 1 + random.nextInt(3) : left;
    }
    List<String> paragraphs = new ArrayList<>(extra);
    paragraphs.addAll(
        furniture
            .get(draft.outlet())
            .subList(0, draft.outlet() % 10 == 0 ? 0 : 1 + random.nextInt(2)));
    String text = body.toString().strip() + "\n\n" + String.join("\n\n", paragraphs);
    return new Report(
        draft.id(),
        draft.id(),
        Optional.empty(),
        random.nextInt(10) > 0 ? Optional.of(paper(draft.outlet())) : Optional.empty(),
        random.nextInt(10) > 0 ? Optional.of(draft.headline()) : Optional.empty(),
        List.of(),
        agency.stream().toList(),
        random.nextInt(10) > 0 ? Optional.of(PartialDate.of(day)) : Optional.empty(),
        Optional.of("en"),
        text.strip());
  }

  private String paper(int outlet) {
    return vocabulary.title(outlet) + " " + PAPERS[outlet % PAPERS.length];
  }

  private String any() {
    return vocabulary.content(vocabulary.draw(random), "").text();
  }
}
