package org.twosource.app.store;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.twosource.report.PartialDate;

/**
 * The door of the package: a store opened to read, or to read and write.
 *
 * <p>Any thread may read; one at a time writes. Failures are {@link StoreException}s.
 */
public interface Store extends AutoCloseable {
  /**
   * The setting that counts how often what is stored changed without a receipt: reports read again
   * or forgotten. What is derived from receipts alone is made again when it changes.
   */
  String CONTENTS = "contents";

  /** Reads from one state of the store; what others write meanwhile is not seen. */
  <T> T read(Function<View, T> reading);

  /** All or nothing; what was written is durable when this returns. */
  <T> T write(Function<Change, T> writing);

  /** Writes a copy of the state of now into a file that does not exist; others may write on. */
  void backup(Path target);

  /**
   * What breaks the invariants of a store, in the order of {@link Invariants}.
   *
   * @param whole also unpacks and hashes everything that is kept
   */
  List<Breach> verify(boolean whole);

  /** Leaves nothing of what was deleted in the files. */
  void compact();

  @Override
  void close();

  /** What can be asked. */
  interface View {
    Optional<String> setting(String name);

    Optional<Receipt> receipt(String key);

    /** Receipts after one, in order. */
    List<Receipt> receiptsAfter(long seq, int most);

    /** The number of the last receipt; 0 without any. */
    long lastReceipt();

    /** How many receipts after one came to what. */
    Map<Outcome, Long> outcomesAfter(long receipt);

    /** How many receipts came to what. */
    default Map<Outcome, Long> outcomes() {
      return outcomesAfter(0);
    }

    boolean isForgotten(String key);

    /** Pages that are known by an address or a given id. */
    List<String> pagesKnownBy(String identity);

    boolean hasReport(String id);

    /** The version of a page that is shown. */
    Optional<StoredReport> current(String page);

    /** All versions of a page, in order of arrival. */
    List<StoredReport> versions(String page);

    /** The pages in order of publication, then of id; those without a date come last. */
    List<PageKey> pages();

    /** What orders one page. */
    Optional<PageKey> key(String page);

    /** Pages of an outlet. */
    List<String> pagesOf(String outlet);

    /**
     * Pages that come after one in the order in which the database sorts their ids.
     *
     * @param outlet of which they are; absent: of all
     */
    List<String> pagesAfter(String page, Optional<String> outlet, int most);

    /** Pages published before a day; those without a date by the day they were received. */
    List<String> pagesBefore(PartialDate day);

    /** Every version, in the order of {@link #pages()}. */
    void eachReport(Consumer<StoredReport> taker);

    Optional<byte[]> raw(String sha);

    List<String> raws();

    /** What was begun and ended, the latest first. */
    List<KeptAct> acts(int most);

    List<StoredStory> stories();

    /** Stories that changed after a receipt, in the order of ids. */
    List<StoredStory> storiesChangedAfter(long receipt);

    /**
     * Stories that come after one in the order in which the database sorts their ids, and changed
     * after a receipt.
     */
    List<StoredStory> storiesAfter(String id, long receipt, int most);

    /**
     * The stories that changed last, the latest first; of those that changed at one time the ones
     * with the newest reports.
     */
    List<StoredStory> latestStories(int from, int most);

    /** How many stories there are. */
    long countStories();

    Optional<StoredStory> story(String id);

    List<String> members(String story);

    Optional<String> storyOf(String page);

    /** Page to story. */
    Map<String, String> membership();

    List<StoryChange> changesOf(String story);

    /**
     * How many sources a story had when a receipt was the last: 0 where it was not there yet,
     * nothing where an earlier release did not write it down.
     */
    OptionalInt sourcesAt(String story, long receipt);

    /** What became of all stories, in order, after a number. */
    List<NumberedChange> changesAfter(long number, int most);

    /** The number of the last change of a story; 0 without any. */
    long lastChange();

    /** The story that an id leads to: itself, or the one it was merged into at last. */
    Optional<String> survivor(String story);

    List<KeptDecision> decisions();

    List<KeptWatch> watches();

    /** All, in order of when they were told, then of id. */
    List<KeptAlert> alerts();

    Optional<KeptAlert> alert(String id);

    /** Those that are told to readers, the latest first. */
    List<KeptAlert> latestAlerts(int from, int most);

    /**
     * Those told to readers or taken back, in that order: after the number of one such event up to
     * that of another. An instant would not do: it is a second, and a clock may be set back.
     */
    List<KeptAlert> alertsTold(long after, long last);

