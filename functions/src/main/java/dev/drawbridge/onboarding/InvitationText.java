package dev.drawbridge.onboarding;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people are told whose onboarding waits for the consumer's endpoint. */
final class InvitationText {
  private InvitationText() {}

  static String of(WaitForConsumer.Input input) {
    return """
    %s

    Database: %s
    Consumer account: %s
    Service name: %s
    Availability Zone ids: %s
    %s"""
        .formatted(
            input.message(),
            input.key().databaseName(),
            input.key().consumerAccountId(),
            input.serviceName(),
            String.join(", ", input.availabilityZoneIds()),
            ports(input));
  }

  /** A line of its own; none in a run of an earlier release, which knows no ports. */
  private static String ports(WaitForConsumer.Input input) {
    String ports =
        Stream.of(input.readerPort(), input.writerPort(), input.instancePorts())
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return ports.isEmpty()
        ? ""
        : "Ports that its security group has to let in: %s\n".formatted(ports);
  }
}
