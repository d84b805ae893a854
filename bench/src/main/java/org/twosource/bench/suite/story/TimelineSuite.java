package org.twosource.bench.suite.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.data.LabelledStories;
import org.twosource.brief.StoryAccount;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.timeline.Timeline;

/**
 * Timelines of the labelled stories. A labelled event is found with the right date when an entry
 * that cites one of its statements has the same date, the label's time of day left out; a coarser
 * or finer date that contains or lies in the label's is shown beside it. Status is measured over
 * the events found with the right date.
 */
public final class TimelineSuite implements Suite {
  private static final boolean SHOW = System.getenv("TWOSOURCE_SHOW") != null;

  @Override
  public String name() {
    return "timeline";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    int labelled = 0;
    int dated = 0;
    int compatible = 0;
    int status = 0;
    int entries = 0;
    try (StoryStages stages = new StoryStages()) {
      for (var story : LabelledStories.read(data).stories()) {
        StoryAccount account = stages.run(story.id(), story.reports());
        entries += account.timeline().entries().size();
        for (JsonNode event : story.events().path("events")) {
          labelled++;
          String date = event.path("date").asText().replaceFirst("T.*", "");
          List<Timeline.Entry> citing =
              account.timeline().entries().stream().filter(entry -> cites(entry, event)).toList();
          Optional<Timeline.Entry> right =
              citing.stream().filter(entry -> entry.date().day().iso().equals(date)).findFirst();
          PartialDate label = new PartialDate(date);
          compatible += citing.stream().anyMatch(entry -> entry.date().agreesWith(label)) ? 1 : 0;
          boolean rightStatus =
              citing.stream()
                  .filter(entry -> entry.date().day().iso().equals(date))
                  .anyMatch(entry -> entry.status().label().equals(event.path("status").asText()));
          dated += right.isPresent() ? 1 : 0;
          status += rightStatus ? 1 : 0;
          if (SHOW && (right.isEmpty() || !rightStatus)) {
            System.out.println(
                (right.isEmpty() ? "DATE " : "STATUS ")
                    + story.id()
                    + " "
                    + date
                    + " "
                    + event.path("status").asText()
                    + " "
                    + event.path("text").asText()
                    + " | "
                    + citing.stream()
                        .map(entry -> entry.date().iso() + " " + entry.status())
                        .toList()
                    + " | "
                    + event.path("statements").path(0).path("text").asText());
          }
        }
      }
    }
    return List.of(
        Figure.atLeast(
            "labelled events found with the right date", ratio(dated, labelled), 0.70, ""),
        Figure.atLeast("right status, of those", ratio(status, dated), 0.75, ""),
        Figure.shown("labelled events found with a date that agrees", ratio(compatible, labelled)),
        Figure.shown("entries a story", entries / 8.0));
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  private static boolean cites(Timeline.Entry entry, JsonNode event) {
    for (JsonNode statement : event.path("statements")) {
      Citation place = LabelledStories.place(statement);
      if (entry.statements().stream().anyMatch(at -> LabelledStories.touch(at, place))) {
        return true;
      }
    }
    return false;
  }
}
