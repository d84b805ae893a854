package org.twosource.distortion;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.CasesFile;
import org.twosource.EvidenceFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.distortion.propose.Proposal;
import org.twosource.distortion.propose.ProposalEvidence;
import org.twosource.distortion.propose.Proposers;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** What the judge of changes is given for the pairs of two cases files. */
class GoldenProposalsTest {

  @Test
  void everyProposalHasTheEvidenceThatTheJudgeLearnedFrom() throws IOException {
    EvidenceFile evidence = new EvidenceFile();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      for (List<String> row : CasesFile.rows("Proposers")) {
        add(annotator, row.get(1), row.get(2), evidence);
      }
      for (List<String> row : CasesFile.rows("CopiedChanges")) {
        add(annotator, row.get(0), row.get(1), evidence);
      }
    }
    evidence.check("Proposals");
  }

  private static void add(
      StandardAnnotator annotator, String before, String after, EvidenceFile evidence) {
    List<Annotated> both =
        annotator.annotate(List.of(text("before", before), text("after", after))).reports();
    List<Proposal> proposals =
        Proposers.of(
            new SentencePair(
                both.get(0),
                new Span(0, before.length()),
                both.get(1),
                new Span(0, after.length()),
                new TokenWordAligner()),
            List.of());
    for (Proposal proposal : proposals) {
      String from = proposal.before().map(span -> span.in(before)).orElse("-");
      String to = proposal.after().map(span -> span.in(after)).orElse("-");
      evidence.add(
          proposal.kind().label() + ": " + from + " > " + to,
          ProposalEvidence.FEATURES,
          proposal.evidence());
    }
  }

  private static Text text(String id, String body) {
    return new StandardTextBuilder().build(Report.of(id, body).withLanguage(Optional.of("en")));
  }
}
