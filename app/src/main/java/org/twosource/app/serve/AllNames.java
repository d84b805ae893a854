package org.twosource.app.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.twosource.app.desk.NamesOfStory;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.report.Report;

/** The names of all stories that were analysed, by name; made anew when another is analysed. */
public final class AllNames {
  private final List<NamesOfStory> of;
  private final List<Listed> listed;
  private final Map<String, List<InStory>> byName = new HashMap<>();
  private final Map<String, String> outlets = new HashMap<>();
  private final Map<String, NamesOfStory> byStory = new HashMap<>();

  AllNames(List<NamesOfStory> of) {
    this.of = of;
    Map<String, Listed> counted = new TreeMap<>();
    for (NamesOfStory story : of) {
      outlets.putAll(story.outlets());
      byStory.put(story.story(), story);
      Map<String, NamesOfStory.Name> once = new LinkedHashMap<>();
      story.names().forEach(name -> once.merge(name.name(), name, NamesOfStory.Name::with));
      for (NamesOfStory.Name name : once.values()) {
        byName
            .computeIfAbsent(name.name(), any -> new ArrayList<>())
            .add(new InStory(story.story(), name));
        counted.merge(
            name.name(),
            new Listed(name.name(), name.type(), 1, name.mentions()),
            (a, b) -> new Listed(a.name(), a.type(), a.stories() + 1, a.mentions() + b.mentions()));
      }
    }
    this.listed =
        counted.values().stream()
            .sorted(
                Comparator.comparingInt((Listed one) -> -one.mentions())
                    .thenComparing(Listed::name))
            .toList();
  }

  /**
   * A name in the list.
   *
   * @param type of what it names in the story analysed last
   * @param stories how many have it
   * @param mentions in all of them
   */
  public record Listed(String name, String type, int stories, int mentions) {}

  /**
   * What one story has of a name.
   *
   * @param story its id
   */
  public record InStory(String story, NamesOfStory.Name name) {}

  boolean areOf(List<NamesOfStory> names) {
    return of == names;
  }

  /** What readers know a report by: as its story shows it, where that was analysed. */
  public String nameOf(StoredReport stored) {
    return nameOf(stored.asPage());
  }

  /** The same of a report under the id of its page. */
  public String nameOf(Report page) {
    Optional<String> outlet = Optional.ofNullable(outlets.get(page.id()));
    return ReportNames.of(page.id(), outlet.isPresent() ? page.withOutlet(outlet) : page);
  }

  /**
   * A story as pages list it: with the number of sources that its account shows where it was
   * analysed as it is now, otherwise with that of the words alone.
   */
  public StoredStory asAnalysed(StoredStory story) {
    NamesOfStory known = byStory.get(story.id());
    return known != null && known.fingerprint().equals(story.fingerprint())
        ? story.withSources(known.sources(), story.changed())
        : story;
  }

  /** How many stories were analysed. */
  public int stories() {
    return of.size();
  }

  /** The most named first. */
  public List<Listed> listed() {
    return listed;
  }

  /** The stories that have a name, the story analysed last first; empty where none has. */
  public List<InStory> of(String name) {
    return byName.getOrDefault(name, List.of());
  }
}
