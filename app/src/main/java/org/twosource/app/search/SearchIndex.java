package org.twosource.app.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.QueryBuilder;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoreException;
import org.twosource.app.store.StoredReport;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/**
 * The words of all pages of a store, to be searched. What the store received since is added when
 * the index is opened ({@link Filler}); an index that is damaged, of another form or of another
 * store is made again. Stories are asked of the store and not kept, so a merge or a decision needs
 * no new index. Where the folder may not be written the index is made in memory.
 *
 * <p>Any thread may search.
 */
public final class SearchIndex implements AutoCloseable {
  /**
   * Lucene tells every process that vectors, which are not used, would be quicker with a module.
   */
  private static final Logger LUCENE = silent("org.apache.lucene");

  /** Held from the check of an index until it is open to be read. */
  private static final String OPENING_LOCK = "opening.lock";

  private static final int LOCK_TRIES = 500;
  private static final long LOCK_MILLIS = 20;

  /** An index up to this size is checked whole at each start, a larger one where it is read. */
  private static final long CHECKED_WHOLE = 64L << 20;

  /** Characters of the passage that is shown. */
  private static final int PASSAGE = 300;

  private final Store store;
  private final Analyzer words;
  private final Directory directory;
  private final DirectoryReader reader;

  private SearchIndex(Store store, Analyzer words, Directory directory, DirectoryReader reader) {
    this.store = store;
    this.words = words;
    this.directory = directory;
    this.reader = reader;
  }

  private static Logger silent(String name) {
    Logger logger = Logger.getLogger(name);
    logger.setLevel(Level.SEVERE);
    return logger;
  }

  // ---- opening
  // ---------------------------------------------------------------------------------

  /**
   * Opens the index and adds what came since.
   *
   * @param folder of the index; made if need be
   * @param accounts where accounts of stories are kept, for the names in them
   */
  public static SearchIndex open(Store store, Path folder, Path accounts) {
    return open(store, folder, accounts, seq -> {});
  }

  /**
   * @param reached told of the number of each last receipt that was added, as it goes on
   */
  public static SearchIndex open(Store store, Path folder, Path accounts, LongConsumer reached) {
    return open(store, new Places(folder, accounts), true, reached);
  }

  /**
   * @param folder of the index
   * @param accounts of stories
   */
  private record Places(Path folder, Path accounts) {}

