package org.twosource.annotate.names;

/** One step by which it is decided whose names are; it changes the mentions. */
interface NamePass {
  void run(StoryNames names);
}
