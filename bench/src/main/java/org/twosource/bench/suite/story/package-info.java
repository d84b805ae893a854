/** What a story says: grouping, claims, timeline, brief, support. */
@NullMarked
package org.twosource.bench.suite.story;

import org.jspecify.annotations.NullMarked;
