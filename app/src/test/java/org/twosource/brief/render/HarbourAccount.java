package org.twosource.brief.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Entity;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Event;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Speaker;
import org.twosource.annotate.Timex;
import org.twosource.brief.Account;
import org.twosource.brief.Brief;
import org.twosource.brief.Line;
import org.twosource.brief.Provenance;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.Collapse;
import org.twosource.claim.Dispute;
import org.twosource.claim.DisputeSide;
import org.twosource.claim.Merge;
import org.twosource.claim.Standing;
import org.twosource.claim.Statement;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.Distortions;
import org.twosource.distortion.Quotation;
import org.twosource.encode.Vectors;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.Origin;
import org.twosource.lineage.Versions;
import org.twosource.report.Citation;
import org.twosource.report.Handle;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.report.Unreadable;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Manner;
import org.twosource.reuse.Passage;
import org.twosource.story.Story;
import org.twosource.text.Part;
import org.twosource.text.Published;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.timeline.Timeline;

/**
 * A full account of {@code samples/harbour}, written by hand: every record of every stage is there,
 * with spans that overlap and nest, so that renderers can be tested apart from the stages.
 */
final class HarbourAccount {
  private static final Pattern SENTENCE = Pattern.compile("[^.!?\n]+(?:[.!?]+[\"”]?(?!\\d))?");

  private static final String WIRE = "01-coast-wire";
  private static final String CUT = "02-morning-ledger";
  private static final String DAILY = "03-daily-courant";
  private static final String SCRAPER = "04-world-now-24";
  private static final String LOCAL = "05-selwyn-signal";
  private static final String RADIO = "06-radio-aldmark";

  private final Map<String, String> bodies = new LinkedHashMap<>();

  private HarbourAccount() {
    for (String id : List.of(WIRE, CUT, DAILY, SCRAPER, LOCAL, RADIO)) {
      bodies.put(id, read(id));
    }
  }

  /** The account up to {@code until}; later stages are empty, as the pipeline leaves them. */
  static Account until(Stage until) {
    return new HarbourAccount().account(until);
  }

  static Account full() {
    return until(Stage.BRIEF);
  }

  static Path samples() {
    return Path.of(System.getProperty("twosource.home", ".."), "samples", "harbour");
  }

