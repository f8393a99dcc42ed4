package dev.drawbridge.consent;

import dev.drawbridge.error.Conflict;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.identity.Members;
import dev.drawbridge.model.Approval;
import dev.drawbridge.plan.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who is asked: the installation's approvers, narrowed by a tag on the database. */
public final class ApproverLists {
  /** Names roles and groups as the installation does; whoever answers is in both lists. */
  static final String TAG = Names.PREFIX + ":approvers";

  /** What RDS lets a tag's value be ("Tagging Amazon RDS resources"): a comma is not among it. */
  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*");

  private ApproverLists() {}

  /**
   * The lists.
   *
   * @param installation the installation's list, as text
   * @param tags of the database
   * @param account the provider's account
   * @throws Conflict naming the list that names nobody, or a tag that is ours but for its case: AWS
   *     tells the two apart, and whoever wrote it meant to narrow the list
   */
  static List<Members> of(Optional<String> installation, Map<String, String> tags, String account) {
    tags.keySet().stream()
        .filter(key -> key.strip().equalsIgnoreCase(TAG) && !key.equals(TAG))
        .sorted()
        .findFirst()
        .ifPresent(
            key -> {
              throw new Conflict(
                  "the database's tag '%s' is not %s, for tags are case-sensitive; give it that name, or remove it"
                      .formatted(key, TAG));
            });
    Members all =
        parse("the installation's setting of approvers", installation.orElse(""), account);
    return Optional.ofNullable(tags.get(TAG))
        .map(text -> List.of(all, parse("the database's tag " + TAG, allowed(text), account)))
        .orElse(List.of(all));
  }

  /**
   * Whether a question is put to somebody: by the installation's list as it is now, and by the
   * lists that it was asked with.
   *
   * @param installation the installation's list, as text
   * @param account the provider's
   */
  public static boolean name(
      Optional<String> installation, Approval asked, Caller caller, String account) {
    return Members.parse(installation.orElse(""), account).admit(caller) && asked.asks(caller);
  }

  private static String allowed(String text) {
    if (!ALLOWED.matcher(text).matches()) {
      throw new Conflict(
          "the database's tag %s: '%s' is refused, since RDS allows only letters, digits, spaces and _.:/=+-@ in it; separate the names by spaces"
              .formatted(TAG, text));
    }
    return text;
  }

  private static Members parse(String what, String text, String account) {
    try {
      Members members = Members.parse(text, account);
      if (members.names().isEmpty()) {
        throw new Conflict(what + " names nobody, so nobody could say yes; name a role or a group");
      }
      return members;
    } catch (IllegalArgumentException unreadable) {
      throw new Conflict("%s: %s".formatted(what, unreadable.getMessage()));
    }
  }
}
