/**
 * Stage 8: what happened when, with the families behind each event; what was planned is updated
 * when a later report says it was held. Example: the visit on 2023-06-18, held, two families.
 */
@NullMarked
package org.twosource.timeline;

import org.jspecify.annotations.NullMarked;
