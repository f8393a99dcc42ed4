package dev.drawbridge.simulator.identity;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.iam.Policy;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;

/**
 * The few operations of IAM that tools need to make a role: no users, groups or managed policies.
 */
public final class IamService {
  private final Roles roles;
  private BiFunction<String, String, Optional<Policy>> policies =
      (account, role) -> Optional.empty();

  /** No roles yet. */
  public IamService(Scheduler scheduler) {
    this.roles = new Roles(scheduler);
  }

  /**
   * From now on that is what confines the roles.
   *
   * @param judged by account and name: the policy of a role; empty for one that may do everything
   */
  public void confinedBy(BiFunction<String, String, Optional<Policy>> judged) {
    policies = judged;
  }

  /** What STS asks of the role of an ARN; empty where there is none. */
  public Optional<Trust> trust(String roleArn) {
    return roles
        .byArn(roleArn)
        .map(role -> new Trust(role.id(), role.sessionSeconds(), role.trust()));
  }

  /** Whether a role of that ARN is there and lets a service assume it. */
  public boolean trusts(String roleArn, String service) {
    return trust(roleArn).filter(trust -> trust.admits(service)).isPresent();
  }

  /**
   * Makes a role that a service may assume, as whoever deploys does; one that is there stays.
   *
   * @param name with its path, if it has one
   * @param service its principal, for example {@code states.amazonaws.com}
   */
  public void create(Caller owner, String name, String service) {
    int last = name.lastIndexOf('/') + 1;
    if (!roles.has(owner, name.substring(last))) {
      new CreateRole(roles)
          .handle(
              CreateRoleRequest.builder()
                  .path("/" + name.substring(0, last))
                  .roleName(name.substring(last))
                  .assumeRolePolicyDocument(Trust.of(service))
                  .build(),
              owner);
    }
  }

  /** The API. */
  public Service service() {
    return new Service(
        "iam",
        Protocol.QUERY,
        "https://iam.amazonaws.com/doc/2010-05-08/",
        List.of(
            new AttachRolePolicy(roles),
            new CreateRole(roles),
            new DeleteRole(roles),
            new DeleteRolePolicy(roles),
            new DetachRolePolicy(roles),
            new GetRole(roles),
            new GetRolePolicy(roles),
            new ListAttachedRolePolicies(roles),
            new ListInstanceProfilesForRole(roles),
            new ListRolePolicies(roles),
            new ListRoleTags(roles),
            new ListRoles(roles),
            new PutRolePolicy(roles),
            new SimulatePrincipalPolicy(roles, (account, role) -> policies.apply(account, role)),
            new TagRole(roles),
            new UntagRole(roles)));
  }
}
