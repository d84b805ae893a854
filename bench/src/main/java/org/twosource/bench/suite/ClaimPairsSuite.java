package org.twosource.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.*;
import java.util.*;
import org.twosource.bench.*;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.StandardClaimMatcher;
import org.twosource.report.Citation;

/** dump */
public final class ClaimPairsSuite implements Suite {
  @Override
  public String name() {
    return "claim-pairs";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    StringBuilder out = new StringBuilder("story\tlabel\tsame\tta\ttb\t" + String.join("\t", StandardClaimMatcher.evidenceNames()) + "\n");
    try (StoryStages stages = new StoryStages()) {
      for (var story : LabelledStories.read(data).stories()) {
        StoryAccount account = stages.run(story.id(), story.reports(), Optional.of(story.lineage()));
        for (var c : new StandardClaimMatcher().compare(account.annotations(), account.alignments(), account.lineage())) {
          Set<Integer> a = claims(story, c.a()), b = claims(story, c.b());
          int label = a.isEmpty() && b.isEmpty() ? -1 : a.isEmpty() || b.isEmpty() ? 0 : 1;
          Set<Integer> both = new TreeSet<>(a);
          both.retainAll(b);
          out.append(story.id()).append('\t').append(label).append('\t').append(both.isEmpty() ? 0 : 1);
          out.append('\t').append(text(story, c.a())).append('\t').append(text(story, c.b()));
          for (double e : c.evidence()) out.append('\t').append(String.format(Locale.ROOT, "%.4f", e));
          out.append('\n');
        }
      }
    }
    Files.writeString(Path.of("/tmp/pairs.tsv"), out);
    return List.of();
  }

  private static String text(LabelledStories.One story, List<Citation> at) {
    return story.reports().stream().filter(r -> r.id().equals(at.getFirst().report())).map(r -> at.getFirst().span().in(r.body()).replaceAll("\\s+", " ")).findFirst().orElse("");
  }

  private static Set<Integer> claims(LabelledStories.One story, List<Citation> places) {
    Set<Integer> in = new TreeSet<>();
    int n = 0;
    for (JsonNode claim : story.claims().path("claims")) {
      n++;
      for (JsonNode s : claim.path("statements")) {
        Citation at = LabelledStories.place(s);
        if (places.stream().anyMatch(p -> LabelledStories.touch(p, at))) in.add(n);
      }
    }
    return in;
  }
}
