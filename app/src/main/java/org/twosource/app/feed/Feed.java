package org.twosource.app.feed;

import java.net.URI;
import java.util.Optional;

/**
 * Something that is polled: a feed, or a page.
 *
 * @param title as the list names it
 */
public record Feed(URI address, Optional<String> title) {}
