package dev.drawbridge.refresh;

import dev.drawbridge.model.NamedInstance;
import dev.drawbridge.model.Target;
import dev.drawbridge.runtime.NameResolver;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the instances are that a database is not made of. Their names are looked up when somebody
 * is suspected, each once, and only in the VPC of the groups: the block of another one may be the
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
   * Those of {@code suspects} whose address the name of another instance leads to; nobody while it
   * is not known which instances are the database's own.
   *
   * @param vpcId of the groups that they stand in: the database may have left it. Null if nobody
   *     knows; then its own, and where RDS lists none of its instances those of all count
   */
  List<Target> among(Collection<Target> suspects, OwnInstances own, @Nullable String vpcId) {
    if (suspects.isEmpty() || !own.complete()) {
      return List.of();
    }
    Set<String> vpcs = vpcId == null ? vpcsOf(own) : Set.of(vpcId);
    Set<String> others =
        instances.stream()
            .filter(each -> !own.has(each))
            .filter(each -> vpcs.isEmpty() || vpcs.contains(each.vpcId()))
            .flatMap(
                each -> addresses.computeIfAbsent(each.endpoint(), resolver::addresses).stream())
            .collect(Collectors.toSet());
    return suspects.stream().filter(target -> others.contains(target.address())).toList();
  }

  /** A replica may stand in another VPC: it says which is the database's if nobody else does. */
  private Set<String> vpcsOf(OwnInstances own) {
    Set<String> sure = vpcs(own::bears);
    return sure.isEmpty() ? vpcs(own::has) : sure;
  }

  private Set<String> vpcs(Predicate<NamedInstance> which) {
    return instances.stream().filter(which).map(NamedInstance::vpcId).collect(Collectors.toSet());
  }
}
