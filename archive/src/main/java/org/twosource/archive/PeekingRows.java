package org.twosource.archive;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Rows of which the next can be looked at before it is taken. */
final class PeekingRows implements Iterator<Row> {
  private final Iterator<Row> rows;
  private @Nullable Row next;

  PeekingRows(Iterator<Row> rows) {
    this.rows = rows;
    this.next = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  Row peek() {
    Row row = next;
    if (row == null) {
      throw new NoSuchElementException();
    }
    return row;
  }

  @Override
  public Row next() {
    Row row = peek();
    next = rows.hasNext() ? rows.next() : null;
    return row;
  }
}
