package org.twosource.app.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;
import org.twosource.app.store.StoreException.Kind;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.report.Span;

/** The questions and changes of a store in SQL that SQLite and PostgreSQL understand alike. */
final class SqlStore implements Store.Change {
  /** Plain bytes of one part of raw input. */
  private static final int PART = 4 << 20;

  /** Stories that are sorted for one page of a list. */
  private static final int FEW = 5_000;

  /** UTF-16 code units of a name that is kept as it is. */
  private static final int LONG_NAME = 500;

  private static final byte[] NOTHING = {};

  /** Packed against like bytes they are at most one part in so many of what they are alone. */
  private static final int WORTH = 2;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REPORT =
      "select id, page, receipt, content, published, current, data from report ";

  /** The first version has the name of the page; its receipt says when the page was received. */
  private static final String KEY =
      "select p.page, p.published, p.content, r.received from report p"
          + " join report f on f.id = p.page join receipt r on r.seq = f.receipt"
          + " where p.current = 1 ";

  private static final String RECEIPT =
      "select seq, key, outcome, report, source, raw, ordinal, reason, received, name, url, charset"
          + " from receipt ";
  private static final String STORY =
      "select id, title, reports, sources, first_day, last_day, fingerprint, changed from story ";

  private static final String ALERT =
      "select w.number, w.kind, w.query, w.made, a.id, a.story, a.claim, a.text, a.why, a.at,"
          + " a.evidence, a.retracted, a.baseline, a.provisional, a.was, a.became"
          + " from alert a join watch w on w.number = a.watch ";

  private static final String DELIVERY =
      "select id, channel, alert, event, state, attempts, due, done, problem from delivery ";

  private final Sql sql;

  SqlStore(Sql sql) {
    this.sql = sql;
  }

  /** A failure of the database passes through interfaces that know nothing of it. */
  static final class Failure extends RuntimeException {
    private final SQLException sql;

    Failure(SQLException cause) {
      super(cause);
      sql = cause;
    }

    SQLException sql() {
      return sql;
    }
  }

  /** Does work on the store of a connection; a failure of the database is thrown as it is. */
  static <T> T with(Sql sql, Function<SqlStore, T> work) throws SQLException {
    try {
      return work.apply(new SqlStore(sql));
    } catch (Failure failure) {
      throw failure.sql();
    }
  }

  private static <T> T ask(Sql.Work<T> work) {
    try {
      return work.run();
    } catch (SQLException failure) {
      throw new Failure(failure);
    }
  }

  // ---- questions
  // -------------------------------------------------------------------------------

  @Override
  public Optional<String> setting(String name) {
    return ask(
        () -> sql.first("select value from setting where name = ?", row -> row.getString(1), name));
  }

  @Override
  public Optional<Receipt> receipt(String key) {
    return ask(() -> sql.first(RECEIPT + "where key = ?", SqlStore::receipt, key));
  }

  @Override
  public List<Receipt> receiptsAfter(long seq, int most) {
    return ask(
        () ->
            sql.list(RECEIPT + "where seq > ? order by seq limit ?", SqlStore::receipt, seq, most));
  }

  private static Receipt receipt(ResultSet row) throws SQLException {
    return new Receipt(
        row.getLong(1),
        row.getString(2),
        Outcome.of(row.getString(3)),
        optional(row.getString(4)),
        new Receipt.Origin(
            row.getString(5),
            optional(row.getString(6)),
            row.getInt(7),
            new Receipt.Held(row.getString(10), row.getString(11), row.getString(12))),
        optional(row.getString(8)),
        row.getString(9));
  }

  @Override
  public long lastReceipt() {
    return ask(() -> sql.number("select max(seq) from receipt"));
  }

