package dev.drawbridge.onboarding;

/**
 * What a client of one kind is given.
 *
 * @param client who reads it
 * @param paste ready to paste; user, password and database are the application's
 * @param failover what the client sees of one
 * @param tls how the server's name is checked
 * @param iamToken where a token of IAM is signed
 */
public record ConnectionString(
    String client, String paste, String failover, String tls, String iamToken) {}
