package dev.drawbridge.simulator.apigateway;

import dev.drawbridge.simulator.call.Principal;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the API's resource policy admits: by {@code aws:PrincipalOrgID}, or by account. Policies of
 * the callers themselves are not modelled: every role may invoke.
 *
 * @param organizationId admits every account of that organisation
 * @param accounts admits these
 */
public record ResourcePolicy(Optional<String> organizationId, Set<String> accounts) {

  /** Keeps a copy. */
  public ResourcePolicy {
    accounts = Set.copyOf(accounts);
  }

  /** Whether a caller may invoke. */
  boolean admits(Principal caller, Optional<String> callersOrganization) {
    boolean colleague = organizationId.isPresent() && organizationId.equals(callersOrganization);
    return colleague || accounts.contains(caller.account());
  }
}
