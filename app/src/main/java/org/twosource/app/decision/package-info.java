/**
 * What a reader decides: which reports and statements belong together, and the file that keeps it.
 */
@NullMarked
package org.twosource.app.decision;

import org.jspecify.annotations.NullMarked;
