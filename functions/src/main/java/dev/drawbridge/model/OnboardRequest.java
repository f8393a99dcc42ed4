package dev.drawbridge.model;

import java.util.List;
import java.util.Objects;
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
 * @param consumerCidrs addresses of the consumer's clients, as the requester states them
 * @param consumerVpcId the consumer's VPC as the requester states it; AWS does not confirm it
 * @param purpose what for, in one line; empty if it was not stated
 * @param validUntil the last day, in UTC, that the path is asked for; empty if it has no end
 * @param settings what it says of the exposure, which it cannot change
 */
public record OnboardRequest(
    String databaseIdentifier,
    String consumerAccountId,
    @Nullable String consumerRoleArn,
    List<String> consumerCidrs,
    @Nullable String consumerVpcId,
    String purpose,
    String validUntil,
    SettingsChange settings) {

  public OnboardRequest {
    consumerCidrs = List.copyOf(consumerCidrs);
    // A run of an earlier release knows neither.
    purpose = Objects.requireNonNullElse(purpose, "");
    validUntil = Objects.requireNonNullElse(validUntil, "");
  }
}
