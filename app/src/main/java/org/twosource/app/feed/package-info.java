/**
 * What is polled: lists of feeds in and out, when each is asked again, and the loop that asks and
 * has what is new kept. Example: {@code new Watcher(service, fetcher, reader, schedule,
 * told).once(feeds)}.
 */
@NullMarked
package org.twosource.app.feed;

import org.jspecify.annotations.NullMarked;
