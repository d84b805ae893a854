/**
 * Below stage 3: words to numbers. The sentence encoder, the form in which learned weights are
 * kept, and the small layers that run on them; the only package that imports ONNX Runtime. Example:
 * the words of a sentence give one {@link org.twosource.encode.Encoding}, from which taggers,
 * parser and vectors are made.
 */
@NullMarked
package org.twosource.encode;

import org.jspecify.annotations.NullMarked;
