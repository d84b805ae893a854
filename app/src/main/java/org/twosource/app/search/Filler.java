package org.twosource.app.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.twosource.app.store.Outcome;
import org.twosource.app.store.PackedFile;
import org.twosource.app.store.Receipt;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.report.PageAddress;
import org.twosource.report.Report;

/**
 * Adds to an index what a store received since, page by page, and the names that the accounts of
 * analysed stories found. How far it came is kept in the commit of the index: the number and key of
 * the last receipt, and the accounts looked at.
 */
final class Filler {
  /** Another form, of fields or of {@link SearchAnalyzer}, makes the index again. */
  private static final String FORM = "2";

  private static final String SEQ = "seq";
  private static final String KEY = "key";
  private static final String BASIS = "basis";
  private static final String ACCOUNTS = "accounts";
  private static final int RECEIPTS_AT_ONCE = 1_000;

  /**
   * Where very many are added, what was done is kept now and then: a process may be ended, and a
   * desk searches what is kept.
   */
  private static final int RECEIPTS_A_COMMIT = 50_000;

  private static final long COMMIT_NANOS = 5_000_000_000L;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Store store;
  private final Path accounts;
  private final IndexWriter writer;
  private final Map<String, String> state = new HashMap<>();

  /**
   * @param accounts the folder where accounts of stories are kept
   */
  Filler(Store store, Path accounts, IndexWriter writer) {
    this.store = store;
    this.accounts = accounts;
    this.writer = writer;
  }

  /**
   * Brings the index up to date and commits what was new.
   *
   * @param reached told of the last receipt that was added, again and again
   */
  void run(LongConsumer reached) throws IOException {
    Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
    if (kept != null) {
      kept.forEach(one -> state.put(one.getKey(), one.getValue()));
    }
    String basis = basis(store);
    boolean isNew = !basis.equals(state.get(BASIS)) || !goesOn(state, store);
    if (isNew) {
      writer.deleteAll();
      state.clear();
      state.put(BASIS, basis);
    }
    isNew |= receipts(reached);
    isNew |= analysed();
    if (isNew) {
      commit();
    }
  }

  private void commit() throws IOException {
    writer.setLiveCommitData(state.entrySet());
    writer.commit();
  }

  private static String basis(Store store) {
    return FORM + " " + store.read(view -> view.setting(Store.CONTENTS)).orElse("0");
  }

  private long seq() {
    return seq(state);
  }

  private static long seq(Map<String, String> state) {
    return Long.parseLong(state.getOrDefault(SEQ, "0"));
  }

  /**
   * The last receipt that an index holds, by what its commit says; absent where it is of another
   * form or of another store.
   */
  static OptionalLong lastReceipt(Map<String, String> commit, Store store) {
    return basis(store).equals(commit.get(BASIS)) && goesOn(commit, store)
        ? OptionalLong.of(seq(commit))
        : OptionalLong.empty();
  }

  /** Whether the receipt that the index ends with is the one the store has there. */
  private static boolean goesOn(Map<String, String> state, Store store) {
    long seq = seq(state);
    if (seq == 0) {
      return true;
    }
    List<Receipt> last = store.read(view -> view.receiptsAfter(seq - 1, 1));
    return !last.isEmpty()
        && last.getFirst().seq() == seq
        && last.getFirst().key().equals(state.get(KEY));
  }

  private boolean receipts(LongConsumer reached) throws IOException {
    boolean isNew = false;
    long committed = seq();
    long committedNanos = System.nanoTime();
    for (List<Receipt> some = after(seq()); !some.isEmpty(); some = after(seq())) {
      Set<String> pages = new LinkedHashSet<>();
      for (Receipt receipt : some) {
        if (receipt.outcome() == Outcome.STORED || receipt.outcome() == Outcome.VERSION_OF) {
          receipt.report().ifPresent(pages::add);
        }
      }
      for (String page : pages) {
        put(page, Found.NOTHING);
      }
      state.put(SEQ, "" + some.getLast().seq());
      state.put(KEY, some.getLast().key());
      reached.accept(seq());
      isNew = true;
      if (seq() - committed >= RECEIPTS_A_COMMIT
          || System.nanoTime() - committedNanos > COMMIT_NANOS) {
        commit();
        committed = seq();
        committedNanos = System.nanoTime();
      }
    }
    return isNew;
  }

  private List<Receipt> after(long seq) {
    return store.read(view -> view.receiptsAfter(seq, RECEIPTS_AT_ONCE));
  }

