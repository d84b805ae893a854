package org.twosource.app.fetch;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.twosource.Pipeline;

/**
 * A client that connects to reachable addresses alone, and does nothing by itself: it follows no
 * redirect, keeps no cookie and tries nothing twice.
 */
final class GuardedClient {
  private static final String AGENT = "Twosource/" + Pipeline.VERSION;
  private static final int MAX_HEADERS = 200;
  private static final int MAX_HEADER_CHARACTERS = 32_000;

  private GuardedClient() {}

  static CloseableHttpClient open(
      FetchLimits limits, ReachableAddresses reachable, GuardedResolver.Lookup lookup) {
    Duration connecting = Duration.ofSeconds(limits.connectSeconds());
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedResolver(reachable, lookup, connecting))
                .setMaxConnTotal(limits.atOnce() + 8)
                .setMaxConnPerRoute(2)
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder()
                        .http1Config(
                            Http1Config.custom()
                                .setMaxHeaderCount(MAX_HEADERS)
                                .setMaxLineLength(MAX_HEADER_CHARACTERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connecting))
                        .setSocketTimeout(Timeout.ofSeconds(limits.silenceSeconds()))
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.ofSeconds(limits.totalSeconds()))
                .setResponseTimeout(Timeout.ofSeconds(limits.silenceSeconds()))
                .build())
        .setUserAgent(AGENT)
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .build();
  }
}
