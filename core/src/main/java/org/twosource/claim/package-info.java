/**
 * Stage 9: statements of several reports that state the same, how many independent families and
 * named informants stand behind each, and where they disagree. Example: "US officials" in five
 * reports is one informant.
 */
@NullMarked
package org.twosource.claim;

import org.jspecify.annotations.NullMarked;