  private void put(String page, Found found) throws IOException {
    Optional<StoredReport> current = store.read(view -> view.current(page));
    if (current.isPresent()) {
      writer.updateDocument(new Term(Field.ID, page), document(current.get(), found));
    }
  }

  /** A page of which only words are known. */
  static Document document(StoredReport stored) {
    return document(stored, Found.NOTHING);
  }

  private static Document document(StoredReport stored, Found found) {
    Report report = stored.report();
    Document document = new Document();
    document.add(
        new StringField(Field.ID, stored.page(), org.apache.lucene.document.Field.Store.YES));
    text(document, Field.BODY, report.body());
    report.headline().ifPresent(headline -> text(document, Field.HEADLINE, headline));
    // where no outlet is known, readers know a report by its id
    text(document, Field.OUTLET, report.outlet().orElse(stored.page().replace('_', ' ')));
    report
        .url()
        .flatMap(PageAddress::hostOf)
        .ifPresent(host -> text(document, Field.OUTLET, host.replace('.', ' ')));
    stored
        .published()
        .ifPresent(date -> document.add(new LongPoint(Field.DAY, date.earliest().toEpochDay())));
    found.names().forEach((field, names) -> names.forEach(name -> text(document, field, name)));
    found
        .standings()
        .forEach(
            standing ->
                document.add(
                    new StringField(
                        Field.STANDING, standing, org.apache.lucene.document.Field.Store.NO)));
    return document;
  }

  private static void text(Document document, String field, String text) {
    document.add(new TextField(field, text, org.apache.lucene.document.Field.Store.NO));
  }

  // ---- analysed stories
  // ------------------------------------------------------------------------

  /**
   * What the account of its story says of a page.
   *
   * @param names by field
   */
  private record Found(Map<String, Set<String>> names, Set<String> standings) {
    static final Found NOTHING = new Found(Map.of(), Set.of());

    Found() {
      this(new TreeMap<>(), new TreeSet<>());
    }
  }

  private boolean analysed() throws IOException {
    Set<String> known = new LinkedHashSet<>(List.of(state.getOrDefault(ACCOUNTS, "").split(" ")));
    List<Path> files = accountFiles();
    boolean isNew = false;
    for (Path file : files) {
      if (known.add(name(file))) {
        isNew = true;
        account(file);
      }
    }
    known.retainAll(files.stream().map(Filler::name).toList());
    state.put(ACCOUNTS, String.join(" ", known));
    return isNew;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** The oldest first, so that what is said last holds. */
  private List<Path> accountFiles() throws IOException {
    if (!Files.isDirectory(accounts)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(accounts)) {
      return files
          .filter(file -> name(file).endsWith(PackedFile.JSON))
          .sorted(
              Comparator.comparingLong((Path file) -> file.toFile().lastModified())
                  .thenComparing(Filler::name))
          .toList();
    }
  }

  private void account(Path file) throws IOException {
    JsonNode account;
    try (InputStream in = PackedFile.read(file)) {
      account = JSON.readTree(in);
    } catch (IOException goneOrDamaged) {
      return;
    }
    Map<String, JsonNode> entities = new HashMap<>();
    account.path("entities").forEach(one -> entities.put(one.path("id").asText(), one));
    Map<String, Set<String>> standings = standings(account);
    for (JsonNode report : account.path("reports")) {
      String page = report.path("id").asText();
      Optional<StoredReport> current = store.read(view -> view.current(page));
      if (current.isEmpty()
          || !current.get().report().body().equals(report.path("body").asText())) {
        continue;
      }
      Found found = new Found(new TreeMap<>(), standings.getOrDefault(page, Set.of()));
      for (JsonNode mention : report.path("entities")) {
        String type = mention.path("type").asText();
        JsonNode entity = entities.get(mention.path("entity").asText());
        if (entity != null
            && List.of(Field.PERSON, Field.PLACE, Field.ORGANIZATION).contains(type)) {
          found
              .names()
              .computeIfAbsent(type, any -> new TreeSet<>())
              .add(entity.path("name").asText());
        }
      }
      put(page, found);
    }
  }

  /** Page to the standings of the claims that it states. */
  private static Map<String, Set<String>> standings(JsonNode account) {
    Map<String, Set<String>> standings = new HashMap<>();
    for (JsonNode story : account.path("stories")) {
      for (JsonNode claim : story.path("claims")) {
        for (JsonNode statement : claim.path("statements")) {
          standings
              .computeIfAbsent(statement.path("report").asText(), any -> new TreeSet<>())
              .add(claim.path("standing").asText());
        }
      }
    }
    return standings;
  }
}