    /** Those told to readers that come after one, in order of when they were told, then of id. */
    List<KeptAlert> alertsAfter(String instant, String id, int most);

    /** The number of the event in which an alert was told or taken back last; 0 without any. */
    long lastAlert();

    /**
     * How many alerts were told to readers, by number of the watch; watches without any are left
     * out.
     */
    Map<Long, Long> alertCounts();

    List<KeptChannel> channels();

    /**
     * Deliveries that are due, the one longest due first.
     *
     * @param latest what is due after this was put off by a clock that went wrong, and is due too
     */
    List<KeptDelivery> waiting(String now, String latest, int most);

    /** What a channel was told after an instant, in order. */
    List<KeptDelivery> doneSince(long channel, String instant);

    /** How many deliveries of a channel are in which state. */
    Map<String, Long> deliveries(long channel);

    /** Why a channel could not be told of something last. */
    Optional<String> lastProblem(long channel);
  }

  /** What can be written. */
  interface Change extends View {
    void addAct(KeptAct act);

    void setSetting(String name, String value);

    /**
     * Keeps bytes as received, unless they are kept already.
     *
     * @param address that they were fetched from, or ""; its answers are packed against each other
     */
    void addRaw(String sha, byte[] bytes, String received, String address);

    /** Deletes bytes; what was read from them stays, and what was packed against them. */
    void removeRaw(String sha);

    /** Deletes bytes of reports received before an instant; those of quarantine stay. */
    int removeRawBefore(String received);

    /** Acknowledges an input. */
    long addReceipt(Receipt receipt);

    /**
     * @param identities the addresses and ids that it is known by
     */
    void addReport(StoredReport report, List<String> identities);

    /** Replaces what was read of a report by what is read of its bytes now. */
    void replaceReport(StoredReport report);

    /** Makes one version of a page the one that is shown. */
    void setCurrent(String page, String id);

    /**
     * Deletes all versions of a page with their receipts, names and bytes, and keeps only that this
     * was done. Of what was fetched all answers of the address go: those of a feed hold many
     * entries each, and each entry is in many.
     *
     * @return how many inputs as received went with it
     */
    int forget(String page, String at);

    void removeAlert(String id);

    void putStory(StoredStory story, List<String> pages);

    void removeStory(String id);

    void addChange(StoryChange change);

    /** Says of the last change of a story how many sources it had then, counted later. */
    void setSourcesOfLastChange(String story, int sources);

    long addDecision(KeptDecision decision);

    /** False when there is none, or it was undone before. */
    boolean undoDecision(long number, KeptDecision.Act act);

    KeptWatch addWatch(String kind, String query, String at);

    boolean stopWatch(long number, String at);

    /** False when it is there already. */
    boolean addAlert(KeptAlert alert);

    void replaceAlert(KeptAlert alert);

    /**
     * @param channel its number is given here
     */
    KeptChannel addChannel(KeptChannel channel);

    boolean stopChannel(long number, String at);

    /** Adds a delivery, or says what became of it. */
    void putDelivery(KeptDelivery delivery);
  }

  /**
   * A page by what orders it: its day, then its time where it is known, then its id; of one day,
   * those without a date come last.
   *
   * @param day counted from 1970-01-01: the first on which it may have been published, and where no
   *     date is known the one on which its first version was received
   * @param content SHA-256 of headline and body of the current version
   */
  record PageKey(String page, Optional<PartialDate> published, long day, String content)
      implements Comparable<PageKey> {
    /** By date, then by id; those without a date come after all others, whenever received. */
    public static final Comparator<PageKey> DATED_FIRST =
        Comparator.comparing((PageKey key) -> key.published.isEmpty())
            .thenComparing(key -> key.published.isEmpty() ? 0 : key.day)
            .thenComparing(PageKey::time)
            .thenComparing(PageKey::page);

    private String time() {
      return published.map(PartialDate::iso).orElse("");
    }

    @Override
    public int compareTo(PageKey other) {
      int byDay = Long.compare(day, other.day);
      if (byDay != 0) {
        return byDay;
      }
      int byPresence = Boolean.compare(published.isEmpty(), other.published.isEmpty());
      int byTime = byPresence != 0 ? byPresence : time().compareTo(other.time());
      return byTime != 0 ? byTime : page.compareTo(other.page);
    }
  }
}
