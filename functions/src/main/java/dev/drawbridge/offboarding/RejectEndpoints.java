package dev.drawbridge.offboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.consent.OnboardingId;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rejects the endpoints of a path that ends, before anything else: taking the principal away alone
 * leaves them connected.
 */
public final class RejectEndpoints extends Worker<RejectEndpoints.Input, RejectEndpoints.Rejected> {
  /** Input of RejectEndpoints. */
  public record Input(OnboardingKey key, List<String> serviceIds) {
    /** Keeps a copy. */
    public Input {
      serviceIds = List.copyOf(serviceIds);
    }
  }

  /** Output of RejectEndpoints, for the history. */
  public record Rejected(List<String> endpointIds) {
    /** Keeps a copy. */
    public Rejected {
      endpointIds = List.copyOf(endpointIds);
    }
  }

  private final Holds holds;
  private final Claims claims;
  private final Onboardings onboardings;
  private final LiveApprovals live;
  private final Records records;
  private final InstantSource clock;
  private final Connections connections;

  public RejectEndpoints() {
    this(Environment.lambda());
  }

  public RejectEndpoints(Environment environment) {
    super(Input.class);
    this.holds = Stores.holds(environment);
    this.claims = Stores.claims(environment);
    this.onboardings = Stores.onboardings(environment);
    this.live = Stores.liveApprovals(environment);
    this.records = Stores.records(environment);
    this.clock = environment.clock();
    this.connections = new Connections(environment.clients());
  }

  @Override
  public Rejected handle(Input input) {
    holds.require(input.key().databaseArn());
    if (input.serviceIds().isEmpty()) {
      return new Rejected(List.of());
    }
    OnboardingKey key = input.key();
    List<Claim> all = known(claims.eachOfDatabase(key.databaseArn()), key);
    List<LiveApproval> approvals = known(live.eachOfDatabase(key.databaseArn()), key);
    List<Connection> leaving =
        LeavingEndpoints.of(
            connections.of(input.serviceIds()),
            key.consumerAccountId(),
            own(key, all, approvals),
            endpoints(approvals, approval -> !approval.subject().key().equals(key)),
            !SharedAccounts.staying(all, key).isEmpty());
    for (Connection each : leaving) {
      connections.reject(each.serviceId(), each.endpointId());
      records.add(
          AuditEntry.about(AuditRecord.Kind.PATH_CLOSED, key)
              .endpoint(each.endpointId())
              .at(clock.instant()));
    }
    return new Rejected(leaving.stream().map(Connection::endpointId).toList());
  }

  /** Of whom the same account's endpoints may be; another account's item keeps nobody here. */
  private static <T> List<T> known(ItemsRead<T> items, OnboardingKey key) {
    String account = ":" + key.consumerAccountId() + ":";
    if (items.unread().stream().anyMatch(each -> each.contains(account))) {
      throw new IllegalStateException(String.join("; ", items.faults()));
    }
    return items.values();
  }

  private Set<String> own(OnboardingKey key, List<Claim> all, List<LiveApproval> approvals) {
    Set<String> own =
        new HashSet<>(endpoints(approvals, approval -> approval.subject().key().equals(key)));
    all.stream()
        .filter(claim -> claim.key().equals(key))
        .map(Claim::accepted)
        .filter(Objects::nonNull)
        .forEach(accepted -> own.add(accepted.endpointId()));
    onboardings
        .find(OnboardingId.of(key))
        .ifPresent(onboarding -> own.addAll(onboarding.claimedEndpoints()));
    return own;
  }

  private static Set<String> endpoints(
      List<LiveApproval> approvals, Predicate<LiveApproval> which) {
    return approvals.stream()
        .filter(which)
        .map(approval -> approval.subject().endpointId())
        .collect(Collectors.toSet());
  }
}
