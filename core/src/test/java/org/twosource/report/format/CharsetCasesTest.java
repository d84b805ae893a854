package org.twosource.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.Reading;

/**
 * Sentences of nineteen languages in the character sets that pages and feeds are written in, and in
 * every way in which those say so: in the header of the answer, in the page, by a mark, under
 * another name, wrongly, or not at all.
 */
class CharsetCasesTest {
  /** Language: a sentence, and the character sets that have all its letters. */
  private record Text(String language, String sentence, List<String> charsets) {}

  private static final List<Text> TEXTS =
      List.of(
          text(
              "en",
              "The ferry “Alba” didn’t leave Kelm on Monday – fog, its captain said",
              "windows-1252"),
          text(
              "de",
              "Die Fähre über die Bucht fährt nach Süden, heißt es größtenteils im Hafenamt",
              "windows-1252",
              "iso-8859-1",
              "iso-8859-15",
              "windows-1250"),
          text(
              "fr",
              "Le bac a été arrêté à la suite d’une tempête près du port où il était amarré",
              "windows-1252"),
          text(
              "es",
              "El transbordador llegó mañana según la capitanía: ¿quién avisó a la población?",
              "windows-1252",
              "iso-8859-1",
              "iso-8859-15"),
          text(
              "pt",
              "A travessia não começou às nove, segundo informações da capitania do porto",
              "windows-1252",
              "iso-8859-1"),
          text(
              "pl",
              "Prom nie wypłynął w poniedziałek, ponieważ gęsta mgła leżała nad zatoką",
              "windows-1250",
              "iso-8859-2"),
          text(
              "cs",
              "Přívoz nevyplul v pondělí, protože nad zátokou ležela hustá mlha, řekl úřad",
              "windows-1250",
              "iso-8859-2"),
          text(
              "hu",
              "A komp hétfőn nem indult el, mert sűrű köd ült az öböl fölött",
              "windows-1250",
              "iso-8859-2"),
          text(
              "tr",
              "Vapur pazartesi günü kalkmadı, çünkü körfezin üzerinde yoğun sis vardı, dediği şu",
              "windows-1254",
              "iso-8859-9"),
          text(
              "ru",
              "Паром не вышел в понедельник из-за густого тумана над заливом",
              "windows-1251",
              "koi8-r",
              "iso-8859-5"),
          text(
              "uk",
              "Пором не вийшов у понеділок через густий туман над затокою, її капітан єдиний",
              "windows-1251",
              "koi8-u"),
          text(
              "bg",
              "Фериботът не тръгна в понеделник заради гъста мъгла над залива",
              "windows-1251",
              "iso-8859-5"),
          text(
              "el",
              "Το πλοίο δεν έφυγε τη Δευτέρα λόγω πυκνής ομίχλης πάνω από τον κόλπο",
              "windows-1253",
              "iso-8859-7"),
          text(
              "he",
              "המעבורת לא יצאה ביום שני בגלל ערפל כבד מעל המפרץ",
              "windows-1255",
              "iso-8859-8"),
          text(
              "ar",
              "لم تغادر العبارة يوم الاثنين بسبب الضباب الكثيف فوق الخليج",
              "windows-1256",
              "iso-8859-6"),
          text("ja", "フェリーは濃い霧のため月曜日に出港しなかったと港湾事務所は述べた", "shift_jis", "euc-jp", "iso-2022-jp"),
          text("zh", "港务局表示，由于海湾上空大雾，渡轮周一没有出发", "gb2312", "gbk", "gb18030"),
          text("zh-Hant", "港務局表示，由於海灣上空大霧，渡輪週一沒有出發", "big5"),
          text("ko", "항만청은 만 위의 짙은 안개 때문에 월요일에 여객선이 출항하지 않았다고 밝혔다", "euc-kr"));

  /** Names under which browsers know a character set. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("utf-8", List.of("UTF-8", "utf8", "unicode-1-1-utf-8")),
          Map.entry("windows-1252", List.of("Windows-1252", "cp1252", "x-cp1252")),
          Map.entry("iso-8859-1", List.of("ISO-8859-1", "latin1", "l1")),
          Map.entry("iso-8859-15", List.of("ISO-8859-15", "latin-9")),
          Map.entry("windows-1250", List.of("windows-1250", "cp1250", "x-cp1250")),
          Map.entry("iso-8859-2", List.of("ISO-8859-2", "latin2")),
          Map.entry("windows-1254", List.of("windows-1254", "cp1254")),
          Map.entry("iso-8859-9", List.of("ISO-8859-9", "latin5")),
          Map.entry("windows-1251", List.of("windows-1251", "cp1251", "x-cp1251")),
          Map.entry("koi8-r", List.of("KOI8-R", "koi8")),
          Map.entry("shift_jis", List.of("Shift_JIS", "sjis", "x-sjis", "windows-31j")),
          Map.entry("euc-jp", List.of("EUC-JP", "x-euc-jp")),
          Map.entry("gb2312", List.of("GB2312", "x-gbk", "gb_2312-80")),
          Map.entry("gbk", List.of("GBK")),
          Map.entry("big5", List.of("Big5", "big5-hkscs", "x-x-big5")),
          Map.entry("euc-kr", List.of("EUC-KR", "ks_c_5601-1987", "windows-949")));

  /**
   * @param charset named by the answer, or ""
   */
  private record Case(String what, String sentence, byte[] bytes, String charset) {}

