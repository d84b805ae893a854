package org.twosource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.brief.StoryAccount;
import org.twosource.distortion.Distortions;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.report.ContentIds;
import org.twosource.report.Report;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.CandidateIndex;
import org.twosource.reuse.FurnitureIndex;
import org.twosource.reuse.SampledNgramIndex;
import org.twosource.text.Text;

/**
 * A story that reports are added to one at a time, at a cost that does not grow with its size: a
 * newcomer is compared with the reports that share most of its rarer word sequences, and with one
 * report of each of the largest other families, not with all. That tells whose copy it is, what it
 * changed, and whether it is one more source. The whole account (claims, brief, the tree of all
 * copies) is made again by a {@link Pipeline} when somebody asks for it.
 *
 * <p>Keeps state; one thread at a time.
 */
public final class GrowingStory {
  /** Reports that share text with a newcomer and are compared with it. */
  public static final int NEAREST = 16;

  /** Families of which one report is compared even where no word sequence is shared. */
  public static final int OTHER_FAMILIES = 8;

  private final Pipeline.Stages stages;
  private final StandardAnnotator annotator;
  private final CandidateIndex index = new SampledNgramIndex();
  private final Map<String, Annotated> reports = new LinkedHashMap<>();
  private final Map<String, String> familyOf = new LinkedHashMap<>();
  private final Map<String, List<String>> families = new LinkedHashMap<>();
  private final ContentIds ids = new ContentIds();

  GrowingStory(Pipeline.Stages stages, StandardAnnotator annotator, StoryAccount account) {
    this.stages = stages;
    this.annotator = annotator;
    account.annotations().reports().forEach(this::keep);
    for (Family family : account.lineage().families()) {
      families.put(family.id(), new ArrayList<>(family.reports()));
      family.reports().forEach(report -> familyOf.put(report, family.id()));
      ids.free(family.id());
    }
  }

  /** The number of reports. */
  public int size() {
    return reports.size();
  }

  /** Independent sources behind the reports so far. */
  public int sources() {
    return families.size();
  }

  /**
   * Adds a report.
   *
   * @throws IllegalArgumentException when a report of this id is in the story
   */
  public Arrival add(Report report) {
    if (reports.containsKey(report.id())) {
      throw new IllegalArgumentException("the story has a report '" + report.id() + "' already");
    }
    Text text = dated(stages.textBuilder().build(report));
    List<Annotated> near = near(text);
    Annotations annotations = annotator.join(near, text);
    Annotated newcomer = annotations.reports().getLast();
    List<Alignment> alignments =
        stages.aligner().apply(new FurnitureIndex().outside(Set.of())).align(annotations.reports());
    Lineage lineage = stages.lineageBuilder().build(annotations.reports(), alignments);
    Distortions changes = stages.distortionFinder().find(annotations, alignments, lineage);
    List<String> joined = joined(lineage, report.id());
    keep(newcomer);
    place(report.id(), joined);
    return new Arrival(
        newcomer,
        joined,
        alignments.stream()
            .filter(one -> one.a().equals(report.id()) || one.b().equals(report.id()))
            .toList(),
        lineage.derivations().stream()
            .filter(one -> one.from().equals(report.id()) || one.to().equals(report.id()))
            .sorted(Comparator.comparingDouble(Derivation::confidence).reversed())
            .toList(),
        changes.distortions().stream()
            .filter(one -> one.to().report().equals(report.id()))
            .toList(),
        families.size());
  }

  private void keep(Annotated report) {
    reports.put(report.id(), report);
    index.add(report.text());
  }

  /** A report without a date gets the one of the reports around it. */
  private Text dated(Text text) {
    List<Text> all = new ArrayList<>(reports.values().stream().map(Annotated::text).toList());
    all.add(text);
    return new PublicationDates(java.util.Optional.empty()).complete(all).getLast();
  }

  private List<Annotated> near(Text text) {
    Set<String> ids = new LinkedHashSet<>();
    index.find(text).stream().limit(NEAREST).forEach(found -> ids.add(found.report()));
    Set<String> met = new LinkedHashSet<>(ids.stream().map(familyOf::get).toList());
    families.entrySet().stream()
        .filter(family -> !met.contains(family.getKey()))
        .sorted(Comparator.comparingInt(family -> -family.getValue().size()))
        .limit(OTHER_FAMILIES)
        .forEach(family -> ids.add(family.getValue().getFirst()));
    return reports.values().stream().filter(report -> ids.contains(report.id())).toList();
  }

  /**
   * The families of the reports that are of one source with the newcomer. It joins two families
   * only where a pair of it with each of them is told; that two others are alike is no news of it.
   */
  private List<String> joined(Lineage near, String newcomer) {
    List<String> ofOneSource =
        near.families().stream()
            .filter(family -> family.reports().contains(newcomer))
            .flatMap(family -> family.reports().stream())
            .filter(familyOf::containsKey)
            .toList();
    Set<String> told = new LinkedHashSet<>();
    for (Derivation derivation : near.derivations()) {
      if (derivation.from().equals(newcomer) || derivation.to().equals(newcomer)) {
        told.add(derivation.from());
        told.add(derivation.to());
      }
    }
    List<String> byPair = ofOneSource.stream().filter(told::contains).toList();
    List<String> ids = List.copyOf(families.keySet());
    return (byPair.isEmpty() ? ofOneSource.stream().limit(1).toList() : byPair)
        .stream()
            .map(familyOf::get)
            .distinct()
            .sorted(Comparator.comparingInt(ids::indexOf))
            .toList();
  }

  /** Puts the newcomer into the first family it joins, and the others with it. */
  private void place(String report, List<String> joined) {
    String home = joined.isEmpty() ? ids.of('f', report) : joined.getFirst();
    List<String> members = families.computeIfAbsent(home, id -> new ArrayList<>());
    for (String other : joined) {
      if (!other.equals(home)) {
        members.addAll(families.remove(other));
      }
    }
    members.add(report);
    members.forEach(member -> familyOf.put(member, home));
  }
}
