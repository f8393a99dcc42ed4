package dev.drawbridge.model;

/**
 * A database instance of the account by its own name, whosesoever it is.
 *
 * @param resourceId RDS's immutable name for it
 * @param vpcId empty while RDS shows none
 */
public record NamedInstance(String resourceId, String endpoint, String vpcId) {}
