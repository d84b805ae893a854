package org.twosource.app.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.Models;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.annotate.KnownEntities;
import org.twosource.annotate.WikidataIds;
import org.twosource.app.decision.Decision;
import org.twosource.app.store.Digests;
import org.twosource.app.store.KeptDecision;
import org.twosource.app.store.PackedFile;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.app.store.StoryChange;
import org.twosource.brief.Account;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.JsonRenderer;
import org.twosource.claim.ClaimConstraints;
import org.twosource.report.PartialDate;
import org.twosource.report.Reading;
import org.twosource.report.Report;
import org.twosource.story.OnlineStoryFinder;
import org.twosource.story.Story;
import org.twosource.story.StoryFinder;
import org.twosource.text.Text;

/**
 * The whole account of one story of a store, made when somebody asks, and kept in a folder under a
 * name made of everything it rests on. The folder may be deleted at any time. The models are opened
 * for the first account and kept.
 *
 * <p>Any thread may ask; one account is made at a time.
 */
public final class StoryAnalysis {
  /** Accounts kept; the ones asked for longest ago go first. */
  static final int MOST_KEPT = 2_000;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String DATA = "/org/twosource/shipped-data.sha256";

  private final Store store;
  private final Path kept;
  private final KeptIds ids;
  private final KeptNames names;
  private final Models models = new Models();

  /**
   * @param derived where accounts are kept; made if need be, left alone where it may not be written
   */
  public StoryAnalysis(Store store, Derived derived) {
    this.store = store;
    this.kept = derived.accounts();
    this.ids = new KeptIds(derived.ids());
    this.names = new KeptNames(derived);
  }

  /** What an account is made of. */
  private record Material(
      Story story,
      List<Report> reports,
      ClaimConstraints claims,
      KnownEntities entities,
      String fingerprint,
      String key) {}

  /**
   * The account, made anew; what it finds again keeps the id it had in the account before.
   *
   * @param id of a story that is there
   */
  public synchronized Account account(String id, Progress progress) {
    return account(material(id), progress);
  }

  private Account account(Material material, Progress progress) {
    Options options =
        Options.standard().withClaims(material.claims()).withEntities(material.entities());
    Pipeline.Stages stages =
        Pipeline.Stages.standard(options, models)
            .withStoryFinder(encoder -> new KnownStory(material.story()));
    Account made =
        new Pipeline(stages, options, progress).read(new Reading(material.reports(), List.of()));
    String id = material.story().id();
    if (made.stories().isEmpty()) {
      throw new IllegalStateException("the story could not be analysed: " + made.unreadable());
    }
    StoryAccount story = made.stories().getFirst();
    StoryAccount named = ids.of(id).map(story::withIdsOf).orElse(story);
    ids.keep(id, named.ids());
    return new Account(
        made.made(),
        made.unreadable(),
        made.reports(),
        made.entities(),
        List.of(named),
        made.until());
  }

  /** The account as JSON, from what was kept where nothing changed since. */
  public byte[] json(String id, Progress progress) {
    Material material = material(id);
    return kept(material).orElseGet(() -> made(material, progress));
  }

  /** The account as JSON where it was kept and nothing changed since; waits for no other. */
  public Optional<byte[]> kept(String id) {
    return kept(material(id));
  }

  private Path file(Material material) {
    return kept.resolve(material.key() + PackedFile.JSON);
  }

  private Optional<byte[]> kept(Material material) {
    try (InputStream in = PackedFile.read(file(material))) {
      byte[] json = in.readAllBytes();
      if (!names.has(material.story().id())) {
        keepNames(json, material);
      }
      return Optional.of(json);
    } catch (IOException damagedOrGone) {
      return Optional.empty(); // it is made again
    }
  }

  private synchronized byte[] made(Material material, Progress progress) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new JsonRenderer().render(account(material, progress), out);
      keep(file(material), out.toByteArray());
      keepNames(out.toByteArray(), material);
      return out.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void keepNames(byte[] json, Material material) throws IOException {
    names.keep(NamesOfStory.of(MAPPER.readTree(json), material.fingerprint()));
  }

  /** The names of the stories that were analysed. */
  public KeptNames names() {
    return names;
  }

