package dev.drawbridge.simulator.ec2;

import dev.drawbridge.simulator.operation.ServiceError;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives services their private DNS names, and looks for the records that verify them. */
record PrivateNames(Ec2State state) {

  /** Names a service anew; the record to put into DNS is another one then. */
  void give(String serviceId, @Nullable String name) {
    if (name != null) {
      state.privateNames.put(
          serviceId,
          new PrivateName(
              name,
              "pendingVerification",
              "_" + state.ids.next("vpce").substring("vpce-".length()),
              "vpce:" + state.ids.next("vpce").substring("vpce-".length())));
    }
  }

  /**
   * Takes the name away.
   *
   * @throws ServiceError while endpoints are connected ("Remove an endpoint service private DNS
   *     name"); its code is UNCONFIRMED
   */
  void remove(String serviceId) {
    new EndpointServices(state).requireUnconnected(serviceId);
    state.privateNames.remove(serviceId);
  }

  /**
   * Looks for the record, and shows some time later what came of it.
   *
   * @throws ServiceError if the service has no name; its code is UNCONFIRMED
   */
  void verify(String serviceId) {
    PrivateName name = state.privateNames.get(serviceId);
    if (name == null) {
      throw ServiceLoadBalancers.invalid(
          "The service %s does not provide a private DNS name.".formatted(serviceId));
    }
    state.scheduler.after(
        state.settings.endpoints().verification(), () -> verified(serviceId, name));
  }

  private void verified(String serviceId, PrivateName asked) {
    PrivateName now = state.privateNames.get(serviceId);
    if (now == null || !now.value().equals(asked.value()) || now.verified()) {
      return;
    }
    state.privateNames.put(serviceId, now.in(published(now) ? "verified" : "failed"));
  }

  /**
   * AWS takes the record at the name or at any domain above it, with its label or without ("Manage
   * DNS names for VPC endpoint services").
   */
  private boolean published(PrivateName name) {
    return Stream.iterate(
            name.name(), at -> at.contains("."), at -> at.substring(at.indexOf('.') + 1))
        .flatMap(domain -> Stream.of(domain, name.recordName() + "." + domain))
        .anyMatch(at -> state.publicRecords.contains(record(at, name.value())));
  }

  /**
   * Takes a record out of the public DNS. The name that was verified by it is given up at once
   * here: UNCONFIRMED whether AWS gives a verified one up, and how soon.
   */
  void withdraw(String record) {
    state.publicRecords.remove(record);
    state.privateNames.replaceAll(
        (service, name) -> name.verified() && !published(name) ? name.in("failed") : name);
  }

  /** How a TXT record of the public DNS is kept. */
  static String record(String name, String value) {
    return name.toLowerCase(Locale.ROOT) + " " + value;
  }
}
