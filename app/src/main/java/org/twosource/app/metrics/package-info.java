/**
 * Numbers about a running process, for Prometheus: {@link org.twosource.app.metrics.Exposition} is
 * their text, {@link org.twosource.app.metrics.MetricsServer} a door for a process that has no
 * other, as {@code watch --metrics}.
 */
@NullMarked
package org.twosource.app.metrics;

import org.jspecify.annotations.NullMarked;
