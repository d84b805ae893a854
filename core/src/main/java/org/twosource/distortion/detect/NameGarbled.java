package org.twosource.distortion.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.annotate.Mention;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;

/** A name that copying or translation spoiled: it sounds alike and means nothing. */
public final class NameGarbled implements Detector {

  @Override
  public Kind kind() {
    return Kind.NAME_GARBLED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (ReplacedName name : ReplacedName.in(pair)) {
      if (name.isGarbled()) {
        findings.add(name.finding(pair, kind(), Severity.MEDIUM, 0.75, "the name is spoiled"));
      }
    }
    for (Mention spoiled : ReplacedName.names(pair.after())) {
      if (spoiled.form() == Mention.Form.GARBLED) {
        read(pair, spoiled)
            .filter(found -> findings.stream().noneMatch(found::touches))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** A name that the annotations know to be spoiled, beside its right form in the sentence. */
  private Optional<Finding> read(SentencePair pair, Mention spoiled) {
    return ReplacedName.names(pair.before()).stream()
        .filter(name -> name.entity().equals(spoiled.entity()))
        .filter(name -> name.form() == Mention.Form.NAME)
        .filter(name -> !ReplacedName.isClipped(pair, name, spoiled))
        .findFirst()
        .map(
            name ->
                new Finding(
                    kind(),
                    Optional.of(name.span()),
                    Optional.of(spoiled.span()),
                    Severity.MEDIUM,
                    spoiled.confidence(),
                    "the name is spoiled: “"
                        + pair.before().words(name.span())
                        + "”, “"
                        + pair.after().words(spoiled.span())
                        + "”"));
  }
}