  private static Text text(String language, String sentence, String... charsets) {
    return new Text(language, sentence, List.of(charsets));
  }

  private static String page(Text text, String head) {
    String paragraph = text.sentence() + ". ";
    return "<!doctype html><html lang=\""
        + text.language()
        + "\"><head>"
        + head
        + "<title>"
        + text.sentence()
        + "</title></head><body><article><p>"
        + paragraph.repeat(3)
        + "</p><p>"
        + paragraph.repeat(2)
        + "</p></article></body></html>";
  }

  private static String feed(Text text, String prolog) {
    return prolog
        + "<rss version=\"2.0\"><channel><title>Post</title><item><title>"
        + text.sentence()
        + "</title><guid>1</guid><description>"
        + text.sentence()
        + ".</description></item></channel></rss>";
  }

  private static byte[] marked(String text, Charset charset, int... mark) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int one : mark) {
      bytes.write(one);
    }
    bytes.writeBytes(text.getBytes(charset));
    return bytes.toByteArray();
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Text text : TEXTS) {
      List<String> charsets = new ArrayList<>(text.charsets());
      charsets.add("utf-8");
      for (String charset : charsets) {
        Charset set = Charset.forName(charset);
        for (String name : NAMES.getOrDefault(charset, List.of(charset))) {
          String said = " " + charset + " as " + name;
          String meta = "<meta charset=\"" + name + "\">";
          String http = "<meta http-equiv=Content-Type content='text/html; charset=" + name + "'>";
          String prolog = "<?xml version=\"1.0\" encoding=\"" + name + "\"?>";
          add(cases, "header" + said, text, page(text, "").getBytes(set), name);
          add(cases, "meta" + said, text, page(text, meta).getBytes(set), "");
          add(cases, "http-equiv" + said, text, page(text, http).getBytes(set), "");
          add(cases, "feed" + said, text, feed(text, prolog).getBytes(set), "");
          add(cases, "feed's header" + said, text, feed(text, "").getBytes(set), name);
        }
      }
      byte[] utf8 = page(text, "").getBytes(StandardCharsets.UTF_8);
      add(cases, "nothing said, utf-8", text, utf8, "");
      add(
          cases,
          "header says latin, utf-8 with its mark",
          text,
          withMark(page(text, "")),
          "latin1");
      add(
          cases,
          "page says latin, utf-8 in truth",
          text,
          page(text, "<meta charset=iso-8859-1>").getBytes(StandardCharsets.UTF_8),
          "utf-8");
      add(
          cases,
          "utf-16 little-endian with a mark",
          text,
          marked(page(text, ""), StandardCharsets.UTF_16LE, 0xff, 0xfe),
          "");
      add(
          cases,
          "utf-16 big-endian with a mark",
          text,
          marked(feed(text, ""), StandardCharsets.UTF_16BE, 0xfe, 0xff),
          "");
    }
    return cases;
  }

  private static byte[] withMark(String text) {
    return marked(text, StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf);
  }

  private static void add(List<Case> cases, String what, Text text, byte[] bytes, String charset) {
    cases.add(new Case(text.language() + ": " + what, text.sentence(), bytes, charset));
  }

  @Test
  void theSentenceIsReadAsItWasWritten() {
    List<Case> cases = cases();
    Map<String, String> wrong = new TreeMap<>();
    for (Case one : cases) {
      String name = one.what().contains("feed") ? "a.xml" : "a.html";
      Reading reading =
          new InputReader(Limits.standard())
              .read(new Content(name, name, one.bytes(), 0, "", one.charset()));
      boolean isRight =
          reading.reports().size() == 1
              && reading.reports().getFirst().body().contains(one.sentence())
              && reading.reports().getFirst().headline().orElse("").contains(one.sentence());
      if (!isRight) {
        wrong.put(
            one.what(),
            reading.reports().isEmpty()
                ? reading.unreadable().toString()
                : reading.reports().getFirst().body());
      }
    }
    System.out.printf("charset cases %d, wrong %d%n", cases.size(), wrong.size());
    assertThat(cases).hasSizeGreaterThan(500);
    assertThat(wrong).isEmpty();
  }
}
