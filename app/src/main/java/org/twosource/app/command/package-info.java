/** One class a verb of the command line, and what the verbs share: inputs, outputs, terminal. */
@NullMarked
package org.twosource.app.command;

import org.jspecify.annotations.NullMarked;
