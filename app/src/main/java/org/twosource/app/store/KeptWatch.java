package org.twosource.app.store;

/**
 * What a reader wants to be told of.
 *
 * @param kind {@code second-source}
 * @param query words that all have to be in a report
 * @param made ISO 8601 instant
 */
public record KeptWatch(long number, String kind, String query, String made) {}
