package org.twosource.app.serve.export;

import java.io.IOException;
import java.io.OutputStream;

/** A form in which a listing is saved. */
public interface Output {
  void write(Listing listing, OutputStream out) throws IOException;
}
