/** The pipeline: reports in, one sourced account out. Read {@link org.twosource.Pipeline} first. */
@NullMarked
package org.twosource;

import org.jspecify.annotations.NullMarked;
