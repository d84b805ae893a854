package org.twosource.distortion;

import java.util.List;
import java.util.Optional;
import org.twosource.report.Citation;

/**
 * One speech act and all its wordings.
 *
 * @param speaker entity id
 * @param source the words that name who says it, as printed ("a spectator"), where they lead to no
 *     entity and are no pronoun
 * @param candidates ids of the entities that may have said it, where two are left; then there is no
 *     speaker and no source
 * @param best the wording nearest the original
 * @param wordings in story order
 */
public record Quotation(
    Optional<String> speaker,
    Optional<String> source,
    List<String> candidates,
    String best,
    List<Printing> wordings) {
  public Quotation {
    candidates = List.copyOf(candidates);
    wordings = List.copyOf(wordings);
  }

  /**
   * One printing of it.
   *
   * @param at the words inside the quotation marks
   * @param altered whether words differ from {@link Quotation#best()} inside the marks
   */
  public record Printing(Citation at, boolean altered) {}
}
