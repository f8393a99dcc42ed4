package dev.drawbridge.simulator.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.operation.ServiceError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function as callers name it: by name, partial ARN or ARN, each with or without a qualifier.
 *
 * @param account the account that owns the function
 * @param region the region that it runs in
 * @param name its name
 * @param qualifier version or alias; {@code $LATEST} where none was given
 */
record FunctionName(String account, String region, String name, String qualifier) {
  static final String LATEST = "$LATEST";

  private static final Pattern FORMS =
      Pattern.compile(
          "(?:(?:arn:[a-z-]+:lambda:(?<region>[a-z0-9-]+):)?(?<account>\\d{12}):)?(?:function:)?"
              + "(?<name>[A-Za-z0-9_-]{1,140})(?::(?<qualifier>\\$LATEST|[A-Za-z0-9_-]{1,128}))?");

  /** A function that a request names in one place. */
  static FunctionName parse(Caller caller, String text) {
    return parse(caller, text, null);
  }

  /**
   * A function that a request names, whose version or alias it may name apart.
   *
   * @param apart the qualifier; null for none
   * @throws ServiceError InvalidParameterValueException where the name has another qualifier
   */
  static FunctionName parse(Caller caller, String text, @Nullable String apart) {
    Matcher match = FORMS.matcher(text);
    if (!match.matches()) {
      throw ServiceError.client(
          "ValidationException",
          "1 validation error detected: Value '%s' at 'functionName' failed to satisfy constraint"
                  .formatted(text)
              + ": Member must satisfy regular expression pattern: a name or an ARN");
    }
    String within = match.group("qualifier");
    if (within != null && apart != null && !within.equals(apart)) {
      throw ServiceError.client(
          "InvalidParameterValueException",
          "The derived qualifier from the function name does not match the specified qualifier.");
    }
    return new FunctionName(
        or(match.group("account"), caller.account()),
        or(match.group("region"), caller.region()),
        match.group("name"),
        or(within, or(apart, LATEST)));
  }

  /** The function itself. */
  FunctionName unqualified() {
    return new FunctionName(account, region, name, LATEST);
  }

  /** The ARN without qualifier. */
  String arn() {
    return new Caller(account, region, "").arn("lambda", "function:" + name);
  }

  /** The ARN as it was invoked. */
  String invokedArn() {
    return qualifier.equals(LATEST) ? arn() : arn() + ":" + qualifier;
  }

  /** What the alias points to: the one alias leads to version 1, since code has no history here. */
  String version() {
    return qualifier.equals(LATEST) || qualifier.chars().allMatch(Character::isDigit)
        ? qualifier
        : "1";
  }

  private static String or(@Nullable String value, String other) {
    return value == null ? other : value;
  }
}
