/**
 * The network in: addresses to bytes. Only public hosts are reached, within limits, one request a
 * second a host; what was not fetched comes back as a sentence. Example: {@code
 * fetcher.fetch(Asking.once(WebAddress.parse("https://example.org/a").orElseThrow()))} gives a
 * {@link org.twosource.app.fetch.Fetched}.
 */
@NullMarked
package org.twosource.app.fetch;

import org.jspecify.annotations.NullMarked;
