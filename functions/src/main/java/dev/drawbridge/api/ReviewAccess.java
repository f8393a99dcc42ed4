package dev.drawbridge.api;

import dev.drawbridge.aws.cloudwatch.EndpointBytes;
import dev.drawbridge.aws.dynamodb.Approvals;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Inspections;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.dynamodb.UnreadableItem;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.LastBytes;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /access}: who may reach which database by which endpoint, by whose yes and until when.
 *
 * <p>Nobody gets in without an endpoint service, so those that bear our tags are where it begins,
 * and those on our own record, since tags can be taken away; a page is of so many databases. Calls:
 * 2 to EC2, 1 to the table, 2 for each database and 1 for each yes, and 1 to CloudWatch for 200
 * endpoints.
 */
public final class ReviewAccess extends ApiWorker {
  private static final int DATABASES = 20;

  private static final Pattern TOKEN = Pattern.compile("arn:aws[a-z-]*:rds:[!-~]{1,200}");

  private final EndpointServices endpointServices;
  private final Connections connections;
  private final Inspections inspections;
  private final Exposures exposures;
  private final LiveApprovals live;
  private final Approvals approvals;
  private final EndpointBytes bytes;
  private final InstantSource clock;
  private final String region;

  public ReviewAccess() {
    this(Environment.lambda());
  }

  public ReviewAccess(Environment environment) {
    super(environment);
    this.endpointServices = new EndpointServices(environment.clients());
    this.connections = new Connections(environment.clients());
    this.inspections = Stores.inspections(environment);
    this.exposures = Stores.exposures(environment);
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
    access(call).requireOperator(call.caller());
    Optional<String> database =
        call.query("database", DatabaseArn.IDENTIFIER, "expected the identifier of a database");
    String after =
        call.query("nextToken", TOKEN, "expected the token of the page before").orElse("");
    Review review = new Review(call.account());
    SortedSet<String> all = new TreeSet<>(review.databases().tailSet(after));
    all.remove(after);
    all.removeIf(arn -> !database.map(DatabaseArn.nameIn(arn)::equalsIgnoreCase).orElse(true));
    List<String> page = all.stream().limit(DATABASES).toList();
    if (after.isEmpty()) {
      review.unreadable.addAll(review.services.strange());
    }
    Page shown = review.page(page, page.size() < DATABASES ? null : page.getLast());
    return ProxyAnswer.json(200, shown).lacking(shown.unreadable(), clock.instant());
  }

  /** Whose question cannot be read keeps its yes, and nobody else's line. */
  private Optional<Approval> question(String id, List<String> unreadable) {
    return UnreadableItem.noted("question " + id, unreadable, () -> approvals.find(id));
  }

  /** What is on record of one database. */
  private record OnRecord(List<LiveApproval> yeses, Set<String> services) {}

  /** One answer. */
  private final class Review {
    private final List<String> unreadable = new ArrayList<>();
    private final ItemsRead<InspectionRecord> looks = inspections.all();
    private final ReviewedServices services;

    Review(String account) {
      services = new ReviewedServices(endpointServices.allTags(), account);
    }

    SortedSet<String> databases() {
      return services.databases(
          Stream.concat(
                  looks.values().stream().map(InspectionRecord::databaseArn),
                  looks.unread().stream())
              .toList());
    }

    Page page(List<String> databases, @Nullable String next) {
      Map<String, OnRecord> records = new LinkedHashMap<>();
      databases.forEach(arn -> records.put(arn, onRecord(arn)));
      Map<String, List<String>> servicesOf = new LinkedHashMap<>();
      records.forEach((arn, held) -> servicesOf.put(arn, services.of(arn, held.services())));
      List<Connection> seen =
          connections.of(servicesOf.values().stream().flatMap(List::stream).distinct().toList());
      Map<String, Optional<LastBytes>> counted =
          bytes.last(
              serviceOf(seen, records.values().stream().map(OnRecord::yeses).toList()),
              clock.instant());
      List<AccessEntry> entries = new ArrayList<>();
      records.forEach(
          (arn, held) -> {
            unreadable.addAll(services.untagged(arn, held.services()));
            List<String> own = servicesOf.getOrDefault(arn, List.of());
            List<Connection> there =
                seen.stream().filter(connection -> own.contains(connection.serviceId())).toList();
            entries.addAll(
                new AccessReview(
                        arn,
                        held.yeses(),
                        there,
                        id -> question(id, unreadable),
                        (endpoint, connection) -> Use.of(endpoint, connection, counted, region))
                    .entries());
          });
      return new Page(entries, unreadable, next);
    }

    private OnRecord onRecord(String arn) {
      ItemsRead<LiveApproval> yeses = live.eachOfDatabase(arn);
      yeses.faults().forEach(fault -> unreadable.add(arn + ": " + fault));
      Set<String> ids = new TreeSet<>();
      yeses.values().forEach(yes -> ids.add(yes.subject().serviceId()));
      looks.values().stream()
          .filter(look -> look.databaseArn().equals(arn))
          .map(InspectionRecord::serviceId)
          .filter(Objects::nonNull)
          .forEach(ids::add);
      UnreadableItem.noted("exposure " + arn, unreadable, () -> exposures.find(arn))
          .map(Exposure::path)
          .map(Exposure.Path::serviceId)
          .ifPresent(ids::add);
      return new OnRecord(yeses.values(), ids);
    }
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
