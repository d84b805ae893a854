package org.twosource.app.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.app.desk.StoryService;
import org.twosource.app.fetch.WebAddress;
import org.twosource.app.store.KeptAct;
import org.twosource.app.store.Store;

/** The feeds that a store is filled from and how they stand, kept in the store. */
public final class Sources {
  private static final String LIST = "feeds";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Sources() {}

  /**
   * Remembers which feeds are polled.
   *
   * @param by the name of a user, or empty for the owner of the store
   */
  public static void remember(StoryService service, String by, List<Feed> feeds) {
    Set<URI> before = addresses(of(service.store()));
    Set<URI> after = addresses(feeds);
    List<KeptAct> acts = new ArrayList<>();
    for (URI address : after) {
      if (!before.contains(address)) {
        acts.add(service.act(by, KeptAct.Kind.SOURCE_ADDED, address.toString()));
      }
    }
    for (URI address : before) {
      if (!after.contains(address)) {
        acts.add(service.act(by, KeptAct.Kind.SOURCE_REMOVED, address.toString()));
      }
    }
    ArrayNode list = MAPPER.createArrayNode();
    for (Feed feed : feeds) {
      ObjectNode one = list.addObject().put("address", feed.address().toString());
      feed.title().ifPresent(title -> one.put("title", title));
    }
    service.note(LIST, list.toString(), acts);
  }

  private static Set<URI> addresses(List<Feed> feeds) {
    Set<URI> addresses = new LinkedHashSet<>();
    feeds.forEach(feed -> addresses.add(feed.address()));
    return addresses;
  }

  /** Those remembered last. */
  public static List<Feed> of(Store store) {
    List<Feed> feeds = new ArrayList<>();
    try {
      JsonNode list = MAPPER.readTree(store.read(view -> view.setting(LIST)).orElse("[]"));
      for (JsonNode one : list) {
        Optional<String> title = Optional.ofNullable(one.get("title")).map(JsonNode::asText);
        WebAddress.parse(one.path("address").asText())
            .ifPresent(address -> feeds.add(new Feed(address, title)));
      }
    } catch (JsonProcessingException broken) {
      return List.of();
    }
    return feeds;
  }

  /** How a feed stands. */
  public static FeedState state(Store store, Feed feed) {
    return store.read(view -> view.setting(name(feed))).map(FeedState::parse).orElse(FeedState.NEW);
  }

  static void keep(StoryService service, Feed feed, FeedState state) {
    service.note(name(feed), state.json());
  }

  private static String name(Feed feed) {
    return "feed " + feed.address();
  }
}
