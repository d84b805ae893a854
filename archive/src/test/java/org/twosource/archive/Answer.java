package org.twosource.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.twosource.brief.Account;
import org.twosource.brief.StoryAccount;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;

/**
 * Stories, families and derivations as lines of JSON with the same columns, whether one process
 * found them or tables hold them.
 */
record Answer(List<String> stories, List<String> families, List<String> derivations) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(Account account) {
    List<String> stories = new ArrayList<>();
    List<String> families = new ArrayList<>();
    List<String> derivations = new ArrayList<>();
    for (StoryAccount one : account.stories()) {
      stories.add(story(one));
      one.lineage().families().forEach(family -> families.add(family(one, family)));
      one.lineage().derivations().forEach(each -> derivations.add(derivation(one, each)));
    }
    return new Answer(stories, families, derivations);
  }

  /** What the tables of a run with {@code --format parquet,jsonl} hold, in their order. */
  static Answer of(Path out) throws IOException {
    return new Answer(
        rows(out, "stories", "id", "title", "from", "to", "reports", "why"),
        rows(out, "families", "story", "family", "reports", "origin", "unseen", "credit"),
        rows(
            out,
            "derivations",
            "story",
            "from",
            "to",
            "directed",
            "degree",
            "manner",
            "share",
            "confidence",
            "evidence"));
  }

  /** Rows of a table, of these columns. */
  static List<String> rows(Path out, String table, String... columns) throws IOException {
    List<String> rows = new ArrayList<>();
    try (Stream<Path> parts = Files.list(out.resolve(table + ".jsonl"))) {
      for (Path part : parts.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        for (String line : Files.readAllLines(part)) {
          rows.add(JSON.writeValueAsString(((ObjectNode) JSON.readTree(line)).retain(columns)));
        }
      }
    }
    return rows;
  }

  /** SHA-256 of all lines; equal for equal answers, byte by byte. */
  String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Stream.of(stories, families, derivations)
          .flatMap(List::stream)
          .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String story(StoryAccount account) {
    ObjectNode row = JSON.createObjectNode();
    row.put("id", account.story().id());
    row.put("title", account.story().title());
    account.story().from().ifPresent(date -> row.put("from", date.iso()));
    account.story().to().ifPresent(date -> row.put("to", date.iso()));
    row.putPOJO("reports", account.story().reports());
    row.putPOJO("why", account.story().why());
    return text(row);
  }

  private static String family(StoryAccount account, Family family) {
    ObjectNode row = JSON.createObjectNode();
    row.put("story", account.story().id());
    row.put("family", family.id());
    row.putPOJO("reports", family.reports());
    row.put("origin", family.origin().id());
    row.put("unseen", family.origin().isUnseen());
    family.origin().credit().ifPresent(credit -> row.put("credit", credit));
    return text(row);
  }

  private static String derivation(StoryAccount account, Derivation derivation) {
    ObjectNode row = JSON.createObjectNode();
    row.put("story", account.story().id());
    row.put("from", derivation.from());
    row.put("to", derivation.to());
    row.put("directed", derivation.directed());
    row.put("degree", derivation.degree().label());
    row.put("manner", derivation.manner().label());
    row.put("share", derivation.share());
    row.put("confidence", derivation.confidence());
    row.putPOJO("evidence", derivation.evidence());
    return text(row);
  }

  static String text(ObjectNode row) {
    try {
      return JSON.writeValueAsString(row);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