  /** Deletes what the index has of all texts; who opens it meanwhile waits or is waited for. */
  public static void delete(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Directory directory = FSDirectory.open(folder)) {
      Lock held = lock(directory);
      try {
        empty(directory);
      } finally {
        held.close();
      }
    } catch (IOException failure) {
      throw unusable(folder, failure);
    }
  }

  /** The same index with what came since; this one stays open. */
  public SearchIndex again(Path folder, Path accounts) {
    return again(folder, accounts, seq -> {});
  }

  /**
   * @param reached as when it is opened
   */
  public SearchIndex again(Path folder, Path accounts, LongConsumer reached) {
    boolean isInMemory = directory instanceof ByteBuffersDirectory;
    return open(store, new Places(folder, accounts), isInMemory, reached);
  }

  /**
   * @param isUnknown whether it was not looked at in this process: then it is checked
   */
  private static SearchIndex open(
      Store store, Places places, boolean isUnknown, LongConsumer reached) {
    Path folder = places.folder();
    Path accounts = places.accounts();
    try {
      if (!mayWrite(folder)) {
        return upToDate(store, new ByteBuffersDirectory(), accounts, reached);
      }
      Directory directory = FSDirectory.open(folder);
      Lock held = lock(directory);
      try {
        if (isUnknown) {
          checkWhole(directory);
        }
        return upToDate(store, directory, accounts, reached);
      } catch (LockObtainFailedException | StoreException notOfTheIndex) {
        throw notOfTheIndex;
      } catch (IOException | RuntimeException damaged) {
        empty(directory);
        return upToDate(store, directory, accounts, reached);
      } finally {
        held.close();
      }
    } catch (IOException failure) {
      throw unusable(folder, failure);
    }
  }

  /**
   * The index as it lies on the disk, without what came since; also while another thread adds that.
   *
   * @param isWanted whether an index up to a receipt is of use
   * @return absent where there is none, or one that has to be made again
   */
  public static Optional<SearchIndex> asItLies(Store store, Path folder, LongPredicate isWanted) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    LUCENE.setLevel(Level.SEVERE);
    try {
      Directory directory = FSDirectory.open(folder);
      if (!DirectoryReader.indexExists(directory)
          || !isWanted.test(lastReceipt(commit(directory), store))) {
        directory.close();
        return Optional.empty();
      }
      checkWhole(directory);
      DirectoryReader reader = DirectoryReader.open(directory);
      if (lastReceipt(reader.getIndexCommit().getUserData(), store) < 0) { // made again meanwhile
        reader.close();
        directory.close();
        return Optional.empty();
      }
      return Optional.of(new SearchIndex(store, words(), directory, reader));
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  private static Map<String, String> commit(Directory directory) throws IOException {
    return SegmentInfos.readLatestCommit(directory).getUserData();
  }

  /** -1 where it is of another store. */
  private static long lastReceipt(Map<String, String> commit, Store store) {
    return Filler.lastReceipt(commit, store).orElse(-1);
  }

  /** The number of the last receipt that it holds; -1 where it has to be made again. */
  public long lastReceipt() {
    try {
      return lastReceipt(reader.getIndexCommit().getUserData(), store);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static UncheckedIOException unusable(Path folder, IOException failure) {
    return new UncheckedIOException(
        "the index of words " + folder + " could not be used: " + failure.getMessage(), failure);
  }

  /**
   * Those of some reports that fit a query, the best first. They are indexed in memory for this; a
   * query that asks for what only analysis finds out finds nothing.
   *
   * @throws IllegalArgumentException saying what is wrong with the query
   */
  public static List<Hit> among(Store store, List<StoredReport> reports, String query) {
    Analyzer words = words();
    try (Directory directory = new ByteBuffersDirectory()) {
      LUCENE.setLevel(Level.SEVERE);
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(words))) {
        for (StoredReport report : reports) {
          writer.addDocument(Filler.document(report));
        }
      }
      try (SearchIndex index =
          new SearchIndex(store, words, directory, DirectoryReader.open(directory))) {
        return index.search(query, reports.size());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Reads a query without asking anything.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static void check(String query) {
    QueryReader.Known nothing =
        new QueryReader.Known() {
          @Override
          public List<String> members(String story) {
            return List.of();
          }

          @Override
          public Optional<Query> like(String page) {
            throw new IllegalArgumentException("like: finds what is there; it cannot be watched");
          }
        };
    new QueryReader(query, new QueryBuilder(words()), nothing).read();
  }

  private static boolean mayWrite(Path folder) {
    try {
      Files.createDirectories(folder);
      return Files.isWritable(folder);
    } catch (IOException mayNotBeMade) {
      return false;
    }
  }

  private static void checkWhole(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return;
    }
    long bytes = 0;
    for (String file : directory.listAll()) {
      bytes += directory.fileLength(file);
    }
    if (bytes <= CHECKED_WHOLE) {
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (LeafReaderContext leaf : reader.leaves()) {
          leaf.reader().checkIntegrity();
        }
      }
    }
  }

  private static void empty(Directory directory) throws IOException {
    for (String file : directory.listAll()) {
      if (file.equals(OPENING_LOCK)) {
        continue;
      }
      boolean isLock = file.equals(IndexWriter.WRITE_LOCK_NAME);
      if (!isLock || directory.fileLength(file) > 0) { // a sound lock is empty
        directory.deleteFile(file);
      }
    }
  }

  private static SearchIndex upToDate(
      Store store, Directory directory, Path accounts, LongConsumer reached) throws IOException {
    LUCENE.setLevel(Level.SEVERE);
    Analyzer words = words();
    try (IndexWriter writer = writer(directory, words)) {
      new Filler(store, accounts, writer).run(reached);
    }
    return new SearchIndex(store, words, directory, DirectoryReader.open(directory));
  }

  private static Analyzer words() {
    Analyzer names = new SearchAnalyzer(true);
    Map<String, Analyzer> byField = new HashMap<>();
    for (String field : List.of(Field.OUTLET, Field.PERSON, Field.PLACE, Field.ORGANIZATION)) {
      byField.put(field, names);
    }
    return new PerFieldAnalyzerWrapper(new SearchAnalyzer(false), byField);
  }

  private static IndexWriter writer(Directory directory, Analyzer words) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(words);
    config.setCommitOnClose(false);
    return new IndexWriter(directory, config);
  }

  /**
   * Waits while another thread or process opens the index: what is checked, deleted where it is
   * damaged, filled and opened to be read must be one and the same index.
   */
  private static Lock lock(Directory directory) throws IOException {
    for (int tried = 1; ; tried++) {
      try {
        return directory.obtainLock(OPENING_LOCK);
      } catch (LockObtainFailedException inUse) {
        if (tried == LOCK_TRIES) {
          throw inUse;
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(LOCK_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while another process wrote the index", interrupted);
    }
  }

  // ---- searching
  // -------------------------------------------------------------------------------

  /**
   * The pages that fit best, the best first; pages that fit alike in the order of their ids.
   *
   * @param query as {@link QueryReader} reads it
   * @param most how many at most
   * @throws IllegalArgumentException saying what is wrong with the query
   */
  public List<Hit> search(String query, int most) {
    try {
      IndexSearcher searcher = new IndexSearcher(reader);
      Query read =
          searcher.rewrite(new QueryReader(query, new QueryBuilder(words), known()).read());
      Weight weight = searcher.createWeight(read, ScoreMode.COMPLETE, 1);
      List<Hit> hits = new ArrayList<>();
      for (ScoreDoc one : searcher.search(read, Math.max(1, most)).scoreDocs) {
        String page =
            Objects.requireNonNull(searcher.storedFields().document(one.doc).get(Field.ID));
        Optional<StoredReport> current = store.read(view -> view.current(page));
        if (current.isPresent()) {
          String body = current.get().report().body();
          hits.add(hit(page, body, marks(weight, one.doc, body), one.score));
        }
      }
      hits.sort(
          Comparator.comparingDouble((Hit hit) -> -hit.score())
              .thenComparing(hit -> hit.at().report()));
      return hits;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * How many pages fit each part of a query by itself: where all of it finds nothing, this says
   * why.
   *
   * @throws IllegalArgumentException saying what is wrong with the query
   */
  public List<Part> parts(String query) {
    try {
      IndexSearcher searcher = new IndexSearcher(reader);
      QueryReader read = new QueryReader(query, new QueryBuilder(words), known());
      Query ignored = read.read();
      List<Part> parts = new ArrayList<>();
      for (QueryReader.Clause clause : read.clauses()) {
        parts.add(new Part(clause.text(), searcher.count(clause.query())));
      }
      return parts;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * A part of a query.
   *
   * @param text as typed
   * @param found how many pages fit it by itself
   */
  public record Part(String text, int found) {}

  private QueryReader.Known known() {
    return new QueryReader.Known() {
      @Override
      public List<String> members(String story) {
        return store.read(view -> view.survivor(story).map(view::members).orElse(List.of()));
      }

      @Override
      public Optional<Query> like(String page) {
        return store.read(view -> view.current(page)).map(one -> LikeQuery.of(one, words, reader));
      }
    };
  }

  /** Where the words of the query stand in the body, in order. */
  private List<Span> marks(Weight weight, int document, String body) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    Matches matches = weight.matches(leaf, document - leaf.docBase);
    MatchesIterator places = matches == null ? null : matches.getMatches(Field.BODY);
    if (places == null || !places.next()) {
      return List.of();
    }
    List<Span> inOrder = SearchAnalyzer.spans(words, Field.BODY, body);
    Set<Span> marks = new HashSet<>();
    do {
      boolean isOfThisBody =
          places.startPosition() >= 0 && places.endPosition() < inOrder.size(); // it may be newer
      if (isOfThisBody) {
        marks.add(
            new Span(
                inOrder.get(places.startPosition()).start(),
                inOrder.get(places.endPosition()).end()));
      }
    } while (places.next());
    return marks.stream().sorted().toList();
  }

  /** The page with the stretch that has most different words of the query, the first of these. */
  private static Hit hit(String page, String body, List<Span> marks, double score) {
    List<Span> best = List.of();
    int most = 0;
    for (int from = 0; from < marks.size(); from++) {
      int to = from;
      Set<String> different = new HashSet<>();
      while (to < marks.size()
          && (to == from || marks.get(to).end() <= marks.get(from).start() + PASSAGE)) {
        different.add(marks.get(to).in(body).toLowerCase(Locale.ROOT));
        to++;
      }
      if (different.size() > most) {
        most = different.size();
        best = marks.subList(from, to);
      }
    }
    Span passage =
        best.isEmpty()
            ? new Span(0, 0)
            : new Span(
                best.getFirst().start(), best.stream().mapToInt(Span::end).max().orElseThrow());
    return new Hit(new Citation(page, passage), best, score);
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
