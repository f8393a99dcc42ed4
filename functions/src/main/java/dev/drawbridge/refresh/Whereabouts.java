package dev.drawbridge.refresh;

import dev.drawbridge.discovery.Resolution;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.NamedInstance;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Subnet;
import dev.drawbridge.model.Target;
import dev.drawbridge.model.TargetGroups;
import dev.drawbridge.model.TargetState;
import dev.drawbridge.runtime.NameResolver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where instances are during one sweep: a database's own, and all others. */
final class Whereabouts {
  private final VpcSubnets subnets;
  private final OtherInstances others;
  private final NameResolver resolver;

  /** By ARN: what was found once holds for the whole sweep. */
  private final Map<String, Resolution> resolved = new HashMap<>();

  /** The VPCs that were asked for their subnets in this sweep. */
  private final Set<String> asked = new HashSet<>();

  /**
   * Has looked nobody up.
   *
   * @param instances all of the account and region
   */
  Whereabouts(VpcSubnets subnets, List<NamedInstance> instances, NameResolver resolver) {
    this.subnets = subnets;
    this.others = new OtherInstances(instances, resolver);
    this.resolver = resolver;
  }

  /** What has been looked up so far, by ARN. */
  Map<String, Resolution> found() {
    return Map.copyOf(resolved);
  }

  /** The addresses of a database's instances, looked up once. */
  Resolution resolved(DatabaseFacts facts) {
    return resolved.computeIfAbsent(facts.arn(), arn -> lookUp(facts));
  }

  /** A subnet never changes: they are asked about anew, once a sweep, where a name does not fit. */
  private Resolution lookUp(DatabaseFacts facts) {
    String vpc = facts.vpcId();
    Resolution now = resolution(facts, subnets.known(vpc).orElseGet(() -> ask(vpc)));
    return now.complete() || asked.contains(vpc) ? now : resolution(facts, ask(vpc));
  }

  private List<Subnet> ask(String vpc) {
    List<Subnet> there = subnets.ask(vpc);
    asked.add(vpc); // not before: whoever could not be told asks again
    return there;
  }

  private Resolution resolution(DatabaseFacts facts, List<Subnet> known) {
    return Resolution.of(facts.topology().members(), known, resolver::addresses);
  }

  /** The name of an instance that does not serve may lead where it was. */
  Set<String> mayBeAt(List<Member> members) {
    return members.stream()
        .filter(member -> member.serving() != Serving.DOES_NOT_SERVE)
        .map(Member::endpoint)
        .filter(name -> !name.isEmpty())
        .flatMap(name -> resolver.addresses(name).stream())
        .collect(Collectors.toSet());
  }

  /** Those of {@code suspects} that are another database's. */
  List<Target> anothers(Collection<Target> suspects, OwnInstances own, TargetGroups where) {
    return others.among(suspects, own, where.vpcId());
  }

  /**
   * The same of what a database's groups hold. Targets of nobody who serves stay as they are,
   * unless somebody else has their address.
   */
  List<Target> anothers(
      DatabaseFacts facts, Resolution now, List<TargetState> held, TargetGroups where) {
    List<Member> members = facts.topology().members();
    // Mostly nobody is left, and no name has to be looked up once more.
    List<Target> nobodys = new ArrayList<>(TargetState.held(held));
    nobodys.removeAll(now.addresses().targets());
    Set<String> own = nobodys.isEmpty() ? Set.of() : mayBeAt(members);
    return anothers(
        nobodys.stream().filter(each -> !own.contains(each.address())).toList(),
        OwnInstances.of(facts.arn(), members),
        where);
  }
}
