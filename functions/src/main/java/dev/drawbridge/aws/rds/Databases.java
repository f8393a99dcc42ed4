package dev.drawbridge.aws.rds;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.Pairs;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.NamedInstance;
import dev.drawbridge.model.Topology;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.model.Tag;

/** Databases as RDS knows them: clusters first, then instances, since both have names. */
public final class Databases {
  private static final String CLUSTER = ":cluster:";

  private final RdsClient rds;

  /** Databases of the account and region of the clients. */
  public Databases(Clients clients) {
    this(clients.rds());
  }

  private Databases(RdsClient rds) {
    this.rds = rds;
  }

  /** The same for a run that only waits: a call that is throttled is not made again at once. */
  public static Databases inTurn(Clients clients) {
    return new Databases(clients.rdsInTurn());
  }

  /**
   * The same as {@link #find} for whoever tries again by himself.
   *
   * @throws NotReady if RDS takes no more calls of the account
   */
  public Optional<DatabaseFacts> findUnlessBusy(String arn) {
    try {
      return find(arn);
    } catch (RdsException refused) {
      if (refused.isThrottlingException()) {
        throw new NotReady("RDS takes no more calls of the account at the moment");
      }
      throw refused;
    }
  }

  /** The database of that identifier or ARN; empty when there is none. */
  public Optional<DatabaseFacts> find(String identifierOrArn) {
    String identifier = identifierOrArn.substring(identifierOrArn.lastIndexOf(':') + 1);
    if (!identifierOrArn.startsWith("arn:")) {
      return cluster(identifier).or(() -> instance(identifier));
    }
    // The ARN says which of the two calls to make, and saves the other.
    return identifierOrArn.contains(CLUSTER) ? cluster(identifier) : instance(identifier);
  }

  /**
   * The database of that resource id, whatever its name is by now; a cluster if {@code arn}, the
   * one that it had, is a cluster's.
   */
  public Optional<DatabaseFacts> byResourceId(String arn, String resourceId) {
    List<String> id = List.of(resourceId);
    return arn.contains(CLUSTER)
        ? cluster(clusters("db-cluster-resource-id", id), resourceId)
        : instance(instances("dbi-resource-id", id), resourceId);
  }

  /**
   * A database that has another name by now.
   *
   * @param known itself; empty if it bears neither name
   * @param namesake the resource id of another that bears the name that it had
   */
  public record Renamed(Optional<DatabaseFacts> known, Optional<String> namesake) {}

  /** What bears two names, by one call for both: the one it had, and the one it got. */
  public Renamed renamed(String arn, String presentArn, String resourceId) {
    List<String> names = Stream.of(arn, presentArn).map(DatabaseArn::nameIn).toList();
    if (arn.contains(CLUSTER)) {
      List<DBCluster> found = clusters("db-cluster-id", names);
      return new Renamed(
          cluster(found, resourceId),
          found.stream()
              .filter(each -> arn.equals(each.dbClusterArn()))
              .map(DBCluster::dbClusterResourceId)
              .filter(id -> !resourceId.equals(id))
              .findFirst());
    }
    List<DBInstance> found = instances("db-instance-id", names);
    return new Renamed(
        instance(found, resourceId),
        found.stream()
            .filter(each -> arn.equals(each.dbInstanceArn()))
            .map(DBInstance::dbiResourceId)
            .filter(id -> !resourceId.equals(id))
            .findFirst());
  }

  private Optional<DatabaseFacts> cluster(List<DBCluster> among, String resourceId) {
    return among.stream()
        .filter(each -> resourceId.equals(each.dbClusterResourceId()))
        .findFirst()
        .map(cluster -> Translation.cluster(cluster, membersOf(cluster)));
  }

  private Optional<DatabaseFacts> instance(List<DBInstance> among, String resourceId) {
    return among.stream()
        .filter(each -> resourceId.equals(each.dbiResourceId()))
        .findFirst()
        .map(this::withReplicas);
  }

  /** All instances of the account and region that have a name. Calls: 1 by pages. */
  public List<NamedInstance> named() {
    return named(rds.describeDBInstancesPaginator(r -> {}).dbInstances().stream());
  }

