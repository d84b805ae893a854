package org.twosource.lineage;

import org.twosource.report.Citation;

/**
 * A sentence that its publisher has taken back.
 *
 * @param at the sentence, in an older printing of the corrected page or in a copy that still has it
 * @param by the report that carries the correction
 */
public record Withdrawal(Citation at, String by) {}
