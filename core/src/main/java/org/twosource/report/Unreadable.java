package org.twosource.report;

/**
 * Something in the input that gave no report, and why; the rest of the input went on.
 *
 * @param source the file, entry or line as the user knows it
 * @param offset bytes from the start of the source where reading stopped; 0 when it never began
 * @param reason one line, without control characters, that says what was wrong
 */
public record Unreadable(String source, long offset, String reason) {}
