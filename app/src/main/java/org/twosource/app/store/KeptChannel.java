package org.twosource.app.store;

import java.util.Optional;

/**
 * Where a reader is told of alerts beside the stored inbox.
 *
 * @param kind {@code webhook} or {@code mail}
 * @param target an address of the web, or of mail
 * @param watch number of the watch whose alerts it is told of; absent: of all
 * @param settings JSON of what the kind needs; no secret is in it
 * @param made ISO 8601 instant
 */
public record KeptChannel(
    long number, String kind, String target, Optional<Long> watch, String settings, String made) {}
