package dev.drawbridge.api;

import dev.drawbridge.aws.cloudwatch.EndpointBytes;
import dev.drawbridge.aws.dynamodb.Approvals;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.dynamodb.UnreadableItem;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.LastBytes;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /access}: who may reach which database by which endpoint, by whose yes and until when.
 *
 * <p>Nobody gets in without an endpoint service, so those that bear our tags are where it begins; a
 * page is of so many databases. Calls: 2 to EC2, 1 to the table for each database and 1 for each
 * yes, and 1 to CloudWatch for 200 endpoints.
 */
public final class ReviewAccess extends ApiWorker {
  /** EC2 takes at most 200 values of a filter. */
  private static final int DATABASES = 20;

  private static final Pattern TOKEN = Pattern.compile("arn:aws[a-z-]*:rds:[!-~]{1,200}");

  private final Settings settings;
  private final EndpointServices services;
  private final Connections connections;
  private final LiveApprovals live;
  private final Approvals approvals;
  private final EndpointBytes bytes;
  private final InstantSource clock;
  private final String region;

  public ReviewAccess() {
    this(Environment.lambda());
  }

  public ReviewAccess(Environment environment) {
    this.settings = environment.settings();
    this.services = new EndpointServices(environment.clients());
    this.connections = new Connections(environment.clients());
    this.live = Stores.liveApprovals(environment);
    this.approvals = Stores.approvals(environment);
    this.bytes = new EndpointBytes(environment.clients());
    this.clock = environment.clock();
    this.region = environment.clients().region();
  }

  /**
   * A page of the review.
   *
   * @param unreadable yeses that are kept but say nothing: each a line for people
   */
  private record Page(
      List<AccessEntry> access, List<String> unreadable, @Nullable String nextToken) {}

  @Override
  ProxyAnswer answer(ApiCall call) {
    Access.of(settings, call.account()).requireOperator(call.caller());
    Optional<String> database =
        call.query("database", DatabaseArn.IDENTIFIER, "expected the identifier of a database");
    String after =
        call.query("nextToken", TOKEN, "expected the token of the page before").orElse("");
    SortedMap<String, List<String>> all = new TreeMap<>(services.byDatabase());
    all.keySet()
        .removeIf(
            arn ->
                arn.compareTo(after) <= 0
                    || !database.map(DatabaseArn.nameIn(arn)::equalsIgnoreCase).orElse(true));
    List<String> page = all.keySet().stream().limit(DATABASES).toList();
    all.keySet().retainAll(page);
    String next = page.size() < DATABASES ? null : page.getLast();
    Page shown = page(all, next);
    return ProxyAnswer.json(200, shown).lacking(shown.unreadable(), clock.instant());
  }

  /** Whose question cannot be read keeps its yes, and nobody else's line. */
  private Optional<Approval> question(String id, List<String> unreadable) {
    try {
      return approvals.find(id);
    } catch (UnreadableItem bad) {
      unreadable.add("question %s: %s".formatted(id, bad.getMessage()));
      return Optional.empty();
    }
  }

  private Page page(SortedMap<String, List<String>> servicesOf, @Nullable String next) {
    List<String> unreadable = new ArrayList<>();
    List<String> ids = servicesOf.values().stream().flatMap(Collection::stream).toList();
    List<Connection> seen = ids.isEmpty() ? List.of() : connections.of(ids);
    SortedMap<String, List<LiveApproval>> yeses = new TreeMap<>();
    for (String arn : servicesOf.keySet()) {
      ItemsRead<LiveApproval> read = live.eachOfDatabase(arn);
      read.faults().forEach(fault -> unreadable.add(arn + ": " + fault));
      yeses.put(arn, read.values());
    }
    Map<String, Optional<LastBytes>> counted =
        bytes.last(serviceOf(seen, yeses.values()), clock.instant());
    List<AccessEntry> entries = new ArrayList<>();
    servicesOf.forEach(
        (arn, own) -> {
          List<Connection> there =
              seen.stream().filter(connection -> own.contains(connection.serviceId())).toList();
          entries.addAll(
              new AccessReview(
                      arn,
                      yeses.getOrDefault(arn, List.of()),
                      there,
                      id -> question(id, unreadable),
                      (endpoint, connection) -> Use.of(endpoint, connection, counted, region))
                  .entries());
        });
    return new Page(entries, unreadable, next);
  }

  /** The endpoints that the review may name, each with its service. */
  private static Map<String, String> serviceOf(
      List<Connection> seen, Collection<List<LiveApproval>> yeses) {
    Map<String, String> serviceOf = new TreeMap<>();
    seen.stream()
        .filter(connection -> connection.state().accepted())
        .forEach(connection -> serviceOf.put(connection.endpointId(), connection.serviceId()));
    yeses.stream()
        .flatMap(List::stream)
        .map(LiveApproval::subject)
        .forEach(subject -> serviceOf.put(subject.endpointId(), subject.serviceId()));
    return serviceOf;
  }
}
