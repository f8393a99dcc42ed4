package dev.drawbridge.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What we keep of a database that is exposed: its owner's settings, which database it is, and what
 * an event needs to be answered with one read. AWS is the truth about all but settings and resource
 * id; the rest is rebuilt from it when it does not fit.
 *
 * @param databaseArn the name that resources and items are found by; it stays when RDS renames the
 *     database
 * @param version counts the writes; two writers never overwrite each other
 * @param resourceId RDS's immutable name of the database that was approved; null until it has been
 *     seen for the first time
 * @param groups the target groups; null until they have been found
 * @param path the rest of what was built; null until it was
 * @param registered what was registered last; null before
 * @param absence since when the database cannot be found; null while it can
 * @param instances the ports of instances, by port
 * @param ledTo the group that the writer's listener leads to; null for the writer's
 */
public record Exposure(
    String databaseArn,
    long version,
    ExposureSettings settings,
    @Nullable String resourceId,
    @Nullable TargetGroups groups,
    @Nullable Path path,
    @Nullable Registered registered,
    @Nullable Absence absence,
    List<InstancePort> instances,
    @Nullable String ledTo) {
  /** Keeps a copy. */
  public Exposure {
    // Null in what earlier releases wrote.
    instances = instances == null ? List.of() : List.copyOf(instances);
  }

  /**
   * What carries connections.
   *
   * @param securityGroupId the load balancer's own
   * @param privateDns the endpoint service's name as it was when the path was built last; null if
   *     it had none, and in what earlier releases wrote
   */
  public record Path(
      String securityGroupId,
      String loadBalancerArn,
      String readerListenerArn,
      String writerListenerArn,
      String serviceId,
      int readerPort,
      int writerPort,
      @Nullable PrivateDnsName privateDns) {}

  /**
   * What refresh-targets did last.
   *
   * @param presentArn where RDS had the database then: another ARN after a renaming
   * @param members identifiers of the instances that it had
   * @param leaving former writers that stand in the writer's group still
   * @param leavingReaders former readers that stand in the reader group still
   */
  public record Registered(
      String presentArn,
      List<String> members,
      @Nullable Target writer,
      List<Target> readers,
      List<Target> leaving,
      List<Target> leavingReaders) {
    /** Keeps copies. */
    public Registered {
      members = List.copyOf(members);
      readers = List.copyOf(readers);
      // Null in what earlier releases wrote.
      leaving = leaving == null ? List.of() : List.copyOf(leaving);
      leavingReaders = leavingReaders == null ? List.of() : List.copyOf(leavingReaders);
    }

    /** Whether somebody has yet to be taken out. */
    public boolean waits() {
      return !leaving.isEmpty() || !leavingReaders.isEmpty();
    }

    private Registered withoutFormerReaders() {
      return new Registered(presentArn, members, writer, readers, leaving, List.of());
    }

    /** What the writer's group holds, by this record. */
    public List<TargetState> writers() {
      return states(Stream.concat(Stream.ofNullable(writer), leaving.stream()));
    }

    /** What the reader group holds, by this record. */
    public List<TargetState> readerStates() {
      return states(Stream.concat(readers.stream(), leavingReaders.stream()));
    }

    private static List<TargetState> states(Stream<Target> targets) {
      return targets.map(target -> new TargetState(target, "recorded", "")).toList();
    }
  }

  /**
   * A database that cannot be found.
   *
   * @param why for people
   * @param since the first look that did not find it
   * @param withdrawnAt when its targets were taken out; null while they stand
   * @param toldAt when people were last told; null if they were not
   * @param superseded whether what is left of it is what it was before a switchover: nobody is led
   *     there, whatever it is called
   */
  public record Absence(
      String why,
      Instant since,
      @Nullable Instant withdrawnAt,
      @Nullable Instant toldAt,
      boolean superseded) {
    /** The same, and people know. */
    public Absence told(Instant at) {
      return new Absence(why, since, withdrawnAt, at, superseded);
    }

    /** The same without a target. */
    public Absence withdrawn(Instant at) {
      return new Absence(why, since, at, at, superseded);
    }

    /** The same, as it was found now. */
    public Absence superseded(boolean now) {
      return new Absence(why, since, withdrawnAt, toldAt, now);
    }
  }

  /** Whether the database had an instance of that identifier when targets were registered last. */
  public boolean has(String instance) {
    return registered != null && registered.members().contains(instance);
  }

  /** One that nothing is known of yet. */
  public static Exposure first(String databaseArn) {
    return new Exposure(
        databaseArn, 0, ExposureSettings.defaults(), null, null, null, null, null, List.of(), null);
  }

  /** The same under other settings. */
  public Exposure with(ExposureSettings value) {
    return new Exposure(
        databaseArn,
        version,
        value,
        resourceId,
        groups,
        path,
        registered,
        absence,
        instances,
        ledTo);
  }

  /** The same of the database with this resource id. */
  public Exposure of(String id) {
    return new Exposure(
        databaseArn, version, settings, id, groups, path, registered, absence, instances, ledTo);
  }

  /**
   * The same of another database, which takes the place of one that is gone: nothing is known of
   * it.
   */
  public Exposure following(String id) {
    return new Exposure(
        databaseArn, version, settings, id, groups, path, null, null, instances, ledTo);
  }

  /** The same with these target groups. */
  public Exposure with(TargetGroups value) {
    return new Exposure(
        databaseArn,
        version,
        settings,
        resourceId,
        value,
        path,
        registered,
        absence,
        instances,
        ledTo);
  }

  /** The same with this path. */
  public Exposure with(Path value) {
    return new Exposure(
        databaseArn,
        version,
        settings,
        resourceId,
        groups,
        value,
        registered,
        absence,
        instances,
        ledTo);
  }

  /** The same, found and followed. */
  public Exposure with(Registered value) {
    return new Exposure(
        databaseArn, version, settings, resourceId, groups, path, value, null, instances, ledTo);
  }

  /** The same, after former readers have left; empty if there were none. */
  public Optional<Exposure> withoutFormerReaders() {
    Registered before = registered;
    return before == null || before.leavingReaders().isEmpty()
        ? Optional.empty()
        : Optional.of(with(before.withoutFormerReaders()));
  }

  /** The same, not found. */
  public Exposure with(Absence value) {
    return new Exposure(
        databaseArn,
        version,
        settings,
        resourceId,
        groups,
        path,
        registered,
        value,
        instances,
        ledTo);
  }

  /** The same with these ports of instances. */
  public Exposure with(List<InstancePort> value) {
    return new Exposure(
        databaseArn,
        version,
        settings,
        resourceId,
        groups,
        path,
        registered,
        absence,
        value,
        ledTo);
  }

  /**
   * The same with no target at these ports, which stay: an instance that comes back has its own.
   */
  public Exposure withNobodyAt(List<InstancePort> left) {
    return with(
        instances.stream()
            .map(each -> left.contains(each) ? each.with((Target) null) : each)
            .toList());
  }

  /** The same with the writer's listener leading to another group. */
  public Exposure leading(@Nullable String group) {
    return new Exposure(
        databaseArn,
        version,
        settings,
        resourceId,
        groups,
        path,
        registered,
        absence,
        instances,
        group);
  }

  /** The target groups that carry connections: that of the writer may be an instance's own. */
  public @Nullable TargetGroups carrying() {
    return groups == null
        ? null
        : new TargetGroups(writersOr(groups.writerArn()), groups.readerArn(), groups.vpcId());
  }

  /** The group that the writer's listener leads to: this one, unless it was led elsewhere. */
  public String writersOr(String byRole) {
    return ledTo == null ? byRole : ledTo;
  }

  /** The same after all that was built has been taken down. */
  public Exposure forgotten() {
    return new Exposure(
        databaseArn, version, settings, null, null, null, null, null, List.of(), null);
  }

  /** The same in its next version. */
  public Exposure next() {
    return new Exposure(
        databaseArn,
        version + 1,
        settings,
        resourceId,
        groups,
        path,
        registered,
        absence,
        instances,
        ledTo);
  }
}
