package org.twosource.bench.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the tests of packages in a process of its own; 1 when one fails, 3 when there are none. */
final class TestRun {
  static final int FAILED = 1;
  static final int NO_TESTS = 3;

  private TestRun() {}

  public static void main(String[] packages) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Stream.of(packages).map(name -> selectPackage(name)).toList())
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    if (listener.getSummary().getTestsFoundCount() == 0) {
      System.exit(NO_TESTS);
    }
    System.exit(listener.getSummary().getTotalFailureCount() > 0 ? FAILED : 0);
  }
}
