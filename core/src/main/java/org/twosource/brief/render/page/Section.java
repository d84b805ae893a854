package org.twosource.brief.render.page;

/** One section of a story on the page. Belongs to one rendering, one thread. */
interface Section {

  /** Writes what is in the section, without its heading. */
  void write();
}
