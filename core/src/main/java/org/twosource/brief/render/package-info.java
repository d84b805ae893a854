/** One renderer an output: JSON, HTML, Markdown, terminal and the exchange formats. */
@NullMarked
package org.twosource.brief.render;

import org.jspecify.annotations.NullMarked;
