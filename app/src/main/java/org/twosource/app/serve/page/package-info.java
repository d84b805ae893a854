/**
 * The pages of the desk: a {@code -Resource} an address, a template beside it among the resources,
 * and what a template shows as records. Templates escape everything; text of reports is cut into
 * pieces here and never becomes markup.
 */
@NullMarked
package org.twosource.app.serve.page;

import org.jspecify.annotations.NullMarked;
