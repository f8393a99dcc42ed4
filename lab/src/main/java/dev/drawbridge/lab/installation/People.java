package dev.drawbridge.lab.installation;

import dev.drawbridge.simulator.call.AccessKey;
import dev.drawbridge.simulator.call.AccessKeys;
import dev.drawbridge.simulator.call.Principal;

/** The people of an installation, by IAM Identity Center, and the roles that its lists name. */
public final class People {
  /** Whoever owns databases. */
  public static final String OPERATORS = "AWSReservedSSO_DatabaseOwners_0123456789abcdef";

  /** Whoever is asked. */
  public static final String APPROVERS = "AWSReservedSSO_DatabaseApprovers_fedcba9876543210";

  private final AccessKeys keys;
  private final String account;

  /**
   * People of an account.
   *
   * @param account the provider's
   */
  public People(AccessKeys keys, String account) {
    this.keys = keys;
    this.account = account;
  }

  /** A database's owner. */
  public AccessKey operator(String name) {
    return keys.issue(Principal.session(account, OPERATORS, name));
  }

  /** An approver. */
  public AccessKey approver(String name) {
    return keys.issue(Principal.session(account, APPROVERS, name));
  }
}
