/** Verbs that open the desk, and what its readers keep there: users, watches, decisions. */
@NullMarked
package org.twosource.app.command.desk;

import org.jspecify.annotations.NullMarked;
