package dev.drawbridge.simulator.stepfunctions;

import dev.drawbridge.engine.definition.Definitions;
import dev.drawbridge.engine.integration.AwsIntegrations;
import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The state machines of all accounts, with their versions. */
public final class StateMachines {
  private final Scheduler scheduler;
  private final Map<String, StateMachine> machines = new TreeMap<>();
  private MachineRoles roles = new MachineRoles(role -> true);

  StateMachines(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** From now on a machine's role must be there and trust Step Functions. */
  public void judgeRoles(Predicate<String> assumable) {
    roles = new MachineRoles(assumable);
  }

  /**
   * Creates a state machine; the same call again answers with the one that is there.
   *
   * @throws ServiceError {@code InvalidDefinition}, {@code UnsupportedDefinition}, {@code
   *     InvalidName}, {@code StateMachineAlreadyExists}; {@code ValidationException} for a
   *     definition above 1 MiB
   */
  public StateMachine create(
      Caller caller, String name, String definition, String roleArn, Map<String, String> tags) {
    String arn = caller.arn("states", "stateMachine:" + Names.check(name));
    StateMachine existing = machines.get(arn);
    StateMachine.Revision revision = revision(definition, roleArn);
    if (existing != null) {
      if (existing.latest().definition().equals(definition)
          && existing.latest().roleArn().equals(roleArn)) {
        return existing;
      }
      throw ServiceError.client(
          "StateMachineAlreadyExists", "State Machine Already Exists: '%s'".formatted(arn));
    }
    roles.check(roleArn);
    return put(
        new StateMachine(
            arn, name, scheduler.now(), Map.copyOf(tags), revision, new TreeMap<>(), 1));
  }

  /** Changes definition or role; what is null stays. */
  public StateMachine update(String arn, @Nullable String definition, @Nullable String roleArn) {
    StateMachine machine = get(arn);
    StateMachine.Revision latest = machine.latest();
    StateMachine.Revision revision =
        revision(
            definition == null ? latest.definition() : definition,
            roleArn == null ? latest.roleArn() : roleArn);
    if (roleArn != null) {
      roles.check(roleArn);
    }
    return put(machine.with(revision));
  }

  /** Publishes the latest revision; if it is published already, answers with that version. */
  public StateMachine.Version publish(String arn, @Nullable String description) {
    StateMachine machine = get(arn);
    Map.Entry<Integer, StateMachine.Version> last = machine.versions().lastEntry();
    if (last != null && last.getValue().revision().id().equals(machine.latest().id())) {
      return last.getValue();
    }
    StateMachine.Version version =
        new StateMachine.Version(
            machine.nextVersion(), description, machine.latest(), scheduler.now());
    put(machine.published(version));
    return version;
  }

  /** The state machine of an unqualified ARN. */
  public StateMachine get(String arn) {
    StateMachine machine = machines.get(arn);
    if (machine == null) {
      throw Errors.noStateMachine(arn);
    }
    return machine;
  }

  /** Whether there is a state machine of that unqualified ARN. */
  public boolean has(String arn) {
    return machines.containsKey(arn);
  }

  /** The version of a version's ARN. */
  public StateMachine.Version version(String versionArn) {
    return findVersion(versionArn).orElseThrow(() -> Errors.noStateMachine(versionArn));
  }

  /** Whether there is a version of that ARN. */
  public boolean hasVersion(String versionArn) {
    return findVersion(versionArn).isPresent();
  }

  private Optional<StateMachine.Version> findVersion(String versionArn) {
    int colon = versionArn.lastIndexOf(':');
    String number = versionArn.substring(colon + 1);
    return number.matches("\\d{1,9}") && has(versionArn.substring(0, colon))
        ? Optional.ofNullable(
            get(versionArn.substring(0, colon)).versions().get(Integer.parseInt(number)))
        : Optional.empty();
  }

  /** All of one account and region, by name. */
  public List<StateMachine> of(Caller caller) {
    String prefix = caller.arn("states", "stateMachine:");
    return machines.values().stream().filter(machine -> machine.arn().startsWith(prefix)).toList();
  }

  /** Deletes a state machine; running executions go on. */
  public void delete(String arn) {
    machines.remove(arn);
  }

  /** Deletes a version; one that is not there is deleted already. */
  public void deleteVersion(String versionArn) {
    int colon = versionArn.lastIndexOf(':');
    findVersion(versionArn)
        .ifPresent(version -> put(get(versionArn.substring(0, colon)).without(version.number())));
  }

  /**
   * The state machine whose tags are asked for.
   *
   * @throws ServiceError ResourceNotFound, which the other operations call StateMachineDoesNotExist
   */
  public StateMachine tagged(String arn) {
    if (!has(arn)) {
      throw Errors.notFound(arn);
    }
    return get(arn);
  }

  /** Replaces all tags. */
  public void tag(String arn, Map<String, String> tags) {
    put(get(arn).tagged(tags));
  }

  private StateMachine put(StateMachine machine) {
    machines.put(machine.arn(), machine);
    return machine;
  }

  private StateMachine.Revision revision(String definition, String roleArn) {
    RequestLimits.definition(definition);
    byte[] id = new byte[16];
    scheduler.random().nextBytes(id);
    return new StateMachine.Revision(
        HexFormat.of().formatHex(id),
        definition,
        Errors.answered(() -> Definitions.read(definition, AwsIntegrations.catalogue())),
        roleArn,
        scheduler.now());
  }
}
