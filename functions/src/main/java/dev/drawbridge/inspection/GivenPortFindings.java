package dev.drawbridge.inspection;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.GivenPort;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.runtime.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the ports of instances that consumers were given are those of these instances still. A
 * port goes with its identifier, so that instances under new names leave the strings of everybody
 * behind, while all that stands is sound. By our records alone.
 */
final class GivenPortFindings {
  private GivenPortFindings() {}

  static List<Finding> of(Expected expected, PathSeen seen) {
    // Without a load balancer there is nothing to say that is not said already.
    return seen.loadBalancer().isEmpty()
        ? List.of()
        : expected.claims().stream()
            .filter(claim -> claim.accepted() != null && !claim.ending())
            .flatMap(claim -> lost(claim, expected).stream())
            .toList();
  }

  private static Optional<Finding> lost(Claim claim, Expected expected) {
    String principal = claim.key().principal();
    List<GivenPort> given;
    try {
      given = given(claim);
    } catch (InvalidRequest unreadable) {
      return Optional.of(
          Finding.of(
              Kind.NOT_SEEN,
              "result of " + principal,
              "which ports of instances %s was given cannot be read from the result of its onboarding: %s; restore the claim"
                  .formatted(principal, unreadable.getMessage()),
              principal));
    }
    // Whose it is now is left out: each scaling of replicas would change the text, and be mailed.
    String lost =
        given.stream()
            .filter(each -> !held(each, expected.instances()))
            .map(GivenPort::toString)
            .collect(Collectors.joining(", "));
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                Kind.INSTANCE_PORT_LOST,
                principal,
                "connection strings of %s hold ports that are not those of their instances any more: %s; send its onboarding's request again (approvers are asked anew if the database's resource id, or what its owner has decided of its ports, is another since), and have it use the strings of the new result"
                    .formatted(principal, lost),
                principal));
  }

  private static boolean held(GivenPort given, List<InstancePort> ports) {
    return ports.stream()
        .anyMatch(
            each -> each.port() == given.port() && each.identifier().equals(given.instance()));
  }

  /** What this package reads of a result. */
  private record Result(List<GivenPort> instancePorts) {}

  /** None of whom an earlier release has onboarded: its results do not say. */
  private static List<GivenPort> given(Claim claim) {
    return Stream.ofNullable(claim.result())
        .map(text -> Json.LENIENT.read(text.getBytes(StandardCharsets.UTF_8), Result.class))
        .map(Result::instancePorts)
        .flatMap(Stream::ofNullable)
        .flatMap(List::stream)
        .toList();
  }
}