  private static String read(String id) {
    try {
      return Files.readString(samples().resolve(id + ".txt"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Account account(Stage until) {
    List<Annotated> reports = bodies.keySet().stream().map(this::annotated).toList();
    return new Account(
        new Provenance(
            "0.1.0", Map.of("language", "en"), Map.of("all-minilm-l6-v2-q", "0".repeat(64)), true),
        List.of(new Unreadable("harbour/photo.jpg", 0, "an image (JPEG), not text")),
        reports,
        entities(),
        List.of(story(reports)),
        until);
  }

  private StoryAccount story(List<Annotated> reports) {
    return new StoryAccount(
        new Story(
            "s-01-coast-wire",
            "Dockers and harbour board agree terms to reopen Port Selwyn container terminal",
            day("2024-05-14"),
            day("2024-05-15"),
            List.copyOf(bodies.keySet()),
            List.of(
                new Story.Link(WIRE, CUT, .99, List.of("names: Tomas Reyle", "passages: 6")),
                new Story.Link(WIRE, LOCAL, .71, List.of("names: Edda Quill, Tomas Reyle"))),
            List.of()),
        new Annotations(reports, entities()),
        alignments(),
        lineage(),
        new Distortions(distortions(), quotations()),
        timeline(),
        claims(),
        brief());
  }

  private static Optional<PartialDate> day(String iso) {
    return Optional.of(new PartialDate(iso));
  }

  private Annotated annotated(String id) {
    String body = bodies.get(id);
    Report report =
        new Report(
            id,
            "samples/harbour/" + id + ".txt",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            body);
    List<Sentence> sentences = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    int paragraph = 0;
    int from = 0;
    while (from < body.length()) {
      int end = body.indexOf("\n\n", from);
      end = end < 0 ? body.stripTrailing().length() : end;
      if (end > from) {
        Span span = new Span(from, end);
        Part.Kind kind = kind(span.in(body), paragraph);
        parts.add(new Part(kind, span));
        if (kind == Part.Kind.BODY || kind == Part.Kind.CAPTION) {
          sentences(body, span, kind, paragraph, sentences);
        }
      }
      from = Math.max(end, from) + 2;
      paragraph++;
    }
    Text text =
        new Text(
            report,
            "en",
            new Published(
                day(id.equals(DAILY) ? "2024-05-15" : "2024-05-14"),
                id.equals(SCRAPER) ? Published.From.SIBLINGS : Published.From.TEXT),
            parts,
            sentences,
            id.equals(WIRE) || id.equals(CUT) ? List.of("Coast Wire") : List.of(),
            id.equals(WIRE) || id.equals(CUT) ? Optional.of("PORT SELWYN") : Optional.empty());
    return new Annotated(
        text,
        mentions(id),
        timexes(id),
        List.of(),
        attributions(id),
        events(id),
        List.of(),
        List.of(),
        List.of(),
        Vectors.NONE);
  }

  private static Part.Kind kind(String paragraph, int index) {
    if (index == 0) {
      return Part.Kind.HEADLINE;
    }
    if (paragraph.contains("Photo:")) {
      return Part.Kind.CAPTION;
    }
    if (paragraph.startsWith("By ")
        || paragraph.startsWith("(Reporting")
        || paragraph.equals("Coast Wire")) {
      return Part.Kind.CREDIT;
    }
    if (paragraph.startsWith("Read more") || paragraph.startsWith("Listen:")) {
      return Part.Kind.RELATED_LINKS;
    }
    return paragraph.startsWith("©") || paragraph.startsWith("Source Link")
        ? Part.Kind.BOILERPLATE
        : Part.Kind.BODY;
  }

  private static void sentences(
      String body, Span span, Part.Kind kind, int paragraph, List<Sentence> sentences) {
    Matcher sentence = SENTENCE.matcher(body).region(span.start(), span.end());
    while (sentence.find()) {
      int start = sentence.start();
      while (start < sentence.end() && body.charAt(start) == ' ') {
        start++;
      }
      if (sentence.end() - start > 1) {
        Span at = new Span(start, sentence.end());
        sentences.add(new Sentence(sentences.size(), at, kind, paragraph, false, List.of()));
      }
    }
  }

  private Span span(String report, String words) {
    int at = bodies.get(report).indexOf(words);
    if (at < 0) {
      throw new IllegalArgumentException("'" + words + "' is not in " + report);
    }
    return new Span(at, at + words.length());
  }

  private boolean has(String report, String words) {
    return bodies.get(report).contains(words);
  }

  private Citation cite(String report, String words) {
    return new Citation(report, span(report, words));
  }

  private static List<Entity> entities() {
    return List.of(
        entity("e-edda-quill", EntityType.PERSON, "Edda Quill", "chair of the harbour board"),
        entity("e-marit-halvorsen", EntityType.PERSON, "Marit Halvorsen", "Transport Minister"),
        entity("e-port-selwyn", EntityType.PLACE, "Port Selwyn"),
        entity("e-tomas-reyle", EntityType.PERSON, "Tomas Reyle", "union leader"));
  }

  private static Entity entity(String id, EntityType type, String name, String... roles) {
    return new Entity(id, type, name, List.of(), List.of(roles), Optional.empty());
  }

  private List<Mention> mentions(String id) {
    List<Mention> mentions = new ArrayList<>();
    for (Entity entity : entities()) {
      if (has(id, entity.name())) {
        mentions.add(
            new Mention(
                span(id, entity.name()), entity.type(), entity.id(), Mention.Form.NAME, .97));
      }
    }
    if (id.equals(SCRAPER)) {
      mentions.add(
          new Mention(
              span(id, "Tomas Really"),
              EntityType.PERSON,
              "e-tomas-reyle",
              Mention.Form.GARBLED,
              .8));
    }
    mentions.sort((a, b) -> a.span().compareTo(b.span()));
    return mentions;
  }

  private List<Timex> timexes(String id) {
    return has(id, "on Thursday")
        ? List.of(
            new Timex(
                new Span(span(id, "on Thursday").start() + 3, span(id, "on Thursday").end()),
                Timex.Type.DATE,
                "2024-05-16"))
        : List.of();
  }

  private List<Attribution> attributions(String id) {
    if (!has(id, "\"Nobody won this strike")) {
      return List.of();
    }
    Span quoted = span(id, "Nobody won this strike, and the harbour lost a spring,");
    Span said = span(id, "\" she said");
    return List.of(
        new Attribution(
            Attribution.Kind.DIRECT,
            Speaker.of(
                Optional.of(new Span(said.start() + 2, said.start() + 5)),
                Optional.of("e-edda-quill")),
            Optional.of(new Span(said.end() - 4, said.end())),
            List.of(quoted),
            List.of(quoted),
            .98));
  }

  private List<Event> events(String id) {
    if (!has(id, "agreed on Tuesday")) {
      return List.of();
    }
    return List.of(
        new Event(
            span(id, "agreed on Tuesday to reopen"),
            span(id, "agreed"),
            Optional.of("AGREE"),
            Optional.of("settle dispute"),
            Optional.of("057"),
            List.of("e-edda-quill"),
            List.of("e-tomas-reyle"),
            Optional.of("e-port-selwyn"),
            day("2024-05-14"),
            Event.Status.HELD,
            false,
            .9));
  }

  private List<Alignment> alignments() {
    String spread = "The dispute came within hours of spreading to the northern ferry port of";
    return List.of(
        new Alignment(
            WIRE,
            CUT,
            List.of(
                passage(span(WIRE, spread), span(CUT, spread), Manner.VERBATIM, 1),
                passage(
                    span(WIRE, "Tempers rose again last week"),
                    span(CUT, "Tempers rose again last week"),
                    Manner.VERBATIM,
                    1))),
        new Alignment(
            WIRE,
            DAILY,
            List.of(
                passage(
                    span(WIRE, "The harbour board did not get the no-strike clause"),
                    span(DAILY, "The harbour board did not get the no-strike clause"),
                    Manner.EDITED,
                    .93))),
        new Alignment(
            WIRE,
            SCRAPER,
            List.of(
                passage(
                    span(WIRE, spread),
                    span(SCRAPER, "The conflict spread within hours to the northern ferry port of"),
                    Manner.REWORDED,
                    .81))));
  }

  private static Passage passage(Span a, Span b, Manner manner, double similarity) {
    return new Passage(List.of(0), List.of(0), a, b, manner, Passage.Substance.PROSE, similarity);
  }

  private Lineage lineage() {
    List<Family> families =
        List.of(
            new Family(
                new Handle("f-00000001", "f1"),
                List.of(WIRE, CUT, DAILY, SCRAPER),
                new Origin(
                    "f1-unseen",
                    Optional.empty(),
                    Optional.of("Coast Wire"),
                    List.of(cite(WIRE, "Some 2,300 dockworkers are expected to vote"))),
                List.of("02 repeats 6 sentences of 01", "both credit Coast Wire")),
            single("f2", LOCAL),
            single("f3", RADIO));
    List<Derivation> derivations =
        List.of(
            derivation("f1-unseen", WIRE, Manner.VERBATIM, Derivation.Degree.WHOLLY, 1),
            derivation(WIRE, CUT, Manner.VERBATIM, Derivation.Degree.WHOLLY, 1),
            derivation(WIRE, DAILY, Manner.EDITED, Derivation.Degree.PARTIALLY, .64),
            derivation(WIRE, SCRAPER, Manner.REWORDED, Derivation.Degree.WHOLLY, .95));
    Derivation possible =
        new Derivation(
            LOCAL,
            RADIO,
            false,
            Derivation.Degree.PARTIALLY,
            Manner.REWORDED,
            .2,
            .62,
            List.of("passages of prose: 2"));
    return new Lineage(
        families,
        derivations,
        List.of(possible),
        new Lineage(families, derivations).sources(),
        Versions.NONE,
        List.of());
  }

  private static Family single(String id, String report) {
    Origin origin = new Origin(report, Optional.of(report), Optional.empty(), List.of());
    return new Family(
        new Handle("f-0000000" + id.substring(1), id), List.of(report), origin, List.of());
  }

  private static Derivation derivation(
      String from, String to, Manner manner, Derivation.Degree degree, double share) {
    return new Derivation(
        from, to, true, degree, manner, share, .97, List.of("7 passages in the same order"));
  }

  private List<Distortion> distortions() {
    return List.of(
        distortion(
            "d1",
            Distortion.Kind.NEAR_MISS_BECAME_EVENT,
            cite(
                WIRE,
                "The dispute came within hours of spreading to the northern ferry port of Hallen in April"),
            cite(
                SCRAPER,
                "The conflict spread within hours to the northern ferry port of Hallen in April"),
            "came within hours of spreading",
            "spread within hours",
            Distortion.Severity.HIGH,
            "What almost happened is told as having happened."),
        distortion(
            "d2",
            Distortion.Kind.NUMBER_CHANGED,
            cite(WIRE, "Some 2,300 dockworkers are expected to vote on the agreement on Thursday"),
            cite(SCRAPER, "About 3,200 port workers will vote the agreement on Thursday"),
            "2,300",
            "3,200",
            Distortion.Severity.HIGH,
            "The number is another one."),
        distortion(
            "d3",
            Distortion.Kind.ATTRIBUTION_DROPPED,
            cite(
                WIRE,
                "Tempers rose again last week over what the harbour board says was sabotage of two cranes on the eastern quay."),
            cite(
                SCRAPER,
                "The mood heated up again last week because of the sabotage of two cranes on the eastern quay."),
            "what the harbour board says was",
            "",
            Distortion.Severity.HIGH,
            "Who says it is gone; a claim of one party is now the outlet's own."),
        distortion(
            "d4",
            Distortion.Kind.NAME_GARBLED,
            cite(WIRE, "union leader Tomas Reyle told reporters"),
            cite(SCRAPER, "union leader Tomas Really told journalists"),
            "Reyle",
            "Really",
            Distortion.Severity.MEDIUM,
            "The name is spoiled."),
        distortion(
            "d5",
            Distortion.Kind.QUOTE_ALTERED,
            cite(
                WIRE,
                "We came with patience and we leave with a paper that both sides can read the same way,"),
            cite(
                SCRAPER,
                "We arrived with patience and we go with a document that both parties can read in the same way,"),
            "We came with patience and we leave with a paper",
            "We arrived with patience and we go with a document",
            Distortion.Severity.MEDIUM,
            "Words inside the quotation marks are not those of the other reports."));
  }

  private static Distortion distortion(
      String id,
      Distortion.Kind kind,
      Citation from,
      Citation to,
      String before,
      String after,
      Distortion.Severity severity,
      String why) {
    return new Distortion(
        new Handle("d-0000000" + id.substring(1), id),
        kind,
        from,
        to,
        before,
        after,
        severity,
        Optional.of(SCRAPER),
        .9,
        kind.name(),
        why);
  }

  private List<Quotation> quotations() {
    String best =
        "We came with patience and we leave with a paper that both sides can read the same way,";
    return List.of(
        new Quotation(
            Optional.of("e-tomas-reyle"),
            Optional.empty(),
            List.of(),
            best,
            List.of(
                new Quotation.Printing(cite(WIRE, best), false),
                new Quotation.Printing(cite(CUT, best), false),
                new Quotation.Printing(cite(DAILY, best), false),
                new Quotation.Printing(
                    cite(
                        SCRAPER,
                        "We arrived with patience and we go with a document that both parties can read in the same way,"),
                    true))),
        new Quotation(
            Optional.empty(),
            Optional.of("a docker"),
            List.of(),
            "They talk about machines as if they were weather,",
            List.of(
                new Quotation.Printing(
                    cite(LOCAL, "They talk about machines as if they were weather,"), false))));
  }

  private Timeline timeline() {
    return new Timeline(
        List.of(
            new Timeline.Entry(
                new PartialDate("2024-04"),
                "crews there called off their walkout",
                Event.Status.CANCELLED,
                List.of(cite(WIRE, "crews there called off their walkout")),
                1),
            new Timeline.Entry(
                new PartialDate("2024-05-14"),
                "Dockworkers and the harbour board of Port Selwyn agreed to reopen the terminal",
                Event.Status.HELD,
                List.of(
                    cite(WIRE, "agreed on Tuesday to reopen"),
                    cite(RADIO, "announced an agreement on Tuesday")),
                2),
            new Timeline.Entry(
                new PartialDate("2024-05-16"),
                "dockworkers are expected to vote on the agreement",
                Event.Status.PLANNED,
                List.of(cite(WIRE, "expected to vote on the agreement on Thursday")),
                2)));
  }

  private List<Claim> claims() {
    return List.of(
        new Claim(
            new Handle("c-00000001", "c1"),
            "Pay for the night shift rises by 6.5 percent",
            List.of(
                stated(WIRE, "The deal raises night-shift pay by 6.5 percent", Certainty.ASSERTED),
                stated(CUT, "The deal raises night-shift pay by 6.5 percent", Certainty.ASSERTED),
                stated(LOCAL, "Pay for night work rises by 6.5 percent", Certainty.ASSERTED),
                said(
                    RADIO,
                    "wages for night shifts are to go up by 6.5 percent",
                    "Ms Corrigan",
                    Certainty.ATTRIBUTED)),
            4,
            3,
            List.of("Ms Corrigan"),
            Standing.CORROBORATED,
            List.of(),
            List.of("01 and 02 are one family"),
            List.of(
                new Merge(0, 1, Merge.By.SAME_WORDS, 1, List.of("the same content words")),
                new Merge(0, 2, Merge.By.LIKENESS, 0.64, List.of("shared words (Dice) 0.58")),
                new Merge(0, 3, Merge.By.LIKENESS, 0.41, List.of("number agrees 1.00"))),
            List.of(
                new Collapse(
                    Collapse.By.FAMILY,
                    "f-00000001",
                    List.of(WIRE, CUT),
                    List.of("02 from 01: wholly verbatim, confidence 0.99"))),
            List.of(),
            List.of()),
        new Claim(
            new Handle("c-00000002", "c2"),
            "Members vote on the agreement",
            List.of(
                said(
                    WIRE,
                    "Some 2,300 dockworkers are expected to vote on the agreement on Thursday",
                    "union leader Tomas Reyle",
                    Certainty.PLANNED),
                said(
                    LOCAL,
                    "The ballot will be held on Friday in the old fish hall",
                    "the dockers' union",
                    Certainty.PLANNED),
                said(
                    LOCAL,
                    "About 1,900 members have the right to vote",
                    "the dockers' union",
                    Certainty.ATTRIBUTED)),
            2,
            2,
            List.of("union leader Tomas Reyle", "the dockers' union"),
            Standing.DISPUTED,
            List.of(
                new Dispute(
                    Dispute.Kind.DATE,
                    Dispute.Between.REPORTS,
                    Dispute.Resolution.OPEN,
                    side(0, WIRE, "Thursday"),
                    side(1, LOCAL, "Friday")),
                new Dispute(
                    Dispute.Kind.NUMBER,
                    Dispute.Between.REPORTS,
                    Dispute.Resolution.OPEN,
                    side(0, WIRE, "2,300"),
                    side(2, LOCAL, "1,900"))),
            List.of(),
            List.of(
                new Merge(0, 1, Merge.By.QUESTION, 0.3, List.of("answers to one question of date")),
                new Merge(0, 2, Merge.By.QUESTION, 0.2, List.of("answers to one question"))),
            List.of(),
            List.of(),
            List.of()),
        new Claim(
            new Handle("c-00000003", "c3"),
            "two cranes on the eastern quay were sabotaged",
            List.of(
                said(
                    WIRE,
                    "what the harbour board says was sabotage of two cranes on the eastern quay",
                    "the harbour board",
                    Certainty.ATTRIBUTED),
                said(LOCAL, "said salt and neglect had done it", "Reyle", Certainty.ATTRIBUTED)),
            2,
            2,
            List.of("the harbour board", "Reyle"),
            Standing.DISPUTED,
            List.of(
                new Dispute(
                    Dispute.Kind.MEANING,
                    Dispute.Between.PARTIES,
                    Dispute.Resolution.OPEN,
                    side(0, WIRE, "sabotage"),
                    side(1, LOCAL, "salt and neglect"))),
            List.of(),
            List.of(new Merge(0, 1, Merge.By.CONSTRAINT, 1, List.of("your decision: 01 = 05"))),
            List.of(),
            List.of(),
            List.of()),
        new Claim(
            new Handle("c-00000004", "c4"),
            "Exporters' association head Pauli Stern estimated losses at about 180 million crowns.",
            List.of(
                said(
                    WIRE,
                    "Exporters' association head Pauli Stern estimated losses at about 180 million crowns.",
                    "Pauli Stern",
                    Certainty.ATTRIBUTED)),
            1,
            1,
            List.of("Pauli Stern"),
            Standing.SINGLE_ORIGIN,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  private Statement stated(String report, String words, Certainty certainty) {
    return new Statement(cite(report, words), Optional.empty(), Optional.empty(), certainty, "");
  }

  private DisputeSide side(int statement, String report, String words) {
    return new DisputeSide(List.of(statement), cite(report, words).span(), words, words, false);
  }

  private Statement said(String report, String words, String informant, Certainty certainty) {
    return new Statement(
        cite(report, words), Optional.empty(), Optional.of(informant), certainty, "");
  }

  private Brief brief() {
    return new Brief(
        List.of(
            new Line(
                new Handle("l-00000001", "l1"),
                "Dockworkers and the harbour board of Port Selwyn agreed on Tuesday to reopen the country's largest container terminal.",
                Standing.CORROBORATED,
                3,
                List.of(),
                List.of(
                    cite(
                        WIRE, "Dockworkers and the harbour board of Port Selwyn agreed on Tuesday"),
                    cite(RADIO, "announced an agreement on Tuesday"))),
            new Line(
                new Handle("l-00000002", "l2"),
                "The deal raises night-shift pay by 6.5 percent.",
                Standing.CORROBORATED,
                3,
                List.of(),
                List.of(
                    cite(WIRE, "The deal raises night-shift pay by 6.5 percent"),
                    cite(LOCAL, "Pay for night work rises by 6.5 percent"))),
            new Line(
                new Handle("l-00000003", "l3"),
                "Some 2,300 dockworkers are expected to vote on the agreement on Thursday.",
                Standing.DISPUTED,
                2,
                List.of(),
                List.of(
                    cite(WIRE, "Some 2,300 dockworkers are expected to vote on the agreement"),
                    cite(LOCAL, "The ballot will be held on Friday"))),
            new Line(
                new Handle("l-00000004", "l4"),
                "Exporters' association head Pauli Stern estimated losses at about 180 million crowns.",
                Standing.SINGLE_ORIGIN,
                1,
                List.of(),
                List.of(cite(WIRE, "Exporters' association head Pauli Stern estimated losses")))));
  }
}
