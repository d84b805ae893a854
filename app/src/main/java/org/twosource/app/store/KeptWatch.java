package org.twosource.app.store;

/**
 * What a reader wants to be told of.
 *
 * @param kind the label of a kind of watch: {@code second-source}
 * @param query what the kind takes: words, a search, a name, the id of a story
 * @param made ISO 8601 instant
 */
public record KeptWatch(long number, String kind, String query, String made) {}
