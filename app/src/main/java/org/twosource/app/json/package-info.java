/**
 * What the store keeps, as JSON: one writer for the commands and for the desk, so that a program
 * reads the same from both. The account of a story is written by {@code brief.render}.
 */
@NullMarked
package org.twosource.app.json;

import org.jspecify.annotations.NullMarked;
