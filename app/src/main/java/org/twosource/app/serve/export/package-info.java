/**
 * What the pages of the desk show, whole, in forms to be saved: a {@link
 * org.twosource.app.serve.export.Listing} is what a page shows as a list, with the words it rests
 * on; one output a form, in the table {@link org.twosource.app.serve.export.Outputs}.
 */
@NullMarked
package org.twosource.app.serve.export;

import org.jspecify.annotations.NullMarked;
