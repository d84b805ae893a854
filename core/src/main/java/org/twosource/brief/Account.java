package org.twosource.brief;

import java.util.List;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Entity;
import org.twosource.report.Unreadable;

/**
 * The whole result of a run.
 *
 * @param made what made it
 * @param unreadable what gave no report
 * @param reports all reports, in input order
 * @param entities over all stories, by id
 * @param stories in order of their first report
 * @param until the last stage that was run; the fields of later stages are absent in the output
 */
public record Account(
    Provenance made,
    List<Unreadable> unreadable,
    List<Annotated> reports,
    List<Entity> entities,
    List<StoryAccount> stories,
    Stage until) {
  public Account {
    unreadable = List.copyOf(unreadable);
    reports = List.copyOf(reports);
    entities = List.copyOf(entities);
    stories = List.copyOf(stories);
  }
}
