package dev.drawbridge.simulator.identity;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.operation.Service;
import dev.drawbridge.simulator.operation.Service.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * The few operations of IAM that tools need to make a role: no users, groups or managed policies.
 */
public final class IamService {
  private final Roles roles;

  /** No roles yet. */
  public IamService(Scheduler scheduler) {
    this.roles = new Roles(scheduler);
  }

  /** What STS asks of the role of an ARN; empty where there is none. */
  public Optional<Trust> trust(String roleArn) {
    return roles
        .byArn(roleArn)
        .map(role -> new Trust(role.id(), role.sessionSeconds(), role.trust()));
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
            new TagRole(roles),
            new UntagRole(roles)));
  }
}