  /** Keeps a result if it can; it can be made again. */
  private void keep(Path file, byte[] json) {
    try {
      Derived.replacePacked(file, json);
      Derived.keepLatest(kept, MOST_KEPT);
    } catch (IOException notKept) {
      // a reader of a store that it may not write makes the account again next time
    }
  }

  private Material material(String id) {
    return store.read(
        view -> {
          StoredStory story =
              view.story(id)
                  .orElseThrow(() -> new IllegalArgumentException("there is no story " + id));
          List<Report> reports = new ArrayList<>();
          for (String page : view.members(id)) {
            reports.add(view.current(page).map(StoredReport::asPage).orElseThrow());
          }
          List<Story.Change> history = history(view.changesOf(id));
          List<KeptDecision> decisions =
              view.decisions().stream().filter(one -> one.undone().isEmpty()).toList();
          ClaimConstraints claims = claims(decisions);
          KnownEntities entities = entities(decisions);
          String key =
              Digests.of(
                  Pipeline.VERSION,
                  shippedData(),
                  id,
                  story.title(),
                  story.fingerprint(),
                  history.toString(),
                  claims.together().toString(),
                  claims.apart().toString(),
                  entities.same().toString());
          return new Material(
              story(story, reports, history), reports, claims, entities, story.fingerprint(), key);
        });
  }

  /** What the words, lists and weights of this program are. */
  static String shippedData() {
    try (InputStream sums = StoryAnalysis.class.getResourceAsStream(DATA)) {
      return sums == null ? "" : Digests.of(sums.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(DATA, failure);
    }
  }

  private static Story story(StoredStory story, List<Report> reports, List<Story.Change> history) {
    return new Story(
        story.id(),
        story.title(),
        story.days().from().flatMap(PartialDate::parse),
        story.days().to().flatMap(PartialDate::parse),
        reports.stream().map(Report::id).toList(),
        List.of(),
        history);
  }

  private static List<Story.Change> history(List<StoryChange> changes) {
    List<Story.Change> history = new ArrayList<>();
    for (StoryChange change : changes) {
      Optional<Story.Change.Kind> kind =
          switch (change.kind()) {
            case OPENED -> Optional.of(Story.Change.Kind.OPENED);
            case SPLIT_FROM -> Optional.of(Story.Change.Kind.SPLIT_FROM);
            case MERGED_INTO -> Optional.of(Story.Change.Kind.MERGED_INTO);
            case GROWN, SHRUNK, EMPTIED -> Optional.empty();
          };
      kind.ifPresent(
          one ->
              history.add(
                  new Story.Change(one, change.story(), change.other().orElse(change.story()))));
    }
    return history;
  }

  private static KnownEntities entities(List<KeptDecision> kept) {
    return new KnownEntities(
        WikidataIds.NONE,
        kept.stream()
            .filter(one -> one.kind().equals(PlacingDecisions.SAME_NAME))
            .map(one -> new KnownEntities.SameName(one.a(), one.b()))
            .toList());
  }

  private static ClaimConstraints claims(List<KeptDecision> kept) {
    List<Decision> decisions = new ArrayList<>();
    for (KeptDecision one : kept) {
      for (Decision.Kind kind : Decision.Kind.values()) {
        if (kind.isOfStatements() && kind.label().equals(one.kind())) {
          decisions.add(Decision.parse(kind, one.a() + "=" + one.b()));
        }
      }
    }
    return Decision.claims(decisions);
  }

  /** The story that the store knows, with the reasons that its words give. */
  private static final class KnownStory implements StoryFinder {
    private final Story known;
    private final OnlineStoryFinder finder = new OnlineStoryFinder();

    KnownStory(Story known) {
      this.known = known;
    }

    @Override
    public void add(Text text) {
      finder.add(text);
    }

    @Override
    public List<Story> stories() {
      Set<Story.Link> why = new LinkedHashSet<>();
      finder.stories().forEach(story -> why.addAll(story.why()));
      return List.of(
          new Story(
              known.id(),
              known.title(),
              known.from(),
              known.to(),
              known.reports(),
              List.copyOf(why),
              known.history()));
    }
  }
}
