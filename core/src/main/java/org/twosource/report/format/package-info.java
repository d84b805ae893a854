/**
 * One reader a format, listed in {@code Readers.standard()}; the format is recognised from the
 * content, not from the name. Private to the report stage.
 */
@NullMarked
package org.twosource.report.format;

import org.jspecify.annotations.NullMarked;
