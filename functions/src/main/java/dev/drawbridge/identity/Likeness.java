package dev.drawbridge.identity;

/** Whether two identities are one person. */
public enum Likeness {
  /** One person. */
  SAME,
  /** Two people. */
  DIFFERENT,
  /** Nobody vouches for either. */
  INCOMPARABLE;

  /**
   * Compares within a namespace by subject, across namespaces by verified e-mail.
   *
   * <p>Two roles of IAM in one account count as two: whoever may use both has been given two voices
   * by IAM. Accounts are namespaces of their own.
   */
  public static Likeness of(Identity one, Identity other) {
    if (!one.known() || !other.known()) {
      return INCOMPARABLE;
    }
    if (one.canonical().equals(other.canonical()) || sameMailbox(one, other)) {
      return SAME;
    }
    if (root(one) || root(other)) {
      return INCOMPARABLE; // an account's root can act as any role of it
    }
    boolean oneNamespace = one.kind() == other.kind() && one.issuer().equals(other.issuer());
    boolean bothMailboxes = one.email() != null && other.email() != null;
    return oneNamespace || bothMailboxes ? DIFFERENT : INCOMPARABLE;
  }

  /**
   * A user of IAM who is named like a mailbox is taken for its owner, never for another; so is
   * whoever has an address that people cannot tell from it.
   */
  private static boolean sameMailbox(Identity one, Identity other) {
    String mailbox = mailbox(one);
    String another = mailbox(other);
    return !mailbox.isEmpty()
        && !another.isEmpty()
        && EmailAddress.read(mailbox).equals(EmailAddress.read(another));
  }

  private static String mailbox(Identity identity) {
    String email = identity.email();
    if (email != null) {
      return email;
    }
    return identity.userOfProvider()
        ? EmailAddress.folded(identity.subject().replaceFirst("^.*:user/", "")).orElse("")
        : "";
  }

  private static boolean root(Identity identity) {
    return identity.kind() == Identity.Kind.IAM && identity.subject().endsWith(":root");
  }
}
