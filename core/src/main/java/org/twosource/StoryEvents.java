package org.twosource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Entity;
import org.twosource.annotate.Event;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.text.Text;

/**
 * The events of a story without their copies: each is told once, with the number of families that
 * tell it. One report speaks for a family, so an event that two hundred outlets print of one agency
 * counts one. Two families tell one event where its code, its sides and its day are the same; what
 * they rest on (one ministry, say) is not asked. Thread-safe.
 */
public final class StoryEvents {
  private final StandardAnnotator annotator;

  public StoryEvents(StandardAnnotator annotator) {
    this.annotator = annotator;
  }

  /**
   * An event.
   *
   * @param plover the PLOVER root, or a type of our own such as {@code ACCIDENT}
   * @param cameo the CAMEO code
   * @param actors names of who does it, or the words where no name is known
   * @param recipients likewise of whom it is done to or with
   * @param date the day, as far as it is known
   * @param status held, planned, denied and so on, as the first family tells it
   * @param first where the first family tells it
   * @param families ids of the families that tell it, in story order
   */
  public record Told(
      Optional<String> plover,
      Optional<String> mode,
      Optional<String> cameo,
      List<String> actors,
      List<String> recipients,
      Optional<String> place,
      Optional<PartialDate> date,
      Event.Status status,
      Citation first,
      List<String> families) {
    public Told {
      actors = List.copyOf(actors);
      recipients = List.copyOf(recipients);
      families = List.copyOf(families);
    }
  }

  /** What two families that tell one event have in common. */
  private record Sameness(
      Optional<String> plover,
      Optional<String> cameo,
      Set<String> actors,
      Set<String> recipients,
      Optional<String> day) {
    static Sameness of(Event event) {
      return new Sameness(
          event.type(),
          event.cameo(),
          Set.copyOf(event.actors()),
          Set.copyOf(event.recipients()),
          event.date().map(date -> date.day().iso()));
    }
  }

  /** One that is being counted. */
  private record Counted(Annotated report, Event event, Set<String> families) {}

  /**
   * Counts the events of a story.
   *
   * @param speakers one report a family, in story order
   * @param familyOf the family of each, by the report's id
   */
  public List<Told> of(List<Text> speakers, Map<String, String> familyOf) {
    Annotations read = annotator.annotate(speakers);
    Map<Sameness, Counted> counted = new LinkedHashMap<>();
    for (Annotated report : read.reports()) {
      for (Event event : report.events()) {
        if (event.isWorthCoding()) {
          counted
              .computeIfAbsent(
                  Sameness.of(event), any -> new Counted(report, event, new LinkedHashSet<>()))
              .families()
              .add(familyOf.getOrDefault(report.id(), report.id()));
        }
      }
    }
    Map<String, String> names = new HashMap<>();
    for (Entity entity : read.entities()) {
      names.put(entity.id(), entity.name());
    }
    List<Told> told = new ArrayList<>();
    counted.values().forEach(one -> told.add(told(one, names)));
    return told;
  }

  private static Told told(Counted counted, Map<String, String> names) {
    Event event = counted.event();
    return new Told(
        event.type(),
        event.mode(),
        event.cameo(),
        event.actors().stream().map(id -> names.getOrDefault(id, id)).toList(),
        event.recipients().stream().map(id -> names.getOrDefault(id, id)).toList(),
        event.place().map(id -> names.getOrDefault(id, id)),
        event.date(),
        event.status(),
        counted.report().report().cite(event.span()),
        List.copyOf(counted.families()));
  }
}
