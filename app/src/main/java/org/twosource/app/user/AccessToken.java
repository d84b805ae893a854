package org.twosource.app.user;

import java.time.Instant;

/**
 * What a program shows instead of a password.
 *
 * @param id by which it is listed and taken back; it opens nothing
 * @param user whose it is
 * @param scope what it may do at most, whatever role its user has
 * @param hash of the token itself, which is kept nowhere
 * @param expires from then on it opens nothing
 */
public record AccessToken(String id, String user, Role scope, String hash, Instant expires) {}