  private static List<NamedInstance> named(Stream<DBInstance> instances) {
    return instances
        .filter(instance -> instance.endpoint() != null)
        .filter(instance -> instance.endpoint().address() != null)
        .map(
            instance ->
                new NamedInstance(
                    instance.dbInstanceIdentifier(),
                    Objects.requireNonNullElse(instance.dbiResourceId(), ""),
                    Owners.within(instance).orElse(""),
                    instance.endpoint().address(),
                    Reach.vpc(instance).orElse("")))
        .toList();
  }

  /** The cluster and the instance of that identifier, as far as there are both. */
  public List<DatabaseFacts> named(String identifier) {
    return Stream.concat(cluster(identifier).stream(), instance(identifier).stream()).toList();
  }

  /**
   * The ARN of the database that an instance is part of: its cluster, the source that it
   * replicates, or itself. Empty if there is no instance of this ARN.
   */
  public Optional<String> owner(String instanceArn) {
    String identifier = instanceArn.substring(instanceArn.lastIndexOf(':') + 1);
    return describe(identifier)
        .filter(instance -> instance.dbInstanceArn().equals(instanceArn))
        .map(Databases::databaseOf);
  }

  private static String databaseOf(DBInstance instance) {
    return Owners.of(instance).orElse(instance.dbInstanceArn());
  }

  /**
   * What two listings tell.
   *
   * @param databases those that were asked for and exist, by ARN
   * @param instances all that there are in the account and region, whosesoever
   */
  public record Listing(Map<String, DatabaseFacts> databases, List<NamedInstance> instances) {}

  /**
   * The databases of these ARNs or resource ids: all of them for the price of two listings, and of
   * one more while a replica may be green.
   */
  public Listing all(Set<String> arns, Set<String> resourceIds) {
    List<DBInstance> instances =
        rds.describeDBInstancesPaginator(r -> {}).dbInstances().stream().toList();
    GreenReplicas greens = new GreenReplicas(rds);
    Map<String, DatabaseFacts> found = new HashMap<>();
    rds.describeDBClustersPaginator(r -> {}).dbClusters().stream()
        .filter(
            cluster ->
                arns.contains(cluster.dbClusterArn())
                    || among(resourceIds, cluster.dbClusterResourceId()))
        .map(cluster -> Translation.cluster(cluster, membersOf(cluster, instances)))
        .forEach(facts -> found.put(facts.arn(), facts));
    instances.stream()
        .filter(
            instance ->
                arns.contains(instance.dbInstanceArn())
                    || among(resourceIds, instance.dbiResourceId()))
        .map(primary -> withReplicas(primary, greens, instances))
        .forEach(facts -> found.put(facts.arn(), facts));
    return new Listing(found, named(instances.stream()));
  }

  /** A set that cannot change refuses to be asked for null, which RDS's model allows here. */
  private static boolean among(Set<String> resourceIds, @Nullable String shown) {
    return shown != null && resourceIds.contains(shown);
  }

  private static List<DBInstance> membersOf(DBCluster cluster, List<DBInstance> all) {
    return all.stream()
        .filter(instance -> cluster.dbClusterIdentifier().equals(instance.dbClusterIdentifier()))
        .toList();
  }

  /**
   * Where nobody says which replicas are green those that may be are unknown, as if no list showed
   * them: they change nothing, and stop no look at another database.
   */
  private static DatabaseFacts withReplicas(
      DBInstance primary, GreenReplicas greens, List<DBInstance> all) {
    try {
      return withReplicas(primary, greens.readersOf(primary), all);
    } catch (SdkException unanswered) {
      List<String> names = Translation.localReplicas(primary);
      List<String> sure = names.stream().filter(name -> !GreenReplicas.maybe(name)).toList();
      return Translation.instance(primary, called(sure, all), names);
    }
  }

  private static DatabaseFacts withReplicas(
      DBInstance primary, List<String> names, List<DBInstance> all) {
    return Translation.instance(primary, called(names, all), names);
  }

