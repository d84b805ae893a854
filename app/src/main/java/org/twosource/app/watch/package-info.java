/**
 * What readers wait for, and what they are told: one class a kind of watch ({@code
 * SecondSourceFinder}), what looks through everything that came ({@code Watching}), and what tells
 * it to webhooks and by mail. Writes to the store through {@code desk} alone.
 */
@NullMarked
package org.twosource.app.watch;

import org.jspecify.annotations.NullMarked;
