/**
 * What a newsroom does with its store: takes inputs and acknowledges them, places reports into
 * stories, has stories analysed, decides, watches. {@link org.twosource.app.desk.StoryService} is
 * the only writer of a store.
 */
@NullMarked
package org.twosource.app.desk;

import org.jspecify.annotations.NullMarked;
