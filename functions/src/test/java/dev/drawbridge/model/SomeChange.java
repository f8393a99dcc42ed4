package dev.drawbridge.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of settings that says only what a test says. */
public final class SomeChange {
  private final SettingsChange listeners;
  private @Nullable Boolean manageDatabaseSecurityGroup;
  private @Nullable Boolean acceptHostBlockRisk;
  private @Nullable Boolean acceptKeepsAwake;
  private @Nullable List<String> subnetIds;
  private @Nullable Integer quorum;
  private @Nullable Boolean instancePorts;
  private @Nullable Integer firstInstancePort;
  private @Nullable Integer lastInstancePort;
  private @Nullable Switching switching;
  private @Nullable String privateDnsName;

  private SomeChange(SettingsChange listeners) {
    this.listeners = listeners;
  }

  /** Of everything but listeners. */
  public static SomeChange that() {
    return new SomeChange(SettingsChange.NONE);
  }

  /** Of listeners, and what else is said. */
  public static SomeChange ofListeners(int reader, int writer, Enforcement enforcement) {
    return new SomeChange(SettingsChange.ofListeners(reader, writer, enforcement));
  }

  public SomeChange manages(boolean databaseSecurityGroup) {
    this.manageDatabaseSecurityGroup = databaseSecurityGroup;
    return this;
  }

  public SomeChange acceptsHostBlockRisk(boolean accepts) {
    this.acceptHostBlockRisk = accepts;
    return this;
  }

  public SomeChange acceptsKeepsAwake(boolean accepts) {
    this.acceptKeepsAwake = accepts;
    return this;
  }

  public SomeChange subnets(String... ids) {
    this.subnetIds = List.of(ids);
    return this;
  }

  public SomeChange quorum(@Nullable Integer people) {
    this.quorum = people;
    return this;
  }

  public SomeChange instances(
      @Nullable Boolean ports, @Nullable Integer first, @Nullable Integer last) {
    this.instancePorts = ports;
    this.firstInstancePort = first;
    this.lastInstancePort = last;
    return this;
  }

  public SomeChange switching(@Nullable Switching mode) {
    this.switching = mode;
    return this;
  }

  public SomeChange name(String name) {
    this.privateDnsName = name;
    return this;
  }

  public SettingsChange said() {
    return new SettingsChange(
        listeners.readerPort(),
        listeners.writerPort(),
        listeners.enforcement(),
        manageDatabaseSecurityGroup,
        acceptHostBlockRisk,
        acceptKeepsAwake,
        subnetIds,
        quorum,
        instancePorts,
        firstInstancePort,
        lastInstancePort,
        switching,
        null,
        privateDnsName);
  }
}
