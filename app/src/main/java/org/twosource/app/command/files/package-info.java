/** Verbs that work on files alone: read, compare, check, why. */
@NullMarked
package org.twosource.app.command.files;

import org.jspecify.annotations.NullMarked;
