/** What becomes text: parts, extraction, and inputs that break readers. */
@NullMarked
package org.twosource.bench.suite.input;

import org.jspecify.annotations.NullMarked;
