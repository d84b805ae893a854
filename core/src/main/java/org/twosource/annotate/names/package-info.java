/**
 * Part of stage 3: who and what is named, and which names mean the same person, organisation, place
 * or thing, in one text and over a story. Private to the stage. Example: "Mr. Xi" and "the Chinese
 * leader" both point to the entity Xi Jinping.
 */
@NullMarked
package org.twosource.annotate.names;

import org.jspecify.annotations.NullMarked;
