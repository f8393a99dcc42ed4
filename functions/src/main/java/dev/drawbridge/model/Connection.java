package dev.drawbridge.model;

import java.time.Instant;
import java.util.List;

/**
 * A consumer's endpoint as the provider sees it. AWS shows no VPC and no subnets of it.
 *
 * @param endpointId {@code vpce-...}
 * @param ownerAccountId whose endpoint it is, according to AWS
 * @param state as AWS spells it, see {@link ConnectionState}
 * @param region where it is: an endpoint service may let in further Regions than its own
 * @param createdAt when the consumer made it
 * @param dnsNames names under which the consumer reaches it, the regional one first
 */
public record Connection(
    String serviceId,
    String endpointId,
    String ownerAccountId,
    ConnectionState state,
    String region,
    Instant createdAt,
    List<String> dnsNames) {
  public Connection {
    dnsNames = List.copyOf(dnsNames);
  }
}
