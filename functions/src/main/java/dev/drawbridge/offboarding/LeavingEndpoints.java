package dev.drawbridge.offboarding;

import dev.drawbridge.model.Connection;
import java.util.List;
import java.util.Set;

/** Which endpoints belong to a path that ends. AWS tells an endpoint's account, not its role. */
final class LeavingEndpoints {
  private LeavingEndpoints() {}

  /**
   * Those to reject.
   *
   * @param account whose path it is
   * @param own endpoints that were approved for this path, or claimed for it
   * @param others endpoints that were approved for other paths
   * @param shared whether other paths of the account to the database stay: then an endpoint that is
   *     not known to be this path's is nobody's
   */
  static List<Connection> of(
      List<Connection> all, String account, Set<String> own, Set<String> others, boolean shared) {
    return all.stream()
        .filter(connection -> connection.ownerAccountId().equals(account))
        .filter(connection -> connection.state().stands())
        .filter(connection -> !shared || own.contains(connection.endpointId()))
        .filter(connection -> !shared || !others.contains(connection.endpointId()))
        .toList();
  }
}
