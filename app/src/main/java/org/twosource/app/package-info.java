/** Where the program starts. The packages below it each do one job; see ARCHITECTURE. */
@NullMarked
package org.twosource.app;

import org.jspecify.annotations.NullMarked;
