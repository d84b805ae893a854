package org.twosource.app.store;

/**
 * Something in a store that must never be.
 *
 * @param invariant its name
 * @param row which row breaks it, and how
 */
public record Breach(String invariant, String row) {}
