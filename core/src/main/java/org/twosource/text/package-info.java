/**
 * Stage 2: a report to its text: parts (body, caption, dateline, credit, related links,
 * boilerplate), sentences, tokens, the language, and the publication date where the text gives it.
 * Words of a language come from one file, {@code language/xx.ini}. Example: {@code "BEIJING--U.S.
 * officials"} is a dateline and the beginning of a sentence.
 */
@NullMarked
package org.twosource.text;

import org.jspecify.annotations.NullMarked;
