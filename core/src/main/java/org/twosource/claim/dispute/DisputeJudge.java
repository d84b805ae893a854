package org.twosource.claim.dispute;

import java.util.List;
import org.twosource.reuse.LinearModel;

/**
 * Whether two wordings answer one question, and whether differently: three logistic regressions
 * over {@link DisputeEvidence}. Learned from written stories; see {@code weights/dispute.card.md}.
 *
 * @param question whether both answer one question
 * @param disputed whether they answer it differently, and nothing has overtaken either
 * @param updated whether the later has overtaken the earlier
 */
public record DisputeJudge(LinearModel question, LinearModel disputed, LinearModel updated) {
  /** Names of what is seen for {@link #question}. */
  public static final List<String> QUESTION = DisputeEvidence.QUESTION_FEATURES;

  /** Names of what is seen for {@link #disputed} and {@link #updated}. */
  public static final List<String> ANSWERS = DisputeEvidence.ANSWER_FEATURES;

  private static final String FOLDER = "/org/twosource/weights/";

  /** The committed weights. */
  public static DisputeJudge standard() {
    return new DisputeJudge(
        LinearModel.load(FOLDER + "dispute-question.txt", QUESTION),
        LinearModel.load(FOLDER + "dispute-open.txt", ANSWERS),
        LinearModel.load(FOLDER + "dispute-update.txt", ANSWERS));
  }
}
