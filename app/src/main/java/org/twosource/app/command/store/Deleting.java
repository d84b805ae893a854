package org.twosource.app.command.store;

import org.twosource.app.command.ExitStatus;
import org.twosource.app.command.Plain;
import org.twosource.app.desk.Forgotten;

/** Says what went when reports were deleted for good. */
final class Deleting {
  private Deleting() {}

  static int tell(Forgotten forgotten) {
    System.out.println(
        "deleted for good: reports "
            + forgotten.pages().size()
            + ", versions of them "
            + forgotten.versions()
            + ", bytes as received "
            + forgotten.bytes());
    forgotten.stories().forEach(story -> System.out.println("  story " + Plain.line(story)));
    forgotten.decisions().forEach(one -> System.out.println("  decision " + Plain.line(one)));
    forgotten.alerts().forEach(one -> System.out.println("  alert " + Plain.line(one)));
    return ExitStatus.READ;
  }
}
