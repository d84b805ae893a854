package org.twosource.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.twosource.annotate.certainty.CertaintyAnnotator;
import org.twosource.annotate.event.EventAnnotator;
import org.twosource.annotate.event.RootModel;
import org.twosource.annotate.grammar.Parser;
import org.twosource.annotate.grammar.SyntaxAnnotator;
import org.twosource.annotate.names.EntityLinker;
import org.twosource.annotate.names.LearnedNameTagger;
import org.twosource.annotate.names.NameAnnotator;
import org.twosource.annotate.names.NameTagger;
import org.twosource.annotate.quantity.QuantityAnnotator;
import org.twosource.annotate.speech.AttributionAnnotator;
import org.twosource.annotate.speech.SharedQuotations;
import org.twosource.annotate.time.TimexAnnotator;
import org.twosource.encode.Encoder;
import org.twosource.encode.OnnxEncoder;
import org.twosource.encode.TextEncoding;
import org.twosource.encode.Weights;
import org.twosource.report.Limits;
import org.twosource.text.Language;
import org.twosource.text.Text;

/**
 * The annotator made of the parts written out in {@link #standard()}: one encoder pass a sentence,
 * all parts on it, then the entities joined over the texts. Two threads share the texts; what comes
 * out does not depend on which takes which. Thread-safe.
 */
public final class StandardAnnotator implements Annotator, AutoCloseable {
  private static final int THREADS = 2;

  /** The learned heads; each is used where its weights are on the class path. */
  private static final List<String> HEADS = List.of("ner", "attribution", "syntax");

  private final Optional<Encoder> encoder;
  private final List<TextAnnotator> parts;
  private final StoryLinker linker;
  private final int reportSeconds;
  private final SharedQuotations shared = new SharedQuotations(Language.find("en").orElseThrow());

  /** Of these parts, in this order. */
  public StandardAnnotator(
      Optional<Encoder> encoder, List<TextAnnotator> parts, StoryLinker linker) {
    this(encoder, parts, linker, Limits.standard().reportSeconds());
  }

  private StandardAnnotator(
      Optional<Encoder> encoder, List<TextAnnotator> parts, StoryLinker linker, int reportSeconds) {
    this.encoder = encoder;
    this.parts = List.copyOf(parts);
    this.linker = linker;
    this.reportSeconds = reportSeconds;
  }

  /** The same, which gives up a report that takes more seconds of the processor. */
  public StandardAnnotator within(int seconds) {
    return new StandardAnnotator(encoder, parts, linker, seconds);
  }

  /** With the encoder on the class path, if there is one. */
  public static StandardAnnotator standard() {
    return with(OnnxEncoder.open());
  }

  /** The days a text speaks of, read by themselves. */
  public static TimexReader times() {
    return new TimexAnnotator();
  }

  /** By words alone, as when the model is not installed. */
  public static StandardAnnotator lexical() {
    return with(Optional.empty());
  }

  /** With an encoder that is open already, or by words alone; closing the annotator closes it. */
  public static StandardAnnotator with(Optional<Encoder> encoder) {
    return with(encoder, KnownEntities.NONE);
  }

  /** Likewise, with what the user knows of entities. */
  public static StandardAnnotator with(Optional<Encoder> encoder, KnownEntities known) {
    Map<String, Weights> heads = new TreeMap<>();
    for (String head : encoder.isPresent() ? HEADS : List.<String>of()) {
      Weights.find(head).ifPresent(weights -> heads.put(head, weights));
    }
    Optional<Weights> names = Optional.ofNullable(heads.get("ner"));
    // The order matters: each part may use what the ones before it found.
    List<TextAnnotator> parts =
        List.of(
            new VectorAnnotator(),
            new SyntaxAnnotator(Optional.ofNullable(heads.get("syntax")).map(Parser::new)),
            NameAnnotator.with(
                names.<NameTagger>map(LearnedNameTagger::english).orElse(NameTagger.NONE)),
            new TimexAnnotator(),
            new QuantityAnnotator(),
            new AttributionAnnotator(Optional.ofNullable(heads.get("attribution"))),
            new CertaintyAnnotator(),
            new EventAnnotator(encoder.flatMap(one -> RootModel.standard())));
    return new StandardAnnotator(encoder, parts, EntityLinker.with(known));
  }

