package dev.drawbridge.model;

import java.time.Instant;

/**
 * A sign-in that a browser has begun.
 *
 * @param nonce that the ID token has to repeat
 * @param codeVerifier whose digest the issuer was shown (RFC 7636)
 * @param browser digest of the cookie of the browser that began
 * @param page the path of the page that the person wants to see
 * @param expiresAt it cannot be completed at this instant or later
 */
public record SignIn(
    String nonce, String codeVerifier, String browser, String page, Instant expiresAt) {}
