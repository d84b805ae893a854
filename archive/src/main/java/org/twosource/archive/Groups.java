package org.twosource.archive;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** Rows that follow one another with the same number in one column, together. */
final class Groups implements Iterator<List<Row>> {
  private final PeekingRows rows;
  private final int column;

  Groups(Iterator<Row> rows, int column) {
    this.rows = new PeekingRows(rows);
    this.column = column;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public List<Row> next() {
    int number = rows.peek().getInt(column);
    List<Row> group = new ArrayList<>();
    while (rows.hasNext() && rows.peek().getInt(column) == number) {
      group.add(rows.next());
    }
    return group;
  }
}
