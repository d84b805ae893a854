package org.twosource.brief.render;

import java.io.IOException;
import java.io.OutputStream;
import org.twosource.brief.Account;

/**
 * Writes an account in one form. Renderers are functions: the same account gives the same bytes,
 * and they may be called from any thread. They decide nothing; what they show was found by the
 * stages.
 */
public interface Renderer {

  /** Writes UTF-8 to {@code out}, which is flushed and not closed. */
  void render(Account account, OutputStream out) throws IOException;
}
