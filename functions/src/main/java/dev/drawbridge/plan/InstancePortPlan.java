package dev.drawbridge.plan;

import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.InstanceAddress;
import dev.drawbridge.model.InstanceAddresses;
import dev.drawbridge.model.InstancePort;
import dev.drawbridge.model.InstancePortRange;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which instance has which port, and what its group shall hold.
 *
 * <p>A port belongs to an identifier as long as RDS has an instance of it, and for a while longer:
 * one that is away for a moment comes back to its own port, and nobody is led to another instance.
 *
 * @param ports of the instances that are there, and of those that went a moment ago; by port
 * @param wanted by identifier, the target that its group shall hold; an identifier that is not
 *     among them keeps what it has, since nobody knows better
 * @param departed what is to be taken down
 * @param unserved identifiers of instances for which no port is left
 */
public record InstancePortPlan(
    List<InstancePort> ports,
    Map<String, Optional<Target>> wanted,
    List<InstancePort> departed,
    List<String> unserved) {
  /** From the first look that does not find an instance until its port is free. */
  public static final Duration KEPT = Duration.ofMinutes(5);

  /** So long new connections may still reach a target that was taken out (users' reports). */
  public static final Duration CUTTING = Duration.ofMinutes(2);

  /** Keeps copies. */
  public InstancePortPlan {
    ports = List.copyOf(ports);
    wanted = Map.copyOf(wanted);
    departed = List.copyOf(departed);
    unserved = List.copyOf(unserved);
  }

  /** Compares the truth with the record of an exposure. */
  public static InstancePortPlan of(Exposure exposure, InstanceAddresses truth, Instant now) {
    ExposureSettings settings = exposure.settings();
    return of(settings.instanceRange(), settings.portsByRole(), exposure.instances(), truth, now);
  }

  /**
   * Compares the truth with what is on record.
   *
   * @param range null if instances are to have no ports
   * @param taken ports of other listeners of ours
   */
  public static InstancePortPlan of(
      @Nullable InstancePortRange range,
      Collection<Integer> taken,
      List<InstancePort> recorded,
      InstanceAddresses truth,
      Instant now) {
    if (range == null) {
      return new InstancePortPlan(List.of(), Map.of(), recorded, List.of());
    }
    if (truth.members().isEmpty()) {
      // Nothing was seen, which is not the same as nothing being there.
      return new InstancePortPlan(recorded, Map.of(), List.of(), List.of());
    }
    Map<String, Member> members =
        truth.members().stream()
            .collect(Collectors.toMap(Member::identifier, member -> member, (one, same) -> one));
    List<InstancePort> ports = new ArrayList<>();
    List<InstancePort> departed = new ArrayList<>();
    List<InstancePort> homeless = new ArrayList<>();
    for (InstancePort each : recorded) {
      InstancePort seen = seen(each, members.get(each.identifier()), now);
      if (hasLeft(seen, now)) {
        departed.add(seen);
      } else if (range.contains(seen.port()) && !taken.contains(seen.port())) {
        ports.add(seen);
      } else {
        homeless.add(seen);
      }
    }
    List<String> unserved = assign(range, taken, ports, departed, homeless, members);
    ports.sort(Comparator.comparingInt(InstancePort::port));
    return new InstancePortPlan(ports, wanted(ports, truth, now), departed, unserved);
  }

  /** Whether all is as it should be by the record alone. */
  public boolean nothingToDo(List<InstancePort> recorded) {
    return departed.isEmpty()
        && ports.equals(recorded)
        && ports.stream().allMatch(each -> each.built() && fits(each));
  }

  /** Whether the group holds, by the record, what it shall. */
  public boolean fits(InstancePort each) {
    return shall(each).equals(Optional.ofNullable(each.target()));
  }

  /**
   * What makes a group hold what it shall.
   *
   * @param held what it holds, whoever has put it there
   */
  public Change change(InstancePort each, Collection<Target> held) {
    Optional<Target> shall = shall(each);
    boolean known = wanted.containsKey(each.identifier());
    return new Change(
        shall.filter(target -> known && !held.contains(target)).stream().toList(),
        held.stream().filter(target -> !shall.equals(Optional.of(target))).toList());
  }

  /** The one target that may stand there; where nobody knows better, what we have put there. */
  public Optional<Target> shall(InstancePort each) {
    return wanted.getOrDefault(each.identifier(), Optional.ofNullable(each.target()));
  }

  /** What comes into a group, and what leaves it. */
  public record Change(List<Target> register, List<Target> deregister) {
    /** Keeps copies. */
    public Change {
      register = List.copyOf(register);
      deregister = List.copyOf(deregister);
    }

    /** Whether the group is as it should be. */
    public boolean none() {
      return register.isEmpty() && deregister.isEmpty();
    }
  }

  private static InstancePort seen(InstancePort each, @Nullable Member member, Instant now) {
    if (member != null) {
      return each.of(member);
    }
    return each.goneSince() == null ? each.gone(now) : each;
  }

  private static boolean hasLeft(InstancePort each, Instant now) {
    Instant since = each.goneSince();
    return since != null && !now.isBefore(since.plus(KEPT));
  }

  /** Gives the lowest free ports to those that have none. Returns who is left over. */
  private static List<String> assign(
      InstancePortRange range,
      Collection<Integer> taken,
      List<InstancePort> ports,
      List<InstancePort> departed,
      List<InstancePort> homeless,
      Map<String, Member> members) {
    List<Integer> free = new ArrayList<>(range.ports());
    free.removeAll(taken);
    // One that leaves has its listener until it is taken down: its port is free at the next look.
    ports.forEach(each -> free.remove((Object) each.port()));
    departed.forEach(each -> free.remove((Object) each.port()));
    Set<String> known = new HashSet<>();
    ports.forEach(each -> known.add(each.identifier()));
    homeless.forEach(each -> known.add(each.identifier()));
    departed.forEach(each -> known.add(each.identifier()));
    List<String> unserved = new ArrayList<>();
    for (InstancePort each : homeless) {
      if (free.isEmpty()) {
        departed.add(each);
        unserved.add(each.identifier());
      } else {
        ports.add(each.at(free.removeFirst()));
      }
    }
    members.values().stream()
        .filter(member -> !known.contains(member.identifier()))
        .sorted(Comparator.comparing(Member::identifier))
        .forEach(
            member -> {
              if (free.isEmpty()) {
                unserved.add(member.identifier());
              } else {
                ports.add(InstancePort.first(member, free.removeFirst()));
              }
            });
    return unserved;
  }

  private static Map<String, Optional<Target>> wanted(
      List<InstancePort> ports, InstanceAddresses truth, Instant now) {
    Map<String, Target> addresses =
        truth.resolved().stream()
            .collect(
                Collectors.toMap(
                    address -> address.member().identifier(),
                    InstanceAddress::target,
                    (one, same) -> one));
    Set<String> away =
        truth.members().stream()
            .filter(member -> member.serving() == Serving.DOES_NOT_SERVE)
            .map(Member::identifier)
            .collect(Collectors.toSet());
    Map<String, Optional<Target>> wanted = new HashMap<>();
    for (InstancePort each : ports) {
      Target known = addresses.get(each.identifier());
      Target held = each.target();
      if (isCut(each, now)) {
        wanted.put(each.identifier(), Optional.empty());
      } else if (known != null) {
        wanted.put(each.identifier(), Optional.of(known));
      } else if (each.goneSince() != null
          || away.contains(each.identifier())
          || (held != null && addresses.containsValue(held))) {
        // Nobody is there, or another instance has its address by now.
        wanted.put(each.identifier(), Optional.empty());
      }
    }
    return wanted;
  }

  private static boolean isCut(InstancePort each, Instant now) {
    Instant at = each.cutAt();
    return at != null && now.isBefore(at.plus(CUTTING));
  }
}
