package dev.drawbridge.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a database decides about its exposure, for all consumers at once.
 *
 * @param version counts what was decided; 0 while nothing was: then AWS or the installation's
 *     defaults say what holds
 * @param readerPort the reader listener's port, or null for the database's own
 * @param writerPort the writer listener's port, or null for the reader's plus one
 * @param enforcement whether security group rules apply to PrivateLink traffic
 * @param manageDatabaseSecurityGroup false: say which rule is missing instead of adding it
 * @param acceptHostBlockRisk expose it although MySQL may block the load balancer's addresses
 * @param acceptKeepsAwake expose it although health checks keep an Aurora Serverless database awake
 * @param subnetIds further subnets of the load balancer; none is ever taken away
 * @param quorum how many people have to say yes, where that is more than the installation's; or
 *     null
 * @param instancePorts whether each instance has a port of its own; null in what earlier releases
 *     decided, which is no
 * @param firstInstancePort the first of the ports that instances may have
 * @param lastInstancePort the last of them
 * @param switching how the writer's port is brought from one writer to the next
 * @param consumerRegions the regions besides the database's own whose consumers may connect
 * @param privateDnsName the name that consumers may use for their endpoint, once AWS has verified
 *     that its domain is the provider's; empty for none
 * @param hold why nothing may be changed at the moment; null if everything may
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExposureSettings(
    int version,
    @Nullable Integer readerPort,
    @Nullable Integer writerPort,
    Enforcement enforcement,
    boolean manageDatabaseSecurityGroup,
    boolean acceptHostBlockRisk,
    boolean acceptKeepsAwake,
    List<String> subnetIds,
    @Nullable Integer quorum,
    @Nullable Boolean instancePorts,
    @Nullable Integer firstInstancePort,
    @Nullable Integer lastInstancePort,
    Switching switching,
    List<String> consumerRegions,
    String privateDnsName,
    @Nullable String hold) {
  /** Keeps copies. */
  public ExposureSettings {
    subnetIds = List.copyOf(subnetIds);
    // Null in what earlier releases wrote, as are the next two.
    switching = switching == null ? Switching.REGISTER : switching;
    consumerRegions = consumerRegions == null ? List.of() : List.copyOf(consumerRegions);
    privateDnsName = privateDnsName == null ? "" : privateDnsName;
  }

  /** What a database has that nobody ever spoke of. */
  public static ExposureSettings defaults() {
    return new ExposureSettings(
        0,
        null,
        null,
        Enforcement.OFF,
        true,
        false,
        false,
        List.of(),
        null,
        null,
        null,
        null,
        Switching.REGISTER,
        List.of(),
        "",
        null);
  }

  /** Whether it was ever decided what holds. */
  public boolean decided() {
    return version > 0;
  }

  /** The same with what the change says; it is not decided by that. */
  public ExposureSettings with(SettingsChange change) {
    return new ExposureSettings(
        version,
        or(change.readerPort(), readerPort),
        or(change.writerPort(), writerPort),
        change.enforcement() == null ? enforcement : change.enforcement(),
        change.manageDatabaseSecurityGroup() == null
            ? manageDatabaseSecurityGroup
            : change.manageDatabaseSecurityGroup(),
        change.acceptHostBlockRisk() == null ? acceptHostBlockRisk : change.acceptHostBlockRisk(),
        change.acceptKeepsAwake() == null ? acceptKeepsAwake : change.acceptKeepsAwake(),
        change.subnetIds() == null ? subnetIds : sorted(change.subnetIds()),
        or(change.quorum(), quorum),
        change.instancePorts() == null ? instancePorts : change.instancePorts(),
        or(change.firstInstancePort(), firstInstancePort),
        or(change.lastInstancePort(), lastInstancePort),
        change.switching() == null ? switching : change.switching(),
        change.consumerRegions() == null ? consumerRegions : sorted(change.consumerRegions()),
        change.privateDnsName() == null ? privateDnsName : change.privateDnsName(),
        hold);
  }

  /** The same with the ports of listeners. */
  public ExposureSettings at(int reader, int writer) {
    return new ExposureSettings(
        version,
        reader,
        writer,
        enforcement,
        manageDatabaseSecurityGroup,
        acceptHostBlockRisk,
        acceptKeepsAwake,
        subnetIds,
        quorum,
        instancePorts,
        firstInstancePort,
        lastInstancePort,
        switching,
        consumerRegions,
        privateDnsName,
        hold);
  }

  /** The same with ports for instances, or with none. */
  public ExposureSettings withInstances(@Nullable InstancePortRange range) {
    return new ExposureSettings(
        version,
        readerPort,
        writerPort,
        enforcement,
        manageDatabaseSecurityGroup,
        acceptHostBlockRisk,
        acceptKeepsAwake,
        subnetIds,
        quorum,
        range != null,
        range == null ? null : Integer.valueOf(range.first()),
        range == null ? null : Integer.valueOf(range.last()),
        switching,
        consumerRegions,
        privateDnsName,
        hold);
  }

  /** The ports that instances may have; null if they have none, or nothing is decided of it. */
  public @Nullable InstancePortRange instanceRange() {
    return !Boolean.TRUE.equals(instancePorts)
            || firstInstancePort == null
            || lastInstancePort == null
        ? null
        : new InstancePortRange(firstInstancePort, lastInstancePort);
  }

  /** The ports of the reader's and the writer's listener, as far as they are decided. */
  public List<Integer> portsByRole() {
    return Stream.of(readerPort, writerPort).flatMap(Stream::ofNullable).toList();
  }

  /** These ports, and those that instances may have: who comes later needs no new rule. */
  public List<Integer> andOfInstances(Collection<Integer> byRole) {
    InstancePortRange range = instanceRange();
    return Stream.concat(byRole.stream(), range == null ? Stream.empty() : range.ports().stream())
        .toList();
  }

  /** The same, held or not, as a decision of its own number. */
  public ExposureSettings numbered(int number, @Nullable String why) {
    return new ExposureSettings(
        number,
        readerPort,
        writerPort,
        enforcement,
        manageDatabaseSecurityGroup,
        acceptHostBlockRisk,
        acceptKeepsAwake,
        subnetIds,
        quorum,
        instancePorts,
        firstInstancePort,
        lastInstancePort,
        switching,
        consumerRegions,
        privateDnsName,
        why);
  }

  /** The same, held or not. */
  public ExposureSettings held(@Nullable String why) {
    return numbered(version, why);
  }

  /** What holds, by field, in the order of the fields. */
  public Map<String, Object> stated() {
    return new SettingsChange(
            readerPort,
            writerPort,
            enforcement,
            manageDatabaseSecurityGroup,
            acceptHostBlockRisk,
            acceptKeepsAwake,
            subnetIds,
            quorum,
            instancePorts,
            firstInstancePort,
            lastInstancePort,
            switching,
            consumerRegions,
            privateDnsName)
        .stated();
  }

  private static @Nullable Integer or(@Nullable Integer first, @Nullable Integer second) {
    return first == null ? second : first;
  }

  private static List<String> sorted(List<String> ids) {
    return List.copyOf(new TreeSet<>(ids));
  }
}
