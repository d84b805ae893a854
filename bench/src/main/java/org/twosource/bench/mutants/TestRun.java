package org.twosource.bench.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes in a process of its own, one after the other in the order they are named; ends
 * with 1 at the first test that fails.
 */
final class TestRun {
  static final int FAILED = 1;

  private TestRun() {}

  private static final class FirstFailure implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() == Status.FAILED) {
        Runtime.getRuntime().halt(FAILED);
      }
    }
  }

  public static void main(String[] classes) {
    for (String name : classes) {
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request().selectors(selectClass(name)).build();
      LauncherFactory.create().execute(request, new FirstFailure());
    }
    System.exit(0); // what watches the run writes its record now
  }
}
