package dev.drawbridge.refresh;

import dev.drawbridge.model.NamedInstance;
import dev.drawbridge.model.Target;
import dev.drawbridge.runtime.NameResolver;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the instances are that a database is not made of. Their names are looked up when somebody
 * is suspected, each once, and only in the database's VPC: the block of another one may be the
 * same, and an address there says nothing about one here.
 */
final class OtherInstances {
  private final List<NamedInstance> instances;
  private final NameResolver resolver;
  private final Map<String, List<String>> addresses = new HashMap<>();

  /**
   * Has looked nobody up.
   *
   * @param instances all of the account and region
   */
  OtherInstances(List<NamedInstance> instances, NameResolver resolver) {
    this.instances = List.copyOf(instances);
    this.resolver = resolver;
  }

  /**
   * Those of {@code suspects} whose address the name of another instance leads to.
   *
   * @param own resource ids of the database's own instances; where RDS has none of them, nobody
   *     knows the VPC, and all count
   */
  List<Target> among(Collection<Target> suspects, Set<String> own) {
    if (suspects.isEmpty()) {
      return List.of();
    }
    Set<String> vpcs =
        instances.stream()
            .filter(each -> own.contains(each.resourceId()))
            .map(NamedInstance::vpcId)
            .collect(Collectors.toSet());
    Set<String> others =
        instances.stream()
            .filter(each -> !own.contains(each.resourceId()))
            .filter(each -> vpcs.isEmpty() || vpcs.contains(each.vpcId()))
            .flatMap(
                each -> addresses.computeIfAbsent(each.endpoint(), resolver::addresses).stream())
            .collect(Collectors.toSet());
    return suspects.stream().filter(target -> others.contains(target.address())).toList();
  }
}
