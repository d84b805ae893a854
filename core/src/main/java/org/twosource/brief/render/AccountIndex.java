package org.twosource.brief.render;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Entity;
import org.twosource.brief.Account;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.Dispute;
import org.twosource.claim.DisputeSide;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.Quotation;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.text.Sentence;
import org.twosource.timeline.Timeline;

/** Look-ups and orders that several renderers need over one account. */
public final class AccountIndex {
  private static final Comparator<Distortion> WORST_FIRST =
      Comparator.comparing(Distortion::severity)
          .thenComparing(Comparator.comparingDouble(Distortion::confidence).reversed());

  private final Map<String, Annotated> reports = new LinkedHashMap<>();
  private final Map<String, Entity> entities = new HashMap<>();

  public AccountIndex(Account account) {
    account.reports().forEach(report -> reports.put(report.id(), report));
    account.entities().forEach(entity -> entities.put(entity.id(), entity));
  }

  /** One dispute and the claim it stands in. */
  public record Disagreement(Claim claim, Dispute dispute) {
    public boolean isOpen() {
      return dispute.resolution() == Dispute.Resolution.OPEN;
    }

    public Citation a() {
      return at(dispute.a());
    }

    public Citation b() {
      return at(dispute.b());
    }

    /** Where a side was read. */
    public Citation at(DisputeSide side) {
      return claim.statements().get(side.statement()).at();
    }
  }

  public Annotated report(String id) {
    Annotated report = reports.get(id);
    if (report == null) {
      throw new IllegalArgumentException("report '" + id + "' is not in the account");
    }
    return report;
  }

  /** What a reader knows a report by: its outlet, with its id if others have it too. */
  public String reportName(String id) {
    Optional<String> outlet = report(id).report().outlet();
    boolean alone =
        reports.values().stream().filter(one -> one.report().outlet().equals(outlet)).count() == 1;
    return PlainText.line(
        outlet.map(name -> alone ? name : name + " " + PlainText.cut(id, 12)).orElse(id));
  }

  /**
   * The events that say most of the story, by date: those of most sources first, then those that a
   * claim of several sources stands behind, then those nearest its last day; years of background
   * come last. A sentence with several dates is told once.
   */
  public static List<Timeline.Entry> central(StoryAccount story, int count) {
    List<Timeline.Entry> entries = story.timeline().entries();
    Optional<LocalDate> last = story.story().to().map(PartialDate::earliest);
    Set<String> told = new HashSet<>();
    Set<Timeline.Entry> backed = Collections.newSetFromMap(new IdentityHashMap<>());
    entries.stream().filter(entry -> isBacked(story, entry)).forEach(backed::add);
    ToLongFunction<Timeline.Entry> away =
        entry ->
            last.map(day -> Math.abs(ChronoUnit.DAYS.between(entry.date().earliest(), day)))
                .orElse(0L);
    return entries.stream()
        .sorted(
            Comparator.comparingInt((Timeline.Entry entry) -> -entry.families())
                .thenComparing(entry -> !backed.contains(entry))
                .thenComparingLong(away))
        .filter(entry -> told.add(entry.text()))
        .limit(count)
        .sorted(Comparator.comparingInt(entries::indexOf))
        .toList();
  }

  private static boolean isBacked(StoryAccount story, Timeline.Entry entry) {
    return story.claims().stream()
        .filter(claim -> claim.families() > 1)
        .flatMap(claim -> claim.statements().stream())
        .anyMatch(
            statement ->
                entry.statements().stream()
                    .anyMatch(
                        at ->
                            at.report().equals(statement.at().report())
                                && at.span().overlaps(statement.at().span())));
  }

  /**
   * Who says a quotation: the name of an entity, else the words that the report has for them; where
   * two may, both.
   */
  public String speaker(Quotation quotation) {
    if (!quotation.candidates().isEmpty()) {
      return "Speaker open: "
          + String.join(" or ", quotation.candidates().stream().map(this::name).toList());
    }
    return quotation
        .speaker()
        .map(this::name)
        .or(
            () ->
                quotation
                    .source()
                    .map(words -> PlainText.capital(PlainText.cut(PlainText.line(words), 60))))
        .orElse("Speaker not known");
  }

  public boolean hasReport(String id) {
    return reports.containsKey(id);
  }

  /** The name behind an entity id; the id itself when nothing is known of it. */
  public String name(String entity) {
    Entity known = entities.get(entity);
    return known == null ? entity : PlainText.line(known.name());
  }

  /** The cited characters. */
  public String words(Citation citation) {
    String body = report(citation.report()).body();
    int end = Math.min(citation.span().end(), body.length());
    return body.substring(Math.min(citation.span().start(), end), end);
  }

  /** The cited characters and the rest of the sentences they stand in. */
  public Span sentences(Citation citation) {
    Annotated report = report(citation.report());
    Span span = citation.span();
    Span whole = span;
    Optional<Sentence> first = report.text().sentenceAt(span.start());
    Optional<Sentence> last = report.text().sentenceAt(Math.max(span.start(), span.end() - 1));
    if (first.isPresent()) {
      whole = whole.union(first.get().span());
    }
    if (last.isPresent()) {
      whole = whole.union(last.get().span());
    }
    int length = report.body().length();
    return new Span(Math.min(whole.start(), length), Math.min(whole.end(), length));
  }

  public static List<Distortion> worstFirst(StoryAccount story) {
    return story.distortions().distortions().stream().sorted(WORST_FIRST).toList();
  }

  /** Disputes between reports first, open ones before settled ones, else in the order of claims. */
  public static List<Disagreement> disagreements(StoryAccount story) {
    List<Disagreement> disagreements = new ArrayList<>();
    for (Claim claim : story.claims()) {
      for (Dispute dispute : claim.disputes()) {
        disagreements.add(new Disagreement(claim, dispute));
      }
    }
    disagreements.sort(
        Comparator.comparing((Disagreement one) -> one.dispute().resolution())
            .thenComparing(one -> one.dispute().between()));
    return disagreements;
  }

  public static List<Disagreement> openDisagreements(StoryAccount story) {
    return disagreements(story).stream().filter(Disagreement::isOpen).toList();
  }

  /** Quotations printed by several reports first, those with altered wordings before others. */
  public static List<Quotation> quotations(StoryAccount story) {
    return story.distortions().quotations().stream()
        .sorted(
            Comparator.comparing((Quotation one) -> !isAltered(one))
                .thenComparing(one -> -one.wordings().size()))
        .toList();
  }

  public static boolean isAltered(Quotation quotation) {
    return quotation.wordings().stream().anyMatch(Quotation.Printing::altered);
  }
}
