package org.twosource.app.serve.export;

import java.util.List;

/**
 * What a page shows as a list, without the cuts of a page.
 *
 * @param name of the kind of page, as addresses and files have it
 * @param columns as many names as each item has cells; the first cell is what an item says
 * @param at ISO 8601 instant of the last change, for what is not dated itself
 */
public record Listing(
    String name, String title, List<String> columns, String at, List<Item> items) {
  public Listing {
    columns = List.copyOf(columns);
    items = List.copyOf(items);
    for (Item item : items) {
      if (item.cells().size() != columns.size()) {
        throw new IllegalArgumentException(item.cells().size() + " cells for " + columns);
      }
    }
  }

  /**
   * One of them.
   *
   * @param id the same whenever it is saved
   * @param at ISO 8601 instant; empty: that of the listing
   * @param cells text, or whole numbers
   */
  public record Item(String id, String at, List<?> cells, List<QuotedWords> quotes) {
    public Item {
      cells = List.copyOf(cells);
      quotes = List.copyOf(quotes);
    }

    String cell(int column) {
      return String.valueOf(cells.get(column));
    }
  }
}
