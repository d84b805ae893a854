package org.twosource.bench.suite.annotate;

import static org.twosource.bench.suite.ResultDocument.list;
import static org.twosource.bench.suite.ResultDocument.overlap;
import static org.twosource.bench.suite.ResultDocument.touches;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.suite.ResultDocument;
import org.twosource.bench.suite.StoryRuns;
import org.twosource.bench.suite.Tally;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/**
 * Who is speaking in 420 quotations of real reports ({@code attribution/speakers.jsonl}). Each set
 * is read in one run; of a report the attribution that shares most with the words between the
 * marks, of a story the quotation one of whose wordings does. Quotations whose marks pair up
 * wrongly, and those whose speaker no reader could tell, are left out.
 *
 * <p>{@code TWOSOURCE_SHOW=1} prints every wrong speaker.
 */
public final class SpeakersSuite implements Suite {
  private static final boolean SHOW = System.getenv("TWOSOURCE_SHOW") != null;
  private static final int MAX_SOURCE_WORDS = 20;
  private final StoryRuns runs;

  public SpeakersSuite(StoryRuns runs) {
    this.runs = runs;
  }

  @Override
  public String name() {
    return "speakers";
  }

  /**
   * The speaker that is shown, and other full names of the same entity: Charles for Chuck.
   *
   * @param name what a reader sees
   */
  private record Named(String name, List<String> aliases) {
    boolean is(JsonNode quotation) {
      String who = quotation.path("who").asText();
      return SpeakerName.agree(who, quotation.path("refers").asText(), name)
          || aliases.contains(who) && SpeakerName.suffixesAgree(who, name);
    }
  }

  /** How many quotations have a speaker, and the right one. */
  private static final class Counts {
    private final Tally given = new Tally();
    private final Tally right = new Tally();

    void add(String where, JsonNode quotation, Optional<Named> speaker) {
      given.add(speaker.isPresent());
      speaker.ifPresent(
          named -> {
            boolean agree = named.is(quotation);
            right.add(agree);
            if (SHOW && !agree) {
              System.out.println("WRONG " + where + "\t" + named.name() + "\t" + quotation);
            }
          });
      if (SHOW && speaker.isEmpty()) {
        System.out.println("NONE " + where + "\t" + quotation);
      }
    }
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    Counts reports = new Counts();
    Counts stories = new Counts();
    Tally scare = new Tally();
    for (JsonNode quotation : data.jsonLines("attribution/speakers.jsonl")) {
      ResultDocument result = runs.set(data, quotation.path("file").asText());
      Citation place =
          new Citation(
              quotation.path("report").asText(),
              new Span(quotation.path("start").asInt(), quotation.path("end").asInt()));
      Optional<Named> said = attributed(result, place);
      switch (quotation.path("kind").asText()) {
        case "scare" -> {
          scare.add(said.isPresent());
          said.filter(named -> SHOW)
              .ifPresent(named -> System.out.println("SCARE\t" + named.name() + "\t" + quotation));
        }
        case "bad" -> {}
        default -> {
          if (!quotation.path("who").asText().equals("?")) {
            reports.add("attribution", quotation, said);
            stories.add("quotation", quotation, quoted(result, place));
          }
        }
      }
    }
    return List.of(
        Figure.atLeast(
            "attributions right, of given", reports.right.share(), 0.94, ".88 closed (0.1.0)"),
        Figure.atLeast("attributions given", reports.given.share(), 0.97, ".99 closed (0.1.0)"),
        Figure.atLeast(
            "story quotations right, of given", stories.right.share(), 0.95, ".90 closed (0.1.0)"),
        Figure.atLeast("story quotations given", stories.given.share(), 0.97, ".99 closed (0.1.0)"),
        Figure.atMost("scare quotes given a speaker", scare.share(), 0.22, ".78 closed (0.1.0)"),
        Figure.shown("quotations read", reports.given.all()),
        Figure.shown("scare quotes", scare.all()));
  }

  private static Optional<Named> attributed(ResultDocument result, Citation place) {
    return result.report(place.report()).stream()
        .flatMap(report -> list(report.path("attributions")).stream())
        .filter(said -> shared(said, place.span()) > 0)
        .max(Comparator.comparingInt(said -> shared(said, place.span())))
        .flatMap(said -> speaker(result, place.report(), said.path("source")));
  }

  /** Of the words between marks, and where there are none of the content. */
  private static int shared(JsonNode said, Span words) {
    int quoted = list(said.path("quoted")).stream().mapToInt(span -> overlap(span, words)).sum();
    return quoted * 1000
        + list(said.path("content")).stream().mapToInt(span -> overlap(span, words)).sum();
  }

  private static Optional<Named> speaker(ResultDocument result, String report, JsonNode source) {
    Optional<Named> entity = entity(result, source.path("entity"));
    if (entity.isPresent() || !source.path("start").isInt()) {
      return entity;
    }
    return result
        .report(report)
        .map(text -> text.path("body").asText())
        .map(body -> body.substring(source.path("start").asInt(), source.path("end").asInt()))
        .flatMap(SpeakersSuite::printed);
  }

  private static Optional<Named> entity(ResultDocument result, JsonNode id) {
    return result
        .entity(id.asText())
        .map(
            entity ->
                new Named(
                    entity.path("name").asText(),
                    list(entity.path("aliases")).stream().map(JsonNode::asText).toList()));
  }

  /** A source as long as a paragraph is none. */
  private static Optional<Named> printed(String words) {
    return words.isBlank() || words.split(" ").length > MAX_SOURCE_WORDS
        ? Optional.empty()
        : Optional.of(new Named(words, List.of()));
  }

  private static Optional<Named> quoted(ResultDocument result, Citation place) {
    return result.storyOf(place.report()).stream()
        .flatMap(story -> list(story.path("quotations")).stream())
        .filter(quotation -> shares(quotation, place) > 0)
        .max(Comparator.comparingInt(quotation -> shares(quotation, place)))
        .flatMap(
            quotation ->
                entity(result, quotation.path("speaker"))
                    .or(
                        () ->
                            quotation.path("source").isTextual()
                                ? printed(quotation.path("source").asText())
                                : Optional.empty()));
  }

  private static int shares(JsonNode quotation, Citation place) {
    return list(quotation.path("wordings")).stream()
        .filter(wording -> touches(wording, place))
        .mapToInt(wording -> overlap(wording, place.span()))
        .sum();
  }
}
