/**
 * Stage 10: the account of a story in a few lines, each with the characters it rests on, a checker
 * that refuses any line its citations do not carry, and the renderers. Example: a line that says
 * "met" where the cited sentence says "plans to meet" is refused.
 */
@NullMarked
package org.twosource.brief;

import org.jspecify.annotations.NullMarked;
