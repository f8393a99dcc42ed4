package dev.drawbridge.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a program asks for: a private path for one consumer account to one database. Who
 * asks and who may say yes is not part of it: nobody is who they say.
 *
 * <p>Made by {@link dev.drawbridge.plan.OnboardRequestReader}, which has already checked every
 * field; defaults are filled in.
 *
 * @param databaseIdentifier name of the cluster or instance in the provider's account, lower case
 * @param consumerAccountId twelve digits, never the provider's own account
 * @param consumerRoleArn the one role of that account that may create endpoints, or null for all
 * @param readerPort listener port of the readers, or null for the engine's default
 * @param writerPort listener port of the writer, or null for the engine's default
 * @param enforcement whether security group rules apply to PrivateLink traffic
 * @param consumerCidrs addresses of the consumer's clients, as the requester states them
 * @param acceptHostBlockRisk go on although MySQL may block the load balancer's addresses
 * @param acceptKeepsAwake go on although health checks keep an Aurora Serverless database awake
 * @param manageDatabaseSecurityGroup false: report the rule that is missing instead of adding it
 * @param consumerVpcId the consumer's VPC as the requester states it; AWS does not confirm it
 */
public record OnboardRequest(
    String databaseIdentifier,
    String consumerAccountId,
    @Nullable String consumerRoleArn,
    @Nullable Integer readerPort,
    @Nullable Integer writerPort,
    Enforcement enforcement,
    List<String> consumerCidrs,
    boolean acceptHostBlockRisk,
    boolean acceptKeepsAwake,
    boolean manageDatabaseSecurityGroup,
    @Nullable String consumerVpcId) {

  public OnboardRequest {
    consumerCidrs = List.copyOf(consumerCidrs);
  }
}
