/**
 * Stage 1: bytes to reports. Files, folders, archives, pages, feeds and JSON lines come in; {@link
 * org.twosource.report.Report}s go out, and beside them one {@link org.twosource.report.Unreadable}
 * for everything that could not be read. Example: {@code "BEIJING--U.S. Secretary of State ..."} in
 * {@code 000.txt} becomes a report with the id {@code 000}.
 */
@NullMarked
package org.twosource.report;

import org.jspecify.annotations.NullMarked;
