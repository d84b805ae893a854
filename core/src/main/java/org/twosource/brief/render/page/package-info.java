/** The page of one story, one class a section. Private to the renderers. */
@NullMarked
package org.twosource.brief.render.page;

import org.jspecify.annotations.NullMarked;
