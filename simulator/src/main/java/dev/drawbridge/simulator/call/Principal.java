package dev.drawbridge.simulator.call;

/**
 * Who holds an access key, as IAM and STS name them.
 *
 * @param account twelve digits
 * @param arn as STS GetCallerIdentity shows it: of a user, of a role's session, of the account's
 *     root
 * @param userId the unique id, for a session {@code AROA...:SESSION}
 */
public record Principal(String account, String arn, String userId) {
  private static final String ROLE_ID = "AROA";
  private static final String USER_ID = "AIDA";
  private static final int ID_DIGITS = 17;

  /** A session of a role. STS leaves the role's path out of the ARN. */
  public static Principal session(String account, String role, String session) {
    return new Principal(
        account,
        "arn:aws:sts::%s:assumed-role/%s/%s".formatted(account, role, session),
        uniqueId(ROLE_ID, account + role) + ":" + session);
  }

  /** A user of IAM. */
  public static Principal user(String account, String name) {
    return new Principal(
        account,
        "arn:aws:iam::%s:user/%s".formatted(account, name),
        uniqueId(USER_ID, account + name));
  }

  /** Somebody for whom a user called GetFederationToken, under a name of that user's choice. */
  public static Principal federatedUser(String account, String name) {
    return new Principal(
        account,
        "arn:aws:sts::%s:federated-user/%s".formatted(account, name),
        account + ":" + name);
  }

  /** The account itself. */
  public static Principal root(String account) {
    return new Principal(account, "arn:aws:iam::%s:root".formatted(account), account);
  }

  private static String uniqueId(String prefix, String of) {
    return prefix + ScratchText.upper(of, ID_DIGITS);
  }
}
