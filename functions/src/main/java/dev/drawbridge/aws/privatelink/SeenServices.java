package dev.drawbridge.aws.privatelink;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.model.ServiceSeen;
import dev.drawbridge.plan.Ownership;
import dev.drawbridge.plan.ServiceChoice;
import java.util.List;
import java.util.Optional;

/** Looks at the endpoint service of a database, and changes nothing. */
public final class SeenServices {
  private final EndpointServices services;
  private final Connections connections;
  private final ConnectionNotices notices;

  /** Those of the account and region of the clients. */
  public SeenServices(Clients clients) {
    this.services = new EndpointServices(clients);
    this.connections = new Connections(clients);
    this.notices = new ConnectionNotices(clients);
  }

  /**
   * What there is.
   *
   * @param all how many services the account has in the region
   * @param own the one that bears the database's tags, if one does
   */
  public record Found(int all, Optional<ServiceSeen> own) {}

  /**
   * The service of a database, among all. Calls: 4, or 1 if there is none.
   *
   * @param topicArn where notices of its connections have to go
   */
  public Found of(String databaseArn, String topicArn) {
    List<ServiceChoice.Candidate> all = services.all();
    return new Found(
        all.size(),
        all.stream()
            .filter(candidate -> Ownership.owns(candidate.tags(), databaseArn))
            .findFirst()
            .map(candidate -> seen(candidate, topicArn)));
  }

  private ServiceSeen seen(ServiceChoice.Candidate found, String topicArn) {
    String id = found.service().serviceId();
    return new ServiceSeen(
        found.service(),
        found.regions(),
        services.principals(id),
        connections.of(List.of(id)),
        notices.sent(id, topicArn));
  }
}
