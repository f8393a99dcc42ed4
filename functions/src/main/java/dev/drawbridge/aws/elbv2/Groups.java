package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.plan.GroupAttributes;
import dev.drawbridge.plan.Names;
import dev.drawbridge.plan.Ownership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;

/** The writers' and the readers' target groups of each database. */
public final class Groups {
  private final ElasticLoadBalancingV2Client elb;
  private final ElbTags tags;
  private final GroupSettings settings;

  /** Groups of the account and region of the clients. */
  public Groups(Clients clients) {
    this.elb = clients.elb();
    this.tags = new ElbTags(elb);
    this.settings = new GroupSettings(elb);
  }

  /**
   * A group for the writer and one for the readers, made if missing, with the attributes and health
   * checks of all groups asserted.
   *
   * @throws Conflict if a group of the name is not ours, or has another port or VPC
   */
  public TargetGroups ensure(Database database) {
    OwnedGroups ours = owned(database.arn());
    List<String> writers = new ArrayList<>();
    for (TargetGroup writer : ours.writers()) {
      writers.add(settings.hold(writer, database, GroupAttributes.WRITER));
    }
    if (writers.isEmpty()) {
      String name = Names.writerGroup(database.arn());
      writers.add(settings.create(name, database, GroupAttributes.WRITER));
    }
    String reader =
        ours.reader()
            .map(group -> settings.hold(group, database, GroupAttributes.READER))
            .orElseGet(
                () ->
                    settings.create(
                        Names.readerGroup(database.arn()), database, GroupAttributes.READER));
    return ours.both().orElseGet(() -> new TargetGroups(writers.getFirst(), reader, ours.wanted()));
  }

  /**
   * The groups of a database that is exposed; empty if it is not.
   *
   * @throws Conflict if groups of these names are not ours
   */
  public Optional<TargetGroups> find(String databaseArn) {
    return owned(databaseArn).both();
  }

  /**
   * The same groups, if they are those of the database: who names them may be mistaken. Those that
   * there are, if one of them has been deleted since. Calls: 1, and 2 to find them.
   *
   * @throws Conflict if one of them is not ours, or another database's
   */
  public Optional<TargetGroups> check(TargetGroups named, String databaseArn) {
    try {
      tags.require(List.of(named.writerArn(), named.readerArn()), databaseArn);
      return Optional.of(named);
    } catch (TargetGroupNotFoundException deletedSince) {
      return find(databaseArn);
    }
  }

  /** Every group for writers of a database, by ARN. */
  public List<String> writers(String databaseArn) {
    return owned(databaseArn).writers().stream().map(TargetGroup::targetGroupArn).toList();
  }

  /** The groups of every database that is exposed, by its ARN: found by name and by our tags. */
  public Map<String, TargetGroups> exposed() {
    try {
      return listed();
    } catch (TargetGroupNotFoundException goneMeanwhile) {
      // A refresh has deleted one between the two calls, which spoils the tags of all.
      return listed();
    }
  }

  private Map<String, TargetGroups> listed() {
    Map<String, TargetGroup> candidates =
        all()
            .filter(group -> group.targetGroupName().startsWith(Names.PREFIX + "-"))
            .collect(Collectors.toMap(TargetGroup::targetGroupArn, Function.identity()));
    Map<String, Map<String, String>> found = tags.of(List.copyOf(candidates.keySet()));
    Map<String, List<TargetGroup>> byDatabase = new TreeMap<>();
    found.forEach(
        (arn, of) ->
            Ownership.databaseOf(of)
                .ifPresent(
                    database ->
                        byDatabase
                            .computeIfAbsent(database, none -> new ArrayList<>())
                            .add(Objects.requireNonNull(candidates.get(arn)))));
    Map<String, TargetGroups> exposed = new TreeMap<>();
    byDatabase.forEach(
        (database, groups) ->
            new OwnedGroups(database, groups, found)
                .both()
                .ifPresent(both -> exposed.put(database, both)));
    return exposed;
  }

  /** Listing all costs one call for every name; a look-up by names fails if one is missing. */
  OwnedGroups owned(String databaseArn) {
    List<String> names =
        Stream.concat(
                Names.writerGroups(databaseArn).stream(), Stream.of(Names.readerGroup(databaseArn)))
            .toList();
    List<TargetGroup> ours =
        all().filter(group -> names.contains(group.targetGroupName())).toList();
    List<String> arns = ours.stream().map(TargetGroup::targetGroupArn).toList();
    return new OwnedGroups(databaseArn, ours, tags.require(arns, databaseArn));
  }

  private Stream<TargetGroup> all() {
    return elb.describeTargetGroupsPaginator(r -> {}).targetGroups().stream();
  }
}
