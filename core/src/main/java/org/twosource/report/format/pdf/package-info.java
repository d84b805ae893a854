/**
 * Documents of pages (PDF, ISO 32000) by their text layer: {@link
 * org.twosource.report.format.pdf.PdfReader} reads one, {@link
 * org.twosource.report.format.pdf.PageLines} gets its lines out of the library, {@link
 * org.twosource.report.format.pdf.Paragraphs} joins them to a body, and {@link
 * org.twosource.report.format.pdf.Growth} says beforehand what its streams grow to. PDFBox is
 * imported here alone.
 */
@NullMarked
package org.twosource.report.format.pdf;

import org.jspecify.annotations.NullMarked;
