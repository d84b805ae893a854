package org.twosource.app.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;

/**
 * What always holds of a store. Each is a question that finds the rows that break it; an eleventh,
 * the integrity of the file itself, is asked of the database, and two more, that everything kept
 * unpacks and hashes to its name, are checked row by row.
 */
final class Invariants {
  private Invariants() {}

  /**
   * One invariant.
   *
   * @param sql selects one text a row: the row, and how it breaks the invariant
   */
  record Invariant(String name, String sql) {}

  /** In the order in which they are told. */
  static final List<Invariant> ALL =
      List.of(
          new Invariant(
              "every receipt has what its outcome needs",
              """
              select 'receipt ' || seq || ' (' || outcome || ') of ' || source from receipt r where
                (outcome = 'quarantined' and reason is null)
                or (outcome in ('stored', 'version-of') and not exists
                   (select 1 from report p where p.receipt = r.seq))
                or (outcome = 'duplicate-of' and not exists
                   (select 1 from report p where p.id = r.report))"""),
          new Invariant(
              "every report was acknowledged",
              """
              select 'report ' || id || ' names receipt ' || receipt from report p where not exists
                (select 1 from receipt r where r.seq = p.receipt
                  and r.outcome in ('stored', 'version-of'))"""),
          new Invariant(
              "bytes that a receipt names are kept, unless the setting lets them go",
              """
              select 'receipt ' || seq || ' names bytes ' || raw from receipt r
                where raw is not null and outcome <> 'duplicate-of'
                and not exists (select 1 from raw w where w.sha = r.raw)"""),
          new Invariant(
              "bytes kept belong to a receipt, and what they are packed against is kept whole",
              """
              select 'bytes ' || sha from raw w where not exists
                (select 1 from receipt r where r.raw = w.sha)
              union all
              select 'bytes ' || sha || ' rest on ' || base from raw w where base is not null
                and not exists (select 1 from raw o where o.sha = w.base and o.base is null)"""),
          new Invariant(
              "every page shows one version, and its first version gives it its id",
              """
              select 'page ' || page || ' shows ' || sum(current) || ' versions' from report
                group by page having sum(current) <> 1
              union all
              select 'report ' || id || ' is of page ' || page || ' that is not there' from report p
                where not exists (select 1 from report q where q.id = p.page)"""),
          new Invariant(
              "every page is known by a name, and every name leads to a page",
              """
              select 'page ' || page || ' has no name' from report p where current = 1
                and not exists (select 1 from identity i where i.page = p.page)
              union all
              select 'name ' || key || ' leads to ' || page from identity i
                where not exists (select 1 from report p where p.page = i.page)"""),
          new Invariant(
              "every page placed is in one story that is there",
              """
              select 'page ' || page || ' is in story ' || story from member m
                where not exists (select 1 from story s where s.id = m.story)
                or not exists (select 1 from report p where p.id = m.page)
              union all
              select 'page ' || page || ' is in no story' from report p
                where current = 1
                  and receipt <= (select cast(value as bigint) from setting where name = 'placed')
                  and not exists (select 1 from member m where m.page = p.page)"""),
          new Invariant(
              "every story counts its reports right",
              """
              select 'story ' || id || ' says ' || reports || ' reports and ' || sources
                || ' sources, and has ' || n from
                (select s.id, s.reports, s.sources,
                  (select count(*) from member m where m.story = s.id) n from story s) counted
                where n <> reports or n = 0 or sources < 1 or sources > n"""),
          new Invariant(
              "every story has a beginning in its history",
              """
              select 'story ' || id from story s where not exists
                (select 1 from story_change c where c.story = s.id
                  and c.kind in ('opened', 'split-from'))"""),
          new Invariant(
              "every alert belongs to a watch, its story is known, and deliveries have their alert",
              """
              select 'alert ' || id from alert a
                where not exists (select 1 from watch w where w.number = a.watch)
                or a.story <> '' and not exists
                  (select 1 from story_change c where c.story = a.story)
              union all
              select 'delivery ' || id from delivery d
                where not exists (select 1 from alert a where a.id = d.alert)"""));

  /**
   * What breaks them.
   *
   * @param whole also unpacks and hashes everything that is kept
   */
  static List<Breach> breaches(Sql sql, boolean whole) throws SQLException {
    List<Breach> breaches = new ArrayList<>();
    for (Invariant invariant : ALL) {
      sql.each(
          invariant.sql(), row -> breaches.add(new Breach(invariant.name(), row.getString(1))));
    }
    if (whole) {
      contents(sql, breaches);
    }
    return breaches;
  }

  private static void contents(Sql sql, List<Breach> breaches) throws SQLException {
    String hashed = "bytes kept hash to their name";
    SqlStore store = new SqlStore(sql);
    for (String sha : store.raws()) {
      try {
        byte[] bytes = store.raw(sha).orElseThrow();
        if (!Digests.of(bytes).equals(sha)) {
          breaches.add(new Breach(hashed, "bytes " + sha));
        }
      } catch (StoreException damaged) {
        breaches.add(new Breach(hashed, "bytes " + sha + " do not unpack"));
      }
    }
    String same = "reports kept unpack and are what they were";
    sql.each(
        "select id, content, data from report order by id",
        row -> {
          try {
            String content = StoredReport.contentOf(ReportBytes.unpack(row.getBytes(3)));
            if (!content.equals(row.getString(2))) {
              breaches.add(new Breach(same, "report " + row.getString(1)));
            }
          } catch (DataFormatException damaged) {
            breaches.add(new Breach(same, "report " + row.getString(1) + " does not unpack"));
          }
        });
  }
}
