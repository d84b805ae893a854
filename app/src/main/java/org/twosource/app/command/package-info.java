/**
 * One class a verb of the command line. Here lie the verbs of the installation itself and what all
 * verbs share: options, outputs, terminal.
 */
@NullMarked
package org.twosource.app.command;

import org.jspecify.annotations.NullMarked;