  private static List<DBInstance> called(List<String> names, List<DBInstance> all) {
    return all.stream().filter(one -> names.contains(one.dbInstanceIdentifier())).toList();
  }

  /**
   * The parameters that somebody has set, by the parameter group of instances that says so over the
   * cluster's; by the cluster's own where it has no instance. Calls: 1 a group.
   */
  public Map<String, Map<String, String>> parameters(DatabaseFacts.ParameterGroups groups) {
    Map<String, String> ofCluster = new LinkedHashMap<>();
    groups
        .ofCluster()
        .forEach(
            name ->
                rds.describeDBClusterParametersPaginator(
                        r -> r.dbClusterParameterGroupName(name).source("user"))
                    .parameters()
                    .forEach(parameter -> put(ofCluster, parameter)));
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (String name : groups.ofInstances()) {
      Map<String, String> own = new LinkedHashMap<>(ofCluster);
      rds.describeDBParametersPaginator(r -> r.dbParameterGroupName(name).source("user"))
          .parameters()
          .forEach(parameter -> put(own, parameter));
      all.put(name, own);
    }
    if (all.isEmpty()) {
      groups.ofCluster().forEach(name -> all.put(name, ofCluster));
    }
    return all;
  }

  private static void put(Map<String, String> values, Parameter parameter) {
    if (parameter.parameterValue() != null) {
      values.put(parameter.parameterName(), parameter.parameterValue());
    }
  }

  /** The tags of the database of that ARN; empty where there is none. Calls: 1. */
  public Map<String, String> tags(String arn) {
    String identifier = arn.substring(arn.lastIndexOf(':') + 1);
    List<Tag> tags =
        (arn.contains(CLUSTER)
                ? describeCluster(identifier).map(DBCluster::tagList)
                : describe(identifier).map(DBInstance::tagList))
            .orElse(List.of());
    return Pairs.of(tags, Tag::key, Tag::value);
  }

  private Optional<DatabaseFacts> cluster(String identifier) {
    return describeCluster(identifier)
        .map(cluster -> Translation.cluster(cluster, membersOf(cluster)));
  }

  private Optional<DBCluster> describeCluster(String identifier) {
    try {
      return rds.describeDBClusters(r -> r.dbClusterIdentifier(identifier)).dbClusters().stream()
          .filter(cluster -> identifier.equalsIgnoreCase(cluster.dbClusterIdentifier()))
          .findFirst();
    } catch (DbClusterNotFoundException none) {
      return Optional.empty();
    }
  }

  private List<DBInstance> membersOf(DBCluster cluster) {
    return membersOf(cluster, instances("db-cluster-id", List.of(cluster.dbClusterIdentifier())));
  }

  private Optional<DatabaseFacts> instance(String identifier) {
    return describe(identifier).map(this::withReplicas);
  }

  private DatabaseFacts withReplicas(DBInstance primary) {
    List<String> names = new GreenReplicas(rds).readersOf(primary);
    return Translation.instance(
        primary,
        names.isEmpty() ? List.of() : called(names, instances("db-instance-id", names)),
        names);
  }

  private Optional<DBInstance> describe(String identifier) {
    try {
      return rds.describeDBInstances(r -> r.dbInstanceIdentifier(identifier)).dbInstances().stream()
          .filter(instance -> identifier.equalsIgnoreCase(instance.dbInstanceIdentifier()))
          .findFirst();
    } catch (DbInstanceNotFoundException none) {
      return Optional.empty();
    }
  }

  private List<DBCluster> clusters(String filter, List<String> values) {
    return rds
        .describeDBClustersPaginator(r -> r.filters(filter(filter, values)))
        .dbClusters()
        .stream()
        .toList();
  }

  private List<DBInstance> instances(String filter, List<String> values) {
    return rds
        .describeDBInstancesPaginator(r -> r.filters(filter(filter, values)))
        .dbInstances()
        .stream()
        .toList();
  }

  private static Filter filter(String name, List<String> values) {
    return Filter.builder().name(name).values(values).build();
  }

  /** Only the truth about roles and places, for comparing. */
  public Optional<Topology> topology(String arn) {
    return find(arn).map(DatabaseFacts::topology);
  }
}
