package org.twosource.app.store;

/**
 * A change of a story with its place in everything that ever became of stories.
 *
 * @param number from 1; a later change has a higher one
 */
public record NumberedChange(long number, StoryChange change) {}
