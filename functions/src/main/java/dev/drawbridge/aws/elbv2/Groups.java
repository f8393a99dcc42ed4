package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.aws.Deletion;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.model.Database;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.plan.Names;
import dev.drawbridge.plan.Ownership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;

/** The writers' and the readers' target groups of each database. */
public final class Groups {
  private final ElasticLoadBalancingV2Client elb;
  private final ElbTags tags;
  private final RememberedTags remembered;
  private final GroupSettings settings;

  /** Groups of the account and region of the clients. */
  public Groups(Clients clients) {
    this.elb = clients.elb();
    this.tags = new ElbTags(elb);
    this.remembered = new RememberedTags(tags);
    this.settings = new GroupSettings(elb);
  }

  /**
   * A group for the writer and one for the readers, made if missing, with the attributes and health
   * checks of all groups asserted.
   *
   * @throws Conflict if a group of the name is not ours, or has another VPC
   */
  public TargetGroups ensure(Database database) {
    OwnedGroups ours = owned(database.arn());
    return new TargetGroups(
        ensure(ours.writer(), Names.writerGroup(database.arn()), database, GroupAttributes.WRITER),
        ensure(ours.reader(), Names.readerGroup(database.arn()), database, GroupAttributes.READER),
        database.vpcId());
  }

  private String ensure(
      Optional<TargetGroup> there, String name, Database database, Map<String, String> attributes) {
    return there
        .map(group -> settings.hold(group, database, attributes))
        .orElseGet(() -> settings.create(name, database, attributes));
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
   * Groups on record, if they are those of the database still. Those that there are, if one of them
   * has been deleted since, or if an earlier release has not put on record in which VPC they are.
   * Calls: 1, and 2 to find them.
   *
   * @throws Conflict if one of them is not ours, or another database's
   */
  public Optional<TargetGroups> check(TargetGroups recorded, String databaseArn) {
    if (recorded.vpcId() == null || !named(recorded, databaseArn)) {
      return find(databaseArn);
    }
    try {
      tags.require(List.of(recorded.writerArn(), recorded.readerArn()), databaseArn);
      return Optional.of(recorded);
    } catch (TargetGroupNotFoundException deletedSince) {
      return find(databaseArn);
    }
  }

  /** Whether groups on record have the names of the database's own. */
  public static boolean named(TargetGroups recorded, String databaseArn) {
    return Names.named(recorded.writerArn(), Names.writerGroup(databaseArn))
        && Names.named(recorded.readerArn(), Names.readerGroup(databaseArn));
  }

  /** The groups of every database that is exposed, by its ARN: found by name and by our tags. */
  public Map<String, TargetGroups> exposed() {
    return exposed(tags::of);
  }

  /**
   * The same for whoever asks each minute: whose a group is, is remembered for a while, since AWS
   * tells tags of no more than 20 in a call.
   */
  public Map<String, TargetGroups> exposedLately(Instant now) {
    return exposed(arns -> remembered.of(arns, now));
  }

  private Map<String, TargetGroups> exposed(
      Function<List<String>, Map<String, Map<String, String>>> tagsOf) {
    Listing found = list(group -> Names.leadsByRole(group.targetGroupName()), tagsOf);
    Map<String, List<TargetGroup>> byDatabase = new TreeMap<>();
    for (TargetGroup group : found.groups()) {
      Ownership.databaseOf(found.tags().getOrDefault(group.targetGroupArn(), Map.of()))
          .ifPresent(
              database ->
                  byDatabase.computeIfAbsent(database, none -> new ArrayList<>()).add(group));
    }
    Map<String, TargetGroups> exposed = new TreeMap<>();
    byDatabase.forEach(
        (database, groups) ->
            new OwnedGroups(database, groups)
                .both()
                .ifPresent(both -> exposed.put(database, both)));
    return exposed;
  }

  /**
   * Deletes every group of a database: found by our prefix and by our tags.
   *
   * @throws NotReady while a listener forwards to one
   */
  public void delete(String databaseArn) {
    Listing found = list(group -> group.targetGroupName().startsWith(Names.PREFIX + "-"), tags::of);
    found.groups().stream()
        .map(TargetGroup::targetGroupArn)
        .filter(arn -> Ownership.owns(found.tags().getOrDefault(arn, Map.of()), databaseArn))
        .forEach(this::deleteOne);
  }

  private void deleteOne(String arn) {
    try {
      Deletion.of(() -> elb.deleteTargetGroup(r -> r.targetGroupArn(arn)), () -> isGone(arn));
    } catch (ResourceInUseException inUse) {
      throw new NotReady("target group %s is in use still".formatted(arn));
    }
  }

  private boolean isGone(String arn) {
    return list(group -> group.targetGroupArn().equals(arn), arns -> Map.of()).groups().isEmpty();
  }

  /** Those of one database. */
  OwnedGroups owned(String databaseArn) {
    List<String> names = List.of(Names.writerGroup(databaseArn), Names.readerGroup(databaseArn));
    Listing found =
        list(
            group -> names.contains(group.targetGroupName()),
            arns -> tags.require(arns, databaseArn));
    return new OwnedGroups(databaseArn, found.groups());
  }

  /** Again, if a refresh has deleted one between the two calls: that spoils the tags of all. */
  private Listing list(
      Predicate<TargetGroup> which, Function<List<String>, Map<String, Map<String, String>>> tags) {
    try {
      return listOnce(which, tags);
    } catch (TargetGroupNotFoundException deletedMeanwhile) {
      return listOnce(which, tags);
    }
  }

  /** Listing all costs one call for every name; a look-up by names fails if one is missing. */
  private Listing listOnce(
      Predicate<TargetGroup> which, Function<List<String>, Map<String, Map<String, String>>> tags) {
    List<TargetGroup> groups =
        elb.describeTargetGroupsPaginator(r -> {}).targetGroups().stream().filter(which).toList();
    return new Listing(
        groups, tags.apply(groups.stream().map(TargetGroup::targetGroupArn).toList()));
  }

  /** Groups, and the tags of each by its ARN. */
  private record Listing(List<TargetGroup> groups, Map<String, Map<String, String>> tags) {}
}
