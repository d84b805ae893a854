/**
 * Measured speed: whole processes of the command for what a user waits for, JMH for the inner
 * loops. Machines are shared and noisy, so nothing here is a test.
 */
@NullMarked
package org.twosource.bench.speed;

import org.jspecify.annotations.NullMarked;