  /**
   * @throws OverTime when reports take longer than they may; names all of them
   */
  @Override
  public Annotations annotate(List<Text> texts) {
    return linked(texts.size() < 2 ? texts.stream().map(this::annotate).toList() : shared(texts));
  }

  /**
   * Annotates one more text of a story and links its names to those of others.
   *
   * @param known reports annotated before
   * @return the known reports and the new one, in this order, with entities of all of them
   */
  public Annotations join(List<Annotated> known, Text text) {
    List<Annotated> all = new ArrayList<>(known);
    all.add(annotate(text));
    return linked(all);
  }

  private Annotations linked(List<Annotated> alone) {
    Annotations linked = linker.link(alone);
    List<Annotated> settled = new ArrayList<>();
    for (int i = 0; i < alone.size(); i++) {
      settled.add(renamed(alone.get(i), linked.reports().get(i)));
    }
    return new Annotations(shared.correct(settled), linked.entities());
  }

  private List<Annotated> shared(List<Text> texts) {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Annotated>> running =
          texts.stream().map(text -> threads.submit(() -> annotate(text))).toList();
      List<Annotated> done = new ArrayList<>();
      Set<String> late = new LinkedHashSet<>();
      for (Future<Annotated> one : running) {
        try {
          done.add(one.get());
        } catch (ExecutionException failure) {
          if (!(failure.getCause() instanceof OverTime over)) {
            throw failure;
          }
          late.addAll(over.reports());
        }
      }
      if (!late.isEmpty()) {
        throw new OverTime(late, reportSeconds);
      }
      return done;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while annotating", interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("annotating failed", failure.getCause());
    }
  }

  /** One text by itself; its entities are known within the text only. */
  Annotated annotate(Text text) {
    WorkClock clock = new WorkClock(text.id(), reportSeconds);
    TextEncoding encoding =
        encoder
            .map(one -> TextEncoding.of(text.sentences(), clock.before(one)))
            .orElse(TextEncoding.NONE);
    Annotated soFar = Annotated.bare(text);
    for (TextAnnotator part : parts) {
      clock.check();
      soFar = part.annotate(soFar, encoding);
    }
    return soFar;
  }

  /** What points to an entity of the text now points to the entity of the story. */
  private static Annotated renamed(Annotated alone, Annotated linked) {
    Map<String, String> names = new HashMap<>();
    Map<Object, String> now =
        linked.mentions().stream()
            .collect(Collectors.toMap(Mention::span, Mention::entity, (first, second) -> first));
    for (Mention mention : alone.mentions()) {
      String entity = now.get(mention.span());
      if (entity != null) {
        names.putIfAbsent(mention.entity(), entity);
      }
    }
    return linked
        .withAttributions(linked.attributions().stream().map(said -> renamed(said, names)).toList())
        .withEvents(linked.events().stream().map(event -> renamed(event, names)).toList());
  }

  private static Attribution renamed(Attribution said, Map<String, String> names) {
    return new Attribution(
        said.kind(),
        renamed(said.speaker(), names),
        said.cue(),
        said.content(),
        said.quoted(),
        said.confidence());
  }

  /** Two candidates within a text may be one entity of the story. */
  private static Speaker renamed(Speaker speaker, Map<String, String> names) {
    List<String> candidates = renamed(speaker.candidates(), names);
    boolean one = candidates.size() == 1;
    return new Speaker(
        speaker.words(),
        one
            ? Optional.of(candidates.getFirst())
            : speaker.entity().map(entity -> names.getOrDefault(entity, entity)),
        one ? List.of() : candidates,
        speaker.antecedent());
  }

  private static Event renamed(Event event, Map<String, String> names) {
    return new Event(
        event.span(),
        event.trigger(),
        event.type(),
        event.mode(),
        event.cameo(),
        renamed(event.actors(), names),
        renamed(event.recipients(), names),
        event.place().map(entity -> names.getOrDefault(entity, entity)),
        event.date(),
        event.status(),
        event.negated(),
        event.confidence());
  }

  private static List<String> renamed(List<String> entities, Map<String, String> names) {
    return entities.stream().map(entity -> names.getOrDefault(entity, entity)).distinct().toList();
  }

  @Override
  public void close() {
    encoder.ifPresent(Encoder::close);
  }
}
