package dev.drawbridge.aws.privatelink;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.model.EndpointService;
import dev.drawbridge.model.ServiceSeen;
import dev.drawbridge.plan.Ownership;
import dev.drawbridge.plan.ServiceChoice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
   * @param own the database's, if it is there
   * @param further ids of others that bear its tags
   */
  public record Found(int all, Optional<ServiceSeen> own, List<String> further) {}

  /**
   * The service of a database, among all. Calls: 4, or 1 if there is none.
   *
   * @param recorded its id on our own record, if there is one
   * @param topicArn where notices of its connections have to go
   */
  public Found of(String databaseArn, Optional<String> recorded, String topicArn) {
    List<ServiceChoice.Candidate> all = services.all();
    Set<String> known = recorded.map(Set::of).orElse(Set.of());
    Optional<ServiceChoice.Candidate> own =
        all.stream()
            .filter(candidate -> ServiceChoice.isOwn(candidate, databaseArn, known))
            .max(
                Comparator.comparing(candidate -> known.contains(candidate.service().serviceId())));
    List<String> further =
        all.stream()
            .filter(candidate -> Ownership.owns(candidate.tags(), databaseArn))
            .filter(candidate -> own.filter(candidate::equals).isEmpty())
            .map(candidate -> candidate.service().serviceId())
            .toList();
    return new Found(
        all.size(),
        own.map(ServiceChoice.Candidate::service).map(service -> seen(service, topicArn)),
        further);
  }

  private ServiceSeen seen(EndpointService service, String topicArn) {
    String id = service.serviceId();
    return new ServiceSeen(
        service, services.principals(id), connections.of(List.of(id)), notices.sent(id, topicArn));
  }
}
