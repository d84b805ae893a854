/**
 * What programs ask: {@code /api/v1}, one {@code -Resource} a noun. Lists are {@code {"items",
 * "next", "seq"}}, errors are problems (RFC 9457), and the JSON is that of the result and of the
 * commands; nothing here writes a shape of its own. {@code openapi.yaml} among the resources
 * describes it all, and a test holds the two together.
 */
@NullMarked
package org.twosource.app.serve.api;

import org.jspecify.annotations.NullMarked;
