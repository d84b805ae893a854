/**
 * Who may use a desk beside the owner of its store: users with a role and a password, and tokens
 * for programs. Kept in a file beside the database, so that no copy of the store carries a
 * password; the library for passwords is imported here alone.
 */
@NullMarked
package org.twosource.app.user;

import org.jspecify.annotations.NullMarked;
