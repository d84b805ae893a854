package org.twosource.app.rewrite;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client with a limit on how long an answer takes from the first byte asked to the
 * last byte got, and on how large it is: the client's own limit of time ends with the headers. It
 * follows no redirect, so that a key goes where the user sent it. Thread-safe.
 */
final class BoundedHttpClient implements HttpClient {
  private final java.net.http.HttpClient client;
  private final Duration longest;
  private final int maxBytes;

  BoundedHttpClient(Duration longest, int maxBytes) {
    this.client =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .connectTimeout(longest)
            .build();
    this.longest = longest;
    this.maxBytes = maxBytes;
  }

  /** As LangChain4j wants it given; the limits are this client's own. */
  HttpClientBuilder asBuilder() {
    return new HttpClientBuilder() {
      @Override
      public Duration connectTimeout() {
        return longest;
      }

      @Override
      public HttpClientBuilder connectTimeout(@Nullable Duration given) {
        return this;
      }

      @Override
      public Duration readTimeout() {
        return longest;
      }

      @Override
      public HttpClientBuilder readTimeout(@Nullable Duration given) {
        return this;
      }

      @Override
      public HttpClient build() {
        return BoundedHttpClient.this;
      }
    };
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(translated(request), headers -> new Bounded(maxBytes));
    try {
      HttpResponse<byte[]> response = answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      String body = new String(response.body(), StandardCharsets.UTF_8);
      if (response.statusCode() < 200 || response.statusCode() >= 300) {
        throw new HttpException(response.statusCode(), body);
      }
      return SuccessfulHttpResponse.builder()
          .statusCode(response.statusCode())
          .headers(response.headers().map())
          .body(body)
          .build();
    } catch (java.util.concurrent.TimeoutException late) {
      answer.cancel(true);
      throw new TimeoutException(late);
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", interrupted);
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause();
      throw new UncheckedIOException(
          cause instanceof IOException broken ? broken : new IOException(cause));
    }
  }

  private java.net.http.HttpRequest translated(HttpRequest request) {
    var translated = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> translated.header(name, value)));
    String body = request.body() == null ? "" : request.body();
    return translated
        .method(request.method().name(), java.net.http.HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("a sentence is not streamed");
  }

  /** Keeps the bytes of an answer until there are too many. */
  private static final class Bounded implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> all = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int maxBytes;
    private Flow.@Nullable Subscription subscription;

    Bounded(int maxBytes) {
      this.maxBytes = maxBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return all;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        byte[] piece = new byte[Math.min(buffer.remaining(), maxBytes + 1 - bytes.size())];
        buffer.get(piece);
        bytes.writeBytes(piece);
      }
      if (bytes.size() > maxBytes && subscription != null) {
        subscription.cancel();
        all.completeExceptionally(
            new IOException("the answer is longer than " + maxBytes + " bytes"));
      }
    }

    @Override
    public void onError(Throwable failure) {
      all.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      all.complete(bytes.toByteArray());
    }
  }
}
