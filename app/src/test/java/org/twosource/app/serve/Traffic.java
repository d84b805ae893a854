package org.twosource.app.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Pages asked for at an even pace, and how long each reader waited for the first byte. */
final class Traffic {
  private static final long SECOND = 1_000_000_000L;

  /** So that not always the same page follows another. */
  private static final int STEP = 7;

  private final List<Wait> waits;

  private Traffic(List<Wait> waits) {
    this.waits = waits;
  }

  /**
   * A wait, from when the reader was to ask.
   *
   * @param at seconds since the first
   */
  private record Wait(String page, long millis, double at) {}

  static Traffic of(int port, List<String> pages, int aSecond, int requests)
      throws InterruptedException {
    ConcurrentLinkedQueue<Wait> waits = new ConcurrentLinkedQueue<>();
    List<Thread> readers = new ArrayList<>();
    long began = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      String page = pages.get(i * STEP % pages.size());
      long due = began + i * SECOND / aSecond;
      readers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    long millis = firstByte(port, page, due) / 1_000_000;
                    waits.add(new Wait(page, millis, (due - began) / 1e9));
                  }));
      long left = due + SECOND / aSecond - System.nanoTime();
      if (left > 0) {
        Thread.sleep(Duration.ofNanos(left));
      }
    }
    for (Thread reader : readers) {
      reader.join();
    }
    return new Traffic(waits.stream().sorted(Comparator.comparingLong(Wait::millis)).toList());
  }

  private static long firstByte(int port, String page, long due) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String ask = "GET " + page + " HTTP/1.1\r\nHost: 127.0.0.1:" + port;
      socket
          .getOutputStream()
          .write((ask + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      int first = in.read();
      long took = System.nanoTime() - due;
      if (first != 'H') {
        throw new IOException("no answer to " + page);
      }
      in.readAllBytes();
      return took;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int count() {
    return waits.size();
  }

  /** Milliseconds that so many of a hundred readers waited at most. */
  long percentile(int hundredths) {
    return waits.get(Math.min(waits.size() - 1, waits.size() * hundredths / 100)).millis();
  }

  /** The longest waits, in words. */
  List<String> slowest(int most) {
    return waits.reversed().stream()
        .limit(most)
        .map(one -> one.millis() + " ms at " + one.at() + " s: " + one.page())
        .toList();
  }
}
