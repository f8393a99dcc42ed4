package dev.drawbridge.inspection;

import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.ConnectionState;
import dev.drawbridge.model.ServiceSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether every endpoint is somebody's who was approved, and every onboarded one is alive. */
final class EndpointFindings {
  private EndpointFindings() {}

  static List<Finding> of(Expected expected, PathSeen seen) {
    List<Connection> connections = seen.service().map(ServiceSeen::connections).orElse(List.of());
    return Stream.concat(
            connections.stream().flatMap(each -> connection(expected, each).stream()),
            seen.service().stream()
                .flatMap(service -> expected.claims().stream())
                .filter(EndpointFindings::onboarded)
                .flatMap(claim -> alive(expected, claim, connections).stream()))
        .toList();
  }

  private static boolean onboarded(Claim claim) {
    return claim.state() == ClaimState.ONBOARDED
        || (claim.state() == ClaimState.ACCEPTED_UNVERIFIED && claim.accepted() != null);
  }

  private static List<Finding> connection(Expected expected, Connection found) {
    List<Claim> claims = expected.of(found.ownerAccountId());
    List<Finding> findings = new ArrayList<>();
    if (found.state().accepted() && !expected.accepted(found.endpointId())) {
      findings.add(
          Finding.of(
              Kind.CONNECTION_UNAPPROVED,
              found.endpointId(),
              "endpoint %s of account %s is %s, and nobody approved it here; reject it, or have it approved"
                  .formatted(found.endpointId(), found.ownerAccountId(), found.state().awsName())));
    }
    if (found.state().waits()) {
      waiting(claims, found).ifPresent(findings::add);
    }
    return findings;
  }

  private static Optional<Finding> waiting(List<Claim> claims, Connection found) {
    if (claims.stream().anyMatch(claim -> claim.state() == ClaimState.RUNNING)) {
      return Optional.empty(); // its run asks
    }
    Optional<Claim> onboarded = claims.stream().filter(EndpointFindings::onboarded).findFirst();
    return Optional.of(
        onboarded
            .map(
                claim ->
                    Finding.of(
                        Kind.ENDPOINT_WAITS,
                        found.endpointId(),
                        "endpoint %s of account %s, which is onboarded, waits for a yes"
                            .formatted(found.endpointId(), found.ownerAccountId()),
                        claim.key().principal()))
            .orElseGet(
                () ->
                    Finding.of(
                        Kind.ENDPOINT_UNKNOWN,
                        found.endpointId(),
                        "endpoint %s of account %s waits, and no request of that account is under way; onboard the account, or reject it"
                            .formatted(found.endpointId(), found.ownerAccountId()))));
  }

  /**
   * What became of the endpoints of an onboarded consumer: one that carries connections will do.
   */
  private static List<Finding> alive(Expected expected, Claim claim, List<Connection> connections) {
    Map<String, ConnectionState> states = new TreeMap<>();
    expected.endpoints(claim).forEach(id -> states.put(id, ConnectionState.DELETED));
    Set<String> listed = new TreeSet<>();
    connections.stream()
        .filter(each -> states.containsKey(each.endpointId()))
        .forEach(
            each -> {
              states.put(each.endpointId(), each.state());
              listed.add(each.endpointId());
            });
    boolean carries = states.containsValue(ConnectionState.AVAILABLE);
    return states.entrySet().stream()
        .filter(endpoint -> endpoint.getValue() != ConnectionState.AVAILABLE)
        // One beside another that carries connections is news only while AWS still lists it.
        .filter(endpoint -> !carries || listed.contains(endpoint.getKey()))
        .map(endpoint -> without(claim, endpoint.getKey(), endpoint.getValue(), carries))
        .toList();
  }

  private static Finding without(Claim claim, String id, ConnectionState state, boolean carries) {
    boolean left = state == ConnectionState.DELETING || state == ConnectionState.DELETED;
    String text =
        "endpoint %s of %s is %s".formatted(id, claim.key(), left ? "deleted" : state.awsName());
    String principal = claim.key().principal();
    if (!state.gone()) {
      return Finding.of(Kind.ENDPOINT_NOT_AVAILABLE, id, text, principal);
    }
    return carries
        ? Finding.of(
            Kind.ENDPOINT_LEFT, id, text + "; another one carries its connections", principal)
        : Finding.of(
            Kind.ENDPOINT_GONE,
            id,
            text
                + "; the consumer has to create another and send its request again, or to be offboarded",
            principal);
  }
}
