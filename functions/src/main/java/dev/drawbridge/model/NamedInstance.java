package dev.drawbridge.model;

/**
 * A database instance of the account by its own name, whosesoever it is.
 *
 * @param identifier it may be another instance's tomorrow
 * @param resourceId RDS's immutable name for it
 * @param partOf ARN of the cluster that it is a member of, or of the instance that it replicates;
 *     empty if it is neither
 * @param vpcId empty while RDS shows none
 */
public record NamedInstance(
    String identifier, String resourceId, String partOf, String endpoint, String vpcId) {}
