package org.twosource.bench.suite.copying;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twosource.annotate.Annotated;
import org.twosource.bench.generator.ReportStream;
import org.twosource.reuse.CandidateIndex.Candidate;
import org.twosource.reuse.PassageAligner;
import org.twosource.reuse.SampledNgramIndex;
import org.twosource.story.OnlineStoryFinder;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/**
 * A generated stream as it arrives: every report is looked up in the index, added to it and put
 * into a story; one in {@value #EVERY} is aligned with its candidates. Nothing but the index and
 * the story finder keeps reports, but for the latest {@value #LATEST}, among which the candidates
 * of a report nearly always are.
 *
 * @param index CPU seconds of looking up and adding
 * @param alignment CPU seconds of aligning, as if every report were aligned
 * @param stories CPU seconds of placing
 * @param bytesPerReport of the index, by its own accounting
 */
record GrowthTrial(
    int reports, double index, double alignment, double stories, double bytesPerReport) {
  private static final int EVERY = 20;
  private static final int LATEST = 4_000;
  private static final int BATCH = 50;
  private static final long SEED = 3;

  static GrowthTrial of(int reports) {
    StandardTextBuilder builder = new StandardTextBuilder();
    SampledNgramIndex index = new SampledNgramIndex();
    OnlineStoryFinder finder = new OnlineStoryFinder();
    Map<String, Annotated> latest =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Annotated> eldest) {
            return size() > LATEST;
          }
        };
    long indexing = 0;
    long aligning = 0;
    long placing = 0;
    for (ReportStream stream = new ReportStream(reports, SEED); stream.hasNext(); ) {
      List<Text> texts = new ArrayList<>();
      while (stream.hasNext() && texts.size() < BATCH) {
        texts.add(builder.build(stream.next().report()));
      }
      List<List<Candidate>> found = new ArrayList<>();
      long start = cpu();
      for (Text text : texts) {
        found.add(index.find(text));
        index.add(text);
      }
      long indexed = cpu();
      texts.forEach(finder::add);
      long placed = cpu();
      texts.forEach(text -> latest.put(text.id(), Annotated.bare(text)));
      for (int at = 0; at < texts.size(); at += EVERY) {
        align(texts.get(at).id(), found.get(at), latest);
      }
      indexing += indexed - start;
      placing += placed - indexed;
      aligning += cpu() - placed;
    }
    return new GrowthTrial(
        reports,
        indexing / 1e9,
        EVERY * aligning / 1e9,
        placing / 1e9,
        index.bytes() / (double) reports);
  }

  private static void align(String id, List<Candidate> found, Map<String, Annotated> latest) {
    List<Annotated> reports = new ArrayList<>();
    for (Candidate candidate : found) {
      Annotated known = latest.get(candidate.report());
      if (known != null) {
        reports.add(known);
      }
    }
    Annotated own = latest.get(id);
    if (own != null && !reports.isEmpty()) {
      reports.add(own);
      new PassageAligner().align(reports);
    }
  }

  double all() {
    return index + alignment + stories;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