  @Override
  public Map<Outcome, Long> outcomesAfter(long after) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0L);
    }
    Sql.RowTaker taker = row -> counts.put(Outcome.of(row.getString(1)), row.getLong(2));
    ask(
        () -> {
          if (after == 0) {
            sql.each("select outcome, count(*) from receipt group by outcome", taker);
          } else {
            sql.each(
                "select outcome, count(*) from receipt where seq > ? group by outcome",
                taker,
                after);
          }
          return counts;
        });
    return counts;
  }

  @Override
  public boolean isForgotten(String key) {
    return ask(() -> sql.number("select count(*) from forgotten where key = ?", key)) > 0;
  }

  @Override
  public List<String> pagesKnownBy(String identity) {
    return ask(
        () ->
            sql.list(
                "select distinct page from identity where key = ? or key = ? order by page",
                row -> row.getString(1),
                identity,
                shortened(identity)));
  }

  @Override
  public boolean hasReport(String id) {
    return ask(() -> sql.number("select count(*) from report where id = ?", id)) > 0;
  }

  @Override
  public Optional<StoredReport> current(String page) {
    return ask(() -> sql.first(REPORT + "where page = ? and current = 1", SqlStore::report, page));
  }

  @Override
  public List<StoredReport> versions(String page) {
    return ask(() -> sql.list(REPORT + "where page = ? order by receipt", SqlStore::report, page));
  }

  private static StoredReport report(ResultSet row) throws SQLException {
    String id = row.getString(1);
    try {
      Report report = ReportBytes.unpack(row.getBytes(7)).withId(id);
      return new StoredReport(
          report,
          row.getString(2),
          row.getLong(3),
          row.getString(4),
          optional(row.getString(5)).flatMap(PartialDate::parse),
          row.getInt(6) == 1);
    } catch (DataFormatException damaged) {
      throw new StoreException(
          Kind.DAMAGED,
          "the report " + id + " is damaged: run rebuild, or restore a backup",
          damaged);
    }
  }

  @Override
  public List<Store.PageKey> pages() {
    return ask(
        () -> sql.list(KEY + "order by p.day is null, p.day, p.published, p.page", SqlStore::key));
  }

  @Override
  public Optional<Store.PageKey> key(String page) {
    return ask(() -> sql.list(KEY + "and p.page = ?", SqlStore::key, page).stream().findFirst());
  }

  private static Store.PageKey key(ResultSet row) throws SQLException {
    Optional<PartialDate> published = optional(row.getString(2)).flatMap(PartialDate::parse);
    long day =
        published.isPresent()
            ? published.get().earliest().toEpochDay()
            : LocalDate.parse(row.getString(4).substring(0, 10)).toEpochDay();
    return new Store.PageKey(row.getString(1), published, day, row.getString(3));
  }

  @Override
  public List<String> pagesOf(String outlet) {
    return ask(
        () ->
            sql.list(
                "select distinct page from report where lower(outlet) = lower(?) order by page",
                row -> row.getString(1),
                outlet));
  }

  @Override
  public List<String> pagesAfter(String page, Optional<String> outlet, int most) {
    String ofOutlet = outlet.isPresent() ? "and lower(outlet) = lower(?) " : "";
    List<Object> values = new ArrayList<>(List.of(page));
    outlet.ifPresent(values::add);
    values.add(most);
    return ask(
        () ->
            sql.list(
                "select distinct page from report where page > ? "
                    + ofOutlet
                    + "order by page limit ?",
                row -> row.getString(1),
                values.toArray()));
  }

  @Override
  public List<String> pagesBefore(PartialDate day) {
    return ask(
        () ->
            sql.list(
                "select p.page from report p join receipt r on r.seq = p.receipt where"
                    + " p.current = 1 and (p.day < ? or p.day is null and r.received < ?)"
                    + " order by p.page",
                row -> row.getString(1),
                day.earliest().toEpochDay(),
                day.earliest().toString()));
  }

  @Override
  public void eachReport(Consumer<StoredReport> taker) {
    ask(
        () -> {
          sql.each(
              REPORT + "order by day is null, day, published, page, receipt",
              row -> taker.accept(report(row)));
          return true;
        });
  }

  /**
   * How bytes are kept.
   *
   * @param base the bytes that they are packed against
   */
  private record Kept(int bytes, Optional<String> base) {}

  @Override
  public Optional<byte[]> raw(String sha) {
    Optional<Kept> kept =
        ask(
            () ->
                sql.first(
                    "select bytes, base from raw where sha = ?",
                    row -> new Kept(row.getInt(1), optional(row.getString(2))),
                    sha));
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    byte[] base =
        kept.get()
            .base()
            .map(like -> raw(like).orElseThrow(() -> damaged(sha, null)))
            .orElse(NOTHING);
    ByteArrayOutputStream whole = new ByteArrayOutputStream(kept.get().bytes());
    List<byte[]> parts =
        ask(
            () ->
                sql.list(
                    "select data from raw_part where sha = ? order by part",
                    row -> row.getBytes(1),
                    sha));
    try {
      for (byte[] part : parts) {
        whole.writeBytes(Packed.unpack(part, PART, base));
      }
    } catch (DataFormatException failure) {
      throw damaged(sha, failure);
    }
    return Optional.of(whole.toByteArray());
  }

  private static StoreException damaged(String sha, @Nullable DataFormatException failure) {
    String message = "the bytes " + sha + " are damaged: restore a backup";
    return failure == null
        ? new StoreException(Kind.DAMAGED, message)
        : new StoreException(Kind.DAMAGED, message, failure);
  }

  @Override
  public List<String> raws() {
    return ask(() -> sql.list("select sha from raw order by sha", row -> row.getString(1)));
  }

  @Override
  public List<StoredStory> stories() {
    return ask(() -> sql.list(STORY + "order by first_day, id", SqlStore::story));
  }

  @Override
  public List<StoredStory> storiesChangedAfter(long receipt) {
    return ask(() -> sql.list(STORY + "where changed > ? order by id", SqlStore::story, receipt));
  }

  /**
   * Of few that changed, those after the id are sorted out; of many, the stories after the id are
   * gone through.
   */
  @Override
  public List<StoredStory> storiesAfter(String id, long receipt, int most) {
    return ask(
        () -> {
          long changed =
              sql.number(
                  "select count(*) from (select 1 from story where changed > ? limit ?) as few",
                  receipt,
                  FEW + 1);
          // a sorted expression keeps the database from going through all of them by id
          String sorted = changed <= FEW ? "id || ''" : "id";
          return sql.list(
              STORY + "where changed > ? and " + sorted + " > ? order by " + sorted + " limit ?",
              SqlStore::story,
              receipt,
              id,
              most);
        });
  }

  @Override
  public List<KeptAct> acts(int most) {
    return ask(
        () ->
            sql.list(
                "select made_by, at, kind, subject from act order by number desc limit ?",
                row ->
                    new KeptAct(
                        row.getString(1),
                        row.getString(2),
                        KeptAct.Kind.of(row.getString(3)),
                        row.getString(4)),
                most));
  }

  @Override
  public void addAct(KeptAct act) {
    ask(
        () ->
            sql.update(
                "insert into act (made_by, at, kind, subject) values (?, ?, ?, ?)",
                act.by(),
                act.at(),
                act.kind().label(),
                act.subject()));
  }

  @Override
  public List<StoredStory> latestStories(int from, int most) {
    return ask(
        () ->
            sql.list(
                STORY + "order by changed desc, last_day desc nulls last, id limit ? offset ?",
                SqlStore::story,
                most,
                from));
  }

  @Override
  public long countStories() {
    return ask(() -> sql.number("select count(*) from story"));
  }

  @Override
  public Optional<StoredStory> story(String id) {
    return ask(() -> sql.first(STORY + "where id = ?", SqlStore::story, id));
  }

  private static StoredStory story(ResultSet row) throws SQLException {
    return new StoredStory(
        row.getString(1),
        row.getString(2),
        row.getInt(3),
        row.getInt(4),
        new StoredStory.Days(optional(row.getString(5)), optional(row.getString(6))),
        row.getString(7),
        row.getLong(8));
  }

  @Override
  public List<String> members(String story) {
    return ask(
        () ->
            // the sign keeps SQLite from looking through all current reports for each
            sql.list(
                "select m.page from member m join report p on p.page = m.page and +p.current = 1"
                    + " where m.story = ? order by p.day is null, p.day, p.published, p.page",
                row -> row.getString(1),
                story));
  }

  @Override
  public Optional<String> storyOf(String page) {
    return ask(
        () -> sql.first("select story from member where page = ?", row -> row.getString(1), page));
  }

  @Override
  public Map<String, String> membership() {
    Map<String, String> stories = new LinkedHashMap<>();
    ask(
        () -> {
          sql.each(
              "select page, story from member order by page",
              row -> stories.put(row.getString(1), row.getString(2)));
          return stories;
        });
    return stories;
  }

  @Override
  public List<StoryChange> changesOf(String story) {
    return ask(
        () ->
            sql.list(
                "select story, kind, other, reports, sources, seq, at from story_change"
                    + " where story = ? or other = ? order by number",
                SqlStore::change,
                story,
                story));
  }

  @Override
  public List<NumberedChange> changesAfter(long number, int most) {
    return ask(
        () ->
            sql.list(
                "select story, kind, other, reports, sources, seq, at, number from story_change"
                    + " where number > ? order by number limit ?",
                row -> new NumberedChange(row.getLong(8), change(row)),
                number,
                most));
  }

  @Override
  public long lastChange() {
    return ask(() -> sql.number("select max(number) from story_change"));
  }

  private static StoryChange change(ResultSet row) throws SQLException {
    return new StoryChange(
        row.getString(1),
        StoryChange.Kind.of(row.getString(2)),
        optional(row.getString(3)),
        row.getInt(4),
        number(row, 5),
        row.getLong(6),
        row.getString(7));
  }

  private static OptionalInt number(ResultSet row, int column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
  }

  @Override
  public OptionalInt sourcesAt(String story, long receipt) {
    return ask(
        () ->
            sql.first(
                    "select sources from story_change where story = ? and seq <= ?"
                        + " order by number desc limit 1",
                    row -> number(row, 1),
                    story,
                    receipt)
                .orElse(OptionalInt.of(0)));
  }

  @Override
  public Optional<String> survivor(String story) {
    Set<String> seen = new HashSet<>();
    String at = story;
    while (seen.add(at)) {
      if (story(at).isPresent()) {
        return Optional.of(at);
      }
      String merged = at;
      Optional<String> into =
          ask(
              () ->
                  sql.first(
                      "select other from story_change where story = ? and kind = 'merged-into'"
                          + " order by number desc limit 1",
                      row -> row.getString(1),
                      merged));
      if (into.isEmpty()) {
        return Optional.empty();
      }
      at = into.get();
    }
    return Optional.empty();
  }

  @Override
  public List<KeptDecision> decisions() {
    return ask(
        () ->
            sql.list(
                "select number, kind, a, b, made, made_by, undone, undone_by from decision"
                    + " order by number",
                row ->
                    new KeptDecision(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        new KeptDecision.Act(row.getString(5), row.getString(6)),
                        act(row.getString(7), row.getString(8)))));
  }

  private static Optional<KeptDecision.Act> act(@Nullable String at, String by) {
    return Optional.ofNullable(at).map(when -> new KeptDecision.Act(when, by));
  }

  @Override
  public List<KeptWatch> watches() {
    return ask(
        () ->
            sql.list(
                "select number, kind, query, made from watch where stopped is null"
                    + " order by number",
                SqlStore::watch));
  }

  private static KeptWatch watch(ResultSet row) throws SQLException {
    return new KeptWatch(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
  }

  @Override
  public List<KeptAlert> alerts() {
    return ask(() -> sql.list(ALERT + "order by a.at, a.id", SqlStore::alert));
  }

  @Override
  public Optional<KeptAlert> alert(String id) {
    return ask(() -> sql.first(ALERT + "where a.id = ?", SqlStore::alert, id));
  }

  @Override
  public List<KeptAlert> latestAlerts(int from, int most) {
    return ask(
        () ->
            sql.list(
                ALERT + "where a.baseline = 0 order by a.at desc, a.id desc limit ? offset ?",
                SqlStore::alert,
                most,
                from));
  }

  @Override
  public List<KeptAlert> alertsTold(long after, long last) {
    return ask(
        () ->
            sql.list(
                ALERT + "where a.baseline = 0 and a.told > ? and a.told <= ? order by a.told",
                SqlStore::alert,
                after,
                last));
  }

  @Override
  public List<KeptAlert> alertsAfter(String instant, String id, int most) {
    return ask(
        () ->
            sql.list(
                ALERT
                    + "where a.baseline = 0 and (a.at, a.id) > (?, ?) order by a.at, a.id limit ?",
                SqlStore::alert,
                instant,
                id,
                most));
  }

  @Override
  public long lastAlert() {
    return ask(() -> sql.number("select coalesce(max(told), 0) from alert"));
  }

  @Override
  public Map<Long, Long> alertCounts() {
    Map<Long, Long> counts = new LinkedHashMap<>();
    ask(
        () -> {
          sql.each(
              "select watch, count(*) from alert where baseline = 0 group by watch order by watch",
              row -> counts.put(row.getLong(1), row.getLong(2)));
          return counts;
        });
    return counts;
  }

  private static KeptAlert alert(ResultSet row) throws SQLException {
    return new KeptAlert(
        row.getString(5),
        watch(row),
        new KeptAlert.Subject(row.getString(6), row.getString(7)),
        new KeptAlert.Said(
            row.getString(8),
            new KeptAlert.Turn(row.getString(15), row.getString(16)),
            row.getString(9),
            row.getString(10)),
        evidence(row.getString(11)),
        optional(row.getString(12)),
        firmness(row.getInt(13) == 1, row.getInt(14) == 1));
  }

  private static KeptAlert.Firmness firmness(boolean baseline, boolean provisional) {
    return baseline
        ? KeptAlert.Firmness.BASELINE
        : provisional ? KeptAlert.Firmness.PROVISIONAL : KeptAlert.Firmness.FIRM;
  }

  @Override
  public List<KeptChannel> channels() {
    return ask(
        () ->
            sql.list(
                "select number, kind, target, watch, settings, made from channel"
                    + " where stopped is null order by number",
                row ->
                    new KeptChannel(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        optional(row.getString(4)).map(Long::parseLong),
                        row.getString(5),
                        row.getString(6))));
  }

  @Override
  public List<KeptDelivery> waiting(String now, String latest, int most) {
    return ask(
        () ->
            sql.list(
                DELIVERY
                    + "where state = 'waiting' and (due <= ? or due > ?) and channel in (select number from"
                    + " channel where stopped is null) order by due, id limit ?",
                SqlStore::delivery,
                now,
                latest,
                most));
  }

  @Override
  public List<KeptDelivery> doneSince(long channel, String instant) {
    return ask(
        () ->
            sql.list(
                DELIVERY + "where channel = ? and state = 'sent' and done > ? order by done, id",
                SqlStore::delivery,
                channel,
                instant));
  }

  @Override
  public Map<String, Long> deliveries(long channel) {
    Map<String, Long> counts = new LinkedHashMap<>();
    ask(
        () -> {
          sql.each(
              "select state, count(*) from delivery where channel = ? group by state order by state",
              row -> counts.put(row.getString(1), row.getLong(2)),
              channel);
          return counts;
        });
    return counts;
  }

  @Override
  public Optional<String> lastProblem(long channel) {
    return ask(
        () ->
            sql.first(
                "select problem from delivery where channel = ? and problem is not null"
                    + " order by due desc, id limit 1",
                row -> row.getString(1),
                channel));
  }

  private static KeptDelivery delivery(ResultSet row) throws SQLException {
    return new KeptDelivery(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        KeptDelivery.Event.of(row.getString(4)),
        new KeptDelivery.Progress(
            KeptDelivery.State.of(row.getString(5)), row.getInt(6), row.getString(7)),
        optional(row.getString(8)),
        optional(row.getString(9)));
  }

  private static Optional<String> optional(@Nullable String value) {
    return Optional.ofNullable(value);
  }

  // ---- changes
  // ---------------------------------------------------------------------------------

  @Override
  public void setSetting(String name, String value) {
    ask(
        () ->
            sql.update(
                "insert into setting (name, value) values (?, ?)"
                    + " on conflict (name) do update set value = excluded.value",
                name,
                value));
  }

  @Override
  public void addRaw(String sha, byte[] bytes, String received, String address) {
    if (ask(() -> sql.number("select count(*) from raw where sha = ?", sha)) > 0) {
      return;
    }
    String at = shortened(address);
    Optional<String> like =
        at.isEmpty()
            ? Optional.empty()
            : ask(
                () ->
                    sql.first(
                        "select coalesce(base, sha) from raw where address = ?"
                            + " order by received desc, sha limit 1",
                        row -> row.getString(1),
                        at));
    Optional<byte[]> packed = like.flatMap(base -> packed(bytes, base));
    ask(
        () ->
            sql.update(
                "insert into raw (sha, bytes, received, address, base) values (?, ?, ?, ?, ?)",
                sha,
                bytes.length,
                received,
                at,
                packed.isPresent() ? like.orElseThrow() : null));
    if (packed.isPresent()) {
      addPart(sha, 0, packed.get());
      return;
    }
    for (int from = 0, part = 0; from < bytes.length; from += PART, part++) {
      byte[] plain = java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART));
      addPart(sha, part, Packed.pack(plain));
    }
  }

  private void addPart(String sha, int part, byte[] packed) {
    ask(
        () ->
            sql.update(
                "insert into raw_part (sha, part, data) values (?, ?, ?)", sha, part, packed));
  }

  /** Bytes packed against others, where that is worth a second look-up when they are read. */
  private Optional<byte[]> packed(byte[] bytes, String base) {
    byte[] like = bytes.length > PART ? NOTHING : raw(base).orElse(NOTHING);
    if (like.length == 0 || like.length > PART) {
      return Optional.empty();
    }
    byte[] packed = Packed.pack(bytes, like);
    return Optional.of(packed).filter(one -> one.length * WORTH <= Packed.pack(bytes).length);
  }

  @Override
  public void removeRaw(String sha) {
    List<String> resting =
        ask(
            () ->
                sql.list(
                    "select sha from raw where base = ? order by received, sha",
                    row -> row.getString(1),
                    sha));
    Optional<String> first = Optional.empty();
    for (String one : resting) {
      byte[] bytes = raw(one).orElseThrow();
      Optional<byte[]> packed = first.flatMap(base -> packed(bytes, base));
      String base = packed.isPresent() ? first.orElseThrow() : null;
      ask(() -> sql.update("update raw set base = ? where sha = ?", base, one));
      ask(
          () ->
              sql.update(
                  "update raw_part set data = ? where sha = ?",
                  packed.orElseGet(() -> Packed.pack(bytes)),
                  one));
      first = packed.isPresent() ? first : Optional.of(one);
    }
    ask(() -> sql.update("update receipt set raw = null where raw = ?", sha));
    ask(() -> sql.update("delete from raw_part where sha = ?", sha));
    ask(() -> sql.update("delete from raw where sha = ?", sha));
  }

  @Override
  public int removeRawBefore(String received) {
    List<String> old =
        ask(
            () ->
                sql.list(
                    "select sha from raw w where received < ? and not exists (select 1 from receipt"
                        + " r where r.raw = w.sha and r.outcome = 'quarantined')",
                    row -> row.getString(1),
                    received));
    old.forEach(this::removeRaw);
    return old.size();
  }

  @Override
  public long addReceipt(Receipt receipt) {
    return ask(
        () -> {
          sql.update(
              "insert into receipt (key, outcome, report, source, raw, ordinal, reason, received,"
                  + " name, url, charset) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              receipt.key(),
              receipt.outcome().label(),
              receipt.report().orElse(null),
              receipt.origin().source(),
              receipt.origin().raw().orElse(null),
              receipt.origin().ordinal(),
              receipt.reason().orElse(null),
              receipt.received(),
              receipt.origin().held().name(),
              receipt.origin().held().url(),
              receipt.origin().held().charset());
          return sql.number("select seq from receipt where key = ?", receipt.key());
        });
  }

  @Override
  public void addReport(StoredReport report, List<String> identities) {
    ask(
        () ->
            sql.update(
                "insert into report (id, page, receipt, content, outlet, url, title, published,"
                    + " day, current, data) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                report.report().id(),
                report.page(),
                report.receipt(),
                report.content(),
                report.report().outlet().orElse(null),
                report.report().url().orElse(null),
                report.report().headline().orElse(""),
                iso(report),
                day(report),
                report.current() ? 1 : 0,
                ReportBytes.pack(report.report())));
    for (String identity : identities) {
      ask(
          () ->
              sql.update(
                  "insert into identity (key, page) values (?, ?) on conflict (key, page) do"
                      + " nothing",
                  shortened(identity),
                  report.page()));
    }
  }

  /** The index of PostgreSQL takes no longer texts than some 2,700 bytes. */
  private static String shortened(String identity) {
    return identity.length() <= LONG_NAME
        ? identity
        : identity.substring(0, LONG_NAME / 2) + " " + Digests.of(identity);
  }

  private static @Nullable String iso(StoredReport report) {
    return report.published().map(PartialDate::iso).orElse(null);
  }

  private static @Nullable Long day(StoredReport report) {
    return report.published().map(date -> date.earliest().toEpochDay()).orElse(null);
  }

  @Override
  public void replaceReport(StoredReport report) {
    ask(
        () ->
            sql.update(
                "update report set content = ?, outlet = ?, url = ?, title = ?, published = ?, day"
                    + " = ?, data = ? where id = ?",
                report.content(),
                report.report().outlet().orElse(null),
                report.report().url().orElse(null),
                report.report().headline().orElse(""),
                iso(report),
                day(report),
                ReportBytes.pack(report.report()),
                report.report().id()));
  }

  @Override
  public void setCurrent(String page, String id) {
    ask(
        () ->
            sql.update(
                "update report set current = case when id = ? then 1 else 0 end where page = ?",
                id,
                page));
  }

  @Override
  public int forget(String page, String at) {
    List<Receipt> receipts =
        ask(
            () ->
                sql.list(
                    RECEIPT
                        + "where report = ? or seq in (select receipt from report where page = ?)"
                        + " or report in (select id from report where page = ?)",
                    SqlStore::receipt,
                    page,
                    page,
                    page));
    List<String> contents =
        ask(
            () ->
                sql.list(
                    "select content from report where page = ?", row -> row.getString(1), page));
    Set<String> bytes = new HashSet<>();
    for (Receipt receipt : receipts) {
      keepAsForgotten(receipt.key(), at);
      receipt.origin().raw().ifPresent(bytes::add);
    }
    for (String sha : Set.copyOf(bytes)) {
      bytes.addAll(
          ask(
              () ->
                  sql.list(
                      "select o.sha from raw r join raw o on o.address = r.address"
                          + " where r.sha = ? and r.address <> ''",
                      row -> row.getString(1),
                      sha)));
    }
    bytes.forEach(this::removeRaw);
    contents.forEach(content -> keepAsForgotten(content, at));
    ask(() -> sql.update("delete from report where page = ?", page));
    for (Receipt receipt : receipts) {
      ask(() -> sql.update("delete from receipt where seq = ?", receipt.seq()));
    }
    ask(() -> sql.update("delete from identity where page = ?", page));
    ask(() -> sql.update("delete from member where page = ?", page));
    return bytes.size();
  }

  @Override
  public void removeAlert(String id) {
    ask(() -> sql.update("delete from delivery where alert = ?", id));
    ask(() -> sql.update("delete from alert where id = ?", id));
  }

  private void keepAsForgotten(String key, String at) {
    ask(
        () ->
            sql.update(
                "insert into forgotten (key, at) values (?, ?) on conflict (key) do nothing",
                key,
                at));
  }

  @Override
  public void putStory(StoredStory story, List<String> pages) {
    ask(
        () ->
            sql.update(
                "insert into story (id, title, reports, sources, first_day, last_day, fingerprint,"
                    + " changed) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
                    + " title = excluded.title, reports = excluded.reports,"
                    + " sources = excluded.sources, first_day = excluded.first_day,"
                    + " last_day = excluded.last_day, fingerprint = excluded.fingerprint,"
                    + " changed = excluded.changed",
                story.id(),
                story.title(),
                story.reports(),
                story.sources(),
                story.days().from().orElse(null),
                story.days().to().orElse(null),
                story.fingerprint(),
                story.changed()));
    for (String page : pages) {
      ask(
          () ->
              sql.update(
                  "insert into member (page, story) values (?, ?)"
                      + " on conflict (page) do update set story = excluded.story",
                  page,
                  story.id()));
    }
  }

  @Override
  public void removeStory(String id) {
    ask(() -> sql.update("delete from story where id = ?", id));
  }

  @Override
  public void addChange(StoryChange change) {
    ask(
        () ->
            sql.update(
                "insert into story_change (story, kind, other, reports, sources, seq, at)"
                    + " values (?, ?, ?, ?, ?, ?, ?)",
                change.story(),
                change.kind().label(),
                change.other().orElse(null),
                change.reports(),
                change.sources().isPresent() ? change.sources().getAsInt() : null,
                change.seq(),
                change.at()));
  }

  @Override
  public void setSourcesOfLastChange(String story, int sources) {
    ask(
        () ->
            sql.update(
                "update story_change set sources = ? where number ="
                    + " (select max(number) from story_change where story = ?)",
                sources,
                story));
  }

  @Override
  public long addDecision(KeptDecision decision) {
    return ask(
        () -> {
          sql.update(
              "insert into decision (kind, a, b, made, made_by) values (?, ?, ?, ?, ?)",
              decision.kind(),
              decision.a(),
              decision.b(),
              decision.made().at(),
              decision.made().by());
          return sql.number("select max(number) from decision");
        });
  }

  @Override
  public boolean undoDecision(long number, KeptDecision.Act act) {
    return ask(
            () ->
                sql.update(
                    "update decision set undone = ?, undone_by = ?"
                        + " where number = ? and undone is null",
                    act.at(),
                    act.by(),
                    number))
        > 0;
  }

  @Override
  public KeptWatch addWatch(String kind, String query, String at) {
    ask(
        () ->
            sql.update(
                "insert into watch (kind, query, made) values (?, ?, ?)"
                    + " on conflict (kind, query) do update set stopped = null",
                kind,
                query,
                at));
    return ask(() ->
            sql.first(
                "select number, kind, query, made from watch where kind = ? and query = ?",
                SqlStore::watch,
                kind,
                query))
        .orElseThrow();
  }

  @Override
  public boolean stopWatch(long number, String at) {
    return ask(
            () ->
                sql.update(
                    "update watch set stopped = ? where number = ? and stopped is null",
                    at,
                    number))
        > 0;
  }

  @Override
  public boolean addAlert(KeptAlert alert) {
    return ask(
            () ->
                sql.update(
                    "insert into alert (id, watch, kind, story, claim, text, at, why, evidence,"
                        + " retracted, baseline, provisional, was, became, told)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " (select coalesce(max(told), 0) + 1 from alert))"
                        + " on conflict (id) do nothing",
                    alert.id(),
                    alert.watch().number(),
                    alert.watch().kind(),
                    alert.subject().story(),
                    alert.subject().claim(),
                    alert.said().text(),
                    alert.said().at(),
                    alert.said().why(),
                    json(alert.evidence()),
                    alert.retracted().orElse(null),
                    alert.baseline() ? 1 : 0,
                    provisional(alert),
                    alert.said().turn().before(),
                    alert.said().turn().after()))
        > 0;
  }

  @Override
  public void replaceAlert(KeptAlert alert) {
    if (alert.retracted().isPresent()) {
      ask(
          () ->
              sql.update(
                  "update alert set told = (select max(told) + 1 from alert)"
                      + " where id = ? and retracted is null",
                  alert.id()));
    }
    ask(
        () ->
            sql.update(
                "update alert set story = ?, why = ?, evidence = ?, retracted = ?, provisional = ?"
                    + " where id = ?",
                alert.subject().story(),
                alert.said().why(),
                json(alert.evidence()),
                alert.retracted().orElse(null),
                provisional(alert),
                alert.id()));
  }

  private static int provisional(KeptAlert alert) {
    return alert.firmness() == KeptAlert.Firmness.PROVISIONAL ? 1 : 0;
  }

  @Override
  public KeptChannel addChannel(KeptChannel channel) {
    ask(
        () ->
            sql.update(
                "insert into channel (kind, target, watch, settings, made) values (?, ?, ?, ?, ?)",
                channel.kind(),
                channel.target(),
                channel.watch().orElse(null),
                channel.settings(),
                channel.made()));
    List<KeptChannel> all = channels();
    return all.getLast();
  }

  @Override
  public boolean stopChannel(long number, String at) {
    return ask(
            () ->
                sql.update(
                    "update channel set stopped = ? where number = ? and stopped is null",
                    at,
                    number))
        > 0;
  }

  @Override
  public void putDelivery(KeptDelivery delivery) {
    ask(
        () ->
            sql.update(
                "insert into delivery (id, channel, alert, event, state, attempts, due, done,"
                    + " problem) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
                    + " state = excluded.state, attempts = excluded.attempts, due = excluded.due,"
                    + " done = excluded.done, problem = excluded.problem",
                delivery.id(),
                delivery.channel(),
                delivery.alert(),
                delivery.event().label(),
                delivery.progress().state().label(),
                delivery.progress().attempts(),
                delivery.progress().due(),
                delivery.done().orElse(null),
                delivery.problem().orElse(null)));
  }

  private static String json(List<Citation> citations) {
    ArrayNode array = JSON.createArrayNode();
    for (Citation citation : citations) {
      array
          .addObject()
          .put("report", citation.report())
          .put("start", citation.span().start())
          .put("end", citation.span().end());
    }
    return array.toString();
  }

  private static List<Citation> evidence(String json) {
    try {
      List<Citation> citations = new ArrayList<>();
      for (JsonNode one : JSON.readTree(json)) {
        citations.add(
            new Citation(
                one.path("report").asText(),
                new Span(one.path("start").asInt(), one.path("end").asInt())));
      }
      return citations;
    } catch (JsonProcessingException damaged) {
      throw new StoreException(
          Kind.DAMAGED, "an alert of the store is damaged: restore a backup", damaged);
    }
  }
}
