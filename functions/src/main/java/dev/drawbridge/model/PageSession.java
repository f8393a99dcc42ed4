package dev.drawbridge.model;

import dev.drawbridge.identity.Caller;
import java.time.Instant;

/**
 * Somebody who has signed in with a browser.
 *
 * @param caller as the issuer named them then; a group that they leave counts until the session
 *     ends
 * @param expiresAt nothing is done in the session's name at this instant or later
 */
public record PageSession(Caller caller, Instant expiresAt) {}
