package org.twosource.bench.suite.annotate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.StandardTextBuilder;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Place names against GeoVirus and LGL. A place counts as found when the spans are equal ("exact")
 * or share a character, each used once ("overlap"). LGL labels adjectives of nations as well
 * ("Russian"), capitals for governments, and the place whose name a body or building carries
 * ("Edgar County" in "Edgar County Community Foundation", "Paris" in "Paris City Hall"), where it
 * leaves out the whole; GeoVirus hardly does: there names of type place count alone. So for LGL
 * {@link Mention#namedAfter} counts, and in place of the mention. What the type place alone gives
 * is shown for both.
 */
public final class PlacesSuite implements Suite {

  private record Document(String id, String body, Set<Span> places) {}

  @Override
  public String name() {
    return "places";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    List<Figure> figures = new ArrayList<>();
    try (StandardAnnotator annotator = NameParts.annotator()) {
      figures.addAll(measure("GeoVirus", geoVirus(data), annotator, false));
      figures.addAll(measure("LGL", lgl(data), annotator, true));
    }
    return figures;
  }

  private static List<Figure> measure(
      String corpus, List<Document> documents, StandardAnnotator annotator, boolean wide) {
    boolean show = System.getenv("TWOSOURCE_SHOW") != null;
    int labelled = 0;
    int made = 0;
    int exact = 0;
    int overlap = 0;
    int typed = 0;
    int typedExact = 0;
    var builder = new StandardTextBuilder();
    for (Document document : documents) {
      var text = builder.build(Report.of(document.id(), document.body()));
      Annotated annotated = annotator.annotate(List.of(text)).reports().get(0);
      Set<Span> found = places(annotated, wide);
      labelled += document.places().size();
      made += found.size();
      Set<Span> places = places(annotated, false);
      typed += places.size();
      places.retainAll(document.places());
      typedExact += places.size();
      Set<Span> free = new TreeSet<>(found);
      for (Span place : document.places()) {
        exact += found.contains(place) ? 1 : 0;
        var hit = free.stream().filter(place::overlaps).findFirst();
        hit.ifPresent(free::remove);
        overlap += hit.isPresent() ? 1 : 0;
        if (show && !found.contains(place)) {
          show("MISS", corpus, document, place);
        }
      }
      if (show) {
        found.stream()
            .filter(span -> !document.places().contains(span))
            .forEach(span -> show("FALSE", corpus, document, span));
      }
    }
    return List.of(
        Figure.atLeast("toponym F1 exact, " + corpus, f1(exact, made, labelled), .80, ""),
        Figure.shown(
            "toponym F1 exact, of type place alone, " + corpus, f1(typedExact, typed, labelled)),
        Figure.shown("toponym precision exact, " + corpus, (double) exact / Math.max(1, made)),
        Figure.shown("toponym recall exact, " + corpus, (double) exact / labelled),
        Figure.shown("toponym F1 overlap, " + corpus, f1(overlap, made, labelled)));
  }

  private static double f1(int right, int made, int labelled) {
    return 2.0 * right / Math.max(1, made + labelled);
  }

  /**
   * @param wide also what names a place and means its people or government
   */
  private static Set<Span> places(Annotated annotated, boolean wide) {
    Set<Span> places = new TreeSet<>();
    for (Mention mention : annotated.mentions()) {
      boolean place = mention.isName() && mention.type() == EntityType.PLACE;
      boolean other =
          mention.form() == Mention.Form.METONYM
              || mention.isName()
                  && mention.type() == EntityType.OTHER
                  && mention.entity().startsWith("place:");
      if (wide && mention.namedAfter().isPresent()) {
        places.add(mention.namedAfter().get());
      } else if (place || wide && other) {
        places.add(mention.span());
      }
    }
    return places;
  }

  private static void show(String kind, String corpus, Document document, Span span) {
    String body = document.body();
    System.out.printf(
        "%s %s %s %s [%s] %s%n",
        kind,
        corpus,
        document.id(),
        body.substring(Math.max(0, span.start() - 40), span.start()).replace('\n', ' '),
        span.in(body),
        body.substring(span.end(), Math.min(body.length(), span.end() + 30)).replace('\n', ' '));
  }

  private static List<Document> geoVirus(BenchData data) throws IOException {
    List<Document> documents = new ArrayList<>();
    NodeList articles = articles(data, "entities/places/GeoVirus.xml");
    for (int i = 0; i < articles.getLength(); i++) {
      var article = (Element) articles.item(i);
      String body = value(article, "text");
      Set<Span> places = new TreeSet<>();
      NodeList locations = article.getElementsByTagName("location");
      for (int j = 0; j < locations.getLength(); j++) {
        var location = (Element) locations.item(j);
        int start = Integer.parseInt(value(location, "start")) - 1; // counts from 1
        places.add(new Span(start, start + value(location, "name").length()));
      }
      documents.add(new Document("geovirus-" + i, body, places));
    }
    return documents;
  }

  private static List<Document> lgl(BenchData data) throws IOException {
    List<Document> documents = new ArrayList<>();
    NodeList articles = articles(data, "entities/places/lgl.xml");
    for (int i = 0; i < articles.getLength(); i++) {
      var article = (Element) articles.item(i);
      String body = value(article, "text");
      Set<Span> places = new TreeSet<>();
      NodeList toponyms = article.getElementsByTagName("toponym");
      for (int j = 0; j < toponyms.getLength(); j++) {
        var toponym = (Element) toponyms.item(j);
        places.add(
            new Span(
                Integer.parseInt(value(toponym, "start")),
                Integer.parseInt(value(toponym, "end"))));
      }
      documents.add(new Document("lgl-" + i, body, places));
    }
    return documents;
  }

  private static NodeList articles(BenchData data, String file) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(data.file(file).toFile())
          .getElementsByTagName("article");
    } catch (ParserConfigurationException | SAXException failure) {
      throw new IOException(file, failure);
    }
  }

  private static String value(Element parent, String tag) {
    return parent.getElementsByTagName(tag).item(0).getTextContent();
  }
}
