/**
 * Part of stage 3: what happened, by whom, to whom, where and when. Private to the stage. Example:
 * "The minister visited Lima on Monday" is an event with one actor, a place and a date.
 */
@NullMarked
package org.twosource.annotate.event;

import org.jspecify.annotations.NullMarked;
