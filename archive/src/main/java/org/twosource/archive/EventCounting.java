package org.twosource.archive;

import static org.apache.spark.sql.functions.col;
import static org.twosource.archive.Schemas.INT;
import static org.twosource.archive.Schemas.TEXT;
import static org.twosource.archive.Schemas.TEXTS;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.twosource.StoryEvents;
import org.twosource.StoryEvents.Told;
import org.twosource.report.PartialDate;
import org.twosource.text.Text;

/** The events of all stories, each once, with the number of families that tell it. */
final class EventCounting {
  static final StructType SCHEMA =
      Schemas.of(
          "first", INT,
          "story", TEXT,
          "plover", TEXT,
          "mode", TEXT,
          "cameo", TEXT,
          "actors", TEXTS,
          "recipients", TEXTS,
          "place", TEXT,
          "date", TEXT,
          "status", TEXT,
          "families", INT,
          "toldBy", TEXTS,
          "report", TEXT,
          "start", INT,
          "end", INT,
          "text", TEXT);

  /** Families that are asked, the first; a story has more only where everybody writes of it. */
  private static final int MOST_FAMILIES = 300;

  private static final int REPORT = 4;

  private EventCounting() {}

  /**
   * @param speakers rows of first, story, family and the place of the report that speaks for it
   */
  static Dataset<Row> of(Dataset<Row> speakers, Dataset<Row> reports, Tier tier, int partitions) {
    return speakers
        .join(reports, "place")
        .select(ReportRow.columns("first", "place", "story", "family"))
        .repartition(partitions, col("first"))
        .sortWithinPartitions("first", "place")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new Counted(rows, tier),
            Encoders.row(SCHEMA));
  }

  /** One story after another. */
  private static final class Counted implements Iterator<Row> {
    private final Groups stories;
    private final Tier tier;
    private Iterator<Row> events = List.<Row>of().iterator();

    Counted(Iterator<Row> rows, Tier tier) {
      this.stories = new Groups(rows, 0);
      this.tier = tier;
    }

    @Override
    public boolean hasNext() {
      while (!events.hasNext() && stories.hasNext()) {
        events = events(stories.next()).iterator();
      }
      return events.hasNext();
    }

    @Override
    public Row next() {
      return events.next();
    }

    private List<Row> events(List<Row> speakers) {
      Map<String, String> familyOf = new LinkedHashMap<>();
      Map<String, Text> texts = new LinkedHashMap<>();
      for (Row row : speakers.subList(0, Math.min(MOST_FAMILIES, speakers.size()))) {
        Text text = Opened.texts().build(ReportRow.report(row, REPORT));
        familyOf.put(text.id(), row.getString(3));
        texts.put(text.id(), text);
      }
      StoryEvents reader = Opened.events(tier);
      return reader.of(List.copyOf(texts.values()), familyOf).stream()
          .map(told -> row(speakers.getFirst(), told, texts))
          .toList();
    }

    private static Row row(Row story, Told told, Map<String, Text> texts) {
      Text text = Objects.requireNonNull(texts.get(told.first().report()));
      return RowFactory.create(
          story.getInt(0),
          story.getString(2),
          told.plover().orElse(null),
          told.mode().orElse(null),
          told.cameo().orElse(null),
          told.actors().toArray(String[]::new),
          told.recipients().toArray(String[]::new),
          told.place().orElse(null),
          told.date().map(PartialDate::iso).orElse(null),
          told.status().label(),
          told.families().size(),
          told.families().toArray(String[]::new),
          told.first().report(),
          told.first().span().start(),
          told.first().span().end(),
          text.of(told.first().span()));
    }
  }
}
