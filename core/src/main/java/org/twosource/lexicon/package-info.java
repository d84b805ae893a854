/**
 * Below stage 3: what is known of a word by itself, without the sentence it is in: the forms under
 * which words are compared, one class a form, how rare a word is, and which words mean the same or
 * the opposite. Example: {@code WordForm.stem("labour's")} is {@code labor}.
 */
@NullMarked
package org.twosource.lexicon;

import org.jspecify.annotations.NullMarked;
