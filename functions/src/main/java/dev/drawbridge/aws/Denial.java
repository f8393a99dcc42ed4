package dev.drawbridge.aws;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A call that IAM refuses. It ends the run at once: a role that lacks a permission, or a policy of
 * the organisation that denies it, stays so for as long as anybody would wait, and only a person
 * can mend it.
 */
final class Denial {
  private static final Set<String> CODES =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "UnauthorizedOperation",
          "UnauthorizedAccess",
          "AuthorizationError",
          "AuthorizationErrorException",
          "NotAuthorized",
          "NotAuthorizedException",
          "KMSAccessDenied",
          "KMSAccessDeniedException");

  /** The sentence of all services ("Troubleshoot access denied error messages", IAM User Guide). */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?:User: (?<who>\\S+) )?is not authorized to perform: (?<action>[\\w-]+:\\w+)"
              + "(?: on resource: (?<resource>\\S+))?(?<why>.*)",
          Pattern.DOTALL);

  private static final Pattern ROLE = Pattern.compile(":assumed-role/([^/]+)/");

  private Denial() {}

  static boolean is(AwsServiceException failure) {
    return CODES.contains(ErrorTable.code(failure));
  }

  /** Who may not do what to what, why, and what to do about it. */
  static String sentence(AwsServiceException failure) {
    String said = readable(failure);
    Matcher match = SENTENCE.matcher(said);
    String what = match.find() ? what(match) : "AWS refuses a call: " + said;
    return what
        + "; let the role do it, or lift the policy that denies it, then start again (%s)"
            .formatted(ErrorTable.code(failure));
  }

  private static String what(Matcher match) {
    String who = match.group("who");
    String resource = match.group("resource");
    return "%s may not do %s%s%s"
        .formatted(
            who == null ? "the function's role" : role(who),
            match.group("action"),
            resource == null ? "" : " on " + resource,
            match.group("why").stripTrailing());
  }

  private static String role(String who) {
    Matcher role = ROLE.matcher(who);
    return role.find() ? "role " + role.group(1) : who;
  }

  /** EC2 adds what only sts:DecodeAuthorizationMessage can read. */
  private static String readable(AwsServiceException failure) {
    String said = String.valueOf(failure.awsErrorDetails().errorMessage());
    int encoded = said.indexOf("Encoded authorization failure message");
    String plain = encoded < 0 ? said : said.substring(0, encoded);
    return plain.strip().replaceFirst("\\.$", "");
  }
}
