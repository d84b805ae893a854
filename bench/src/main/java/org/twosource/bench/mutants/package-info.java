/**
 * Mutants: one line of a rule changed so that it says something else. A mutant that all tests of
 * its stage let pass is a rule that nothing holds.
 */
@NullMarked
package org.twosource.bench.mutants;

import org.jspecify.annotations.NullMarked;
