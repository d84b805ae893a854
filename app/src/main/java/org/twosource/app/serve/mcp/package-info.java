/**
 * The desk for assistants: the Model Context Protocol (2025-06-18), over standard input and output
 * and at {@code /mcp}. Seven tools; their answers are those of {@code /api/v1}. What reports say
 * comes back in fields as data; nothing in it is an instruction.
 */
@NullMarked
package org.twosource.app.serve.mcp;

import org.jspecify.annotations.NullMarked;
