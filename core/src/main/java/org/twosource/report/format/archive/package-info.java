/** Readers of what holds other files: gzip, zip, tar, and web archives (WARC, ARC). */
@NullMarked
package org.twosource.report.format.archive;

import org.jspecify.annotations.NullMarked;
