/**
 * The optional rewriting of a brief's lines by a model behind an OpenAI-compatible endpoint that
 * the user runs. What comes back is checked against the sentences the line cites; what they do not
 * carry is refused. Nothing here is loaded, and no socket is opened, unless it is asked for.
 */
@NullMarked
package org.twosource.app.rewrite;

import org.jspecify.annotations.NullMarked;
