package org.twosource.app.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * Sends JSON to an address that a person named, under the rules of {@link Fetcher}: reachable
 * addresses alone, and no redirect. The body of the answer is not read. Safe for use by several
 * threads.
 */
public final class Poster implements AutoCloseable {
  private final FetchLimits limits = FetchLimits.standard();
  private final CloseableHttpClient client;
  private final Clock clock = Clock.systemUTC();
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("post-deadlines").factory());

  public Poster(ReachableAddresses reachable) {
    this.client = GuardedClient.open(limits, reachable, InetAddress::getAllByName);
  }

  /**
   * What came of sending.
   *
   * @param problem empty where it was taken
   * @param pause how long the server wants to be left alone
   */
  public record Answer(Optional<String> problem, Optional<Duration> pause) {
    static Answer refused(String problem) {
      return new Answer(Optional.of(problem), Optional.empty());
    }
  }

  public Answer post(URI address, byte[] json, Map<String, String> headers) {
    HttpPost request = new HttpPost(address);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    HttpHost host = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    Future<?> deadline =
        deadlines.schedule(request::cancel, limits.totalSeconds(), TimeUnit.SECONDS);
    try (ClassicHttpResponse response = client.executeOpen(host, request, null)) {
      int status = response.getCode();
      if (status >= 200 && status < 300) {
        return new Answer(Optional.empty(), Optional.empty());
      }
      Header wait = response.getFirstHeader("Retry-After");
      return new Answer(
          Optional.of("the server answers " + status),
          Optional.ofNullable(wait)
              .flatMap(said -> Waiting.retryAfter(said.getValue(), clock.instant())));
    } catch (GuardedResolver.Refused refused) {
      return Answer.refused(refused.getMessage() + "; --allow CIDR lets it in");
    } catch (IOException failure) {
      return Answer.refused("no connection, or it broke: " + failure.getMessage());
    } finally {
      deadline.cancel(false);
    }
  }

  /** Breaks off what is under way. */
  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
