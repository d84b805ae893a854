/** Verbs that fill a store, keep it and read from it. */
@NullMarked
package org.twosource.app.command.store;

import org.jspecify.annotations.NullMarked;
