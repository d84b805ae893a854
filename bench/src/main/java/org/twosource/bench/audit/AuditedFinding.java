package org.twosource.bench.audit;

import java.util.List;

/**
 * One finding to be judged.
 *
 * @param kind what sort of finding: the precision is given by kind
 * @param build which build found it: {@code this} or {@code other}
 * @param story the story it is of, by the name that the data give it
 * @param id what it is known by when the texts are gone
 * @param finding what the product says
 * @param context the texts it rests on
 */
record AuditedFinding(
    String kind, String build, String story, String id, String finding, List<String> context) {
  AuditedFinding {
    context = List.copyOf(context);
  }
}
