package org.twosource.annotate;

import java.util.List;
import java.util.Optional;

/**
 * The reports of one story, annotated together, and the entities they share.
 *
 * @param reports in the order given
 * @param entities everything a mention points to, by id
 */
public record Annotations(List<Annotated> reports, List<Entity> entities) {
  public Annotations {
    reports = List.copyOf(reports);
    entities = List.copyOf(entities);
  }

  public Optional<Annotated> report(String id) {
    return reports.stream().filter(report -> report.id().equals(id)).findFirst();
  }

  public Optional<Entity> entity(String id) {
    return entities.stream().filter(entity -> entity.id().equals(id)).findFirst();
  }
}
