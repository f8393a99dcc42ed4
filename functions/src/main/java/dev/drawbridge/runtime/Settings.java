package dev.drawbridge.runtime;

import dev.drawbridge.plan.Quotas;
import java.util.Map;
import java.util.Optional;

/** A worker's settings: the environment variables of its Lambda function, by constant name. */
public record Settings(Map<String, String> variables) {
  /** The DynamoDB table of claims, leases, tokens and decisions. */
  public static final String TABLE = "DRAWBRIDGE_TABLE";

  /** The state machine that TriggerRefresh and CheckDrift start. */
  public static final String REFRESH_STATE_MACHINE = "DRAWBRIDGE_REFRESH_STATE_MACHINE_ARN";

  /** The functions that CheckDrift keeps warm and alive: ARNs, separated by commas. */
  public static final String WARM_FUNCTIONS = "DRAWBRIDGE_WARM_FUNCTION_ARNS";

  /** The topic of endpoint connection notices. */
  public static final String CONNECTIONS_TOPIC = "DRAWBRIDGE_CONNECTIONS_TOPIC_ARN";

  /** The topic that people read: questions to approvers, and how runs ended. */
  public static final String PEOPLE_TOPIC = "DRAWBRIDGE_PEOPLE_TOPIC_ARN";

  /** How many addresses of mail the installation has subscribed to that topic. Optional: none. */
  public static final String MAILS = "DRAWBRIDGE_MAILS";

  /** The state machine that the API starts. */
  public static final String ONBOARDING_STATE_MACHINE = "DRAWBRIDGE_ONBOARDING_STATE_MACHINE_ARN";

  /** The state machine that the API and the watch of end dates start. */
  public static final String OFFBOARDING_STATE_MACHINE = "DRAWBRIDGE_OFFBOARDING_STATE_MACHINE_ARN";

  /** Who may be asked: role ARNs, {@code role/NAME} and {@code group:NAME}, by spaces or commas. */
  public static final String APPROVERS = "DRAWBRIDGE_APPROVERS";

  /** Who owns databases and sees everything; written as {@link #APPROVERS}. */
  public static final String OPERATORS = "DRAWBRIDGE_OPERATORS";

  /** How many people have to say yes. Optional: one. */
  public static final String QUORUM = "DRAWBRIDGE_QUORUM";

  /**
   * What a database's exposure has that its owner never spoke of: JSON of an exposure's settings.
   * Optional.
   */
  public static final String EXPOSURE_DEFAULTS = "DRAWBRIDGE_EXPOSURE_DEFAULTS";

  /** What AWS lets the account have of each thing, see {@link Quotas}. */
  public static final String QUOTAS = "DRAWBRIDGE_QUOTAS";

  /** Where people with a browser find the pages, without a last slash; empty: there are none. */
  public static final String PAGES_URL = "DRAWBRIDGE_PAGES_URL";

  /** The issuer of OpenID Connect that people sign in with, exactly as its tokens write it. */
  public static final String ISSUER = "DRAWBRIDGE_OIDC_ISSUER";

  /** What the issuer knows the pages by. */
  public static final String CLIENT_ID = "DRAWBRIDGE_OIDC_CLIENT_ID";

  /** The key that encrypts task tokens. */
  public static final String KEY = "DRAWBRIDGE_KEY_ARN";

  /**
   * How long a switch needs to settle, as an ISO-8601 duration. Optional: users' measurements are
   * the default, see {@link dev.drawbridge.plan.Propagation#DEREGISTRATION}.
   */
  public static final String SETTLING = "DRAWBRIDGE_SETTLING";

  /** Keeps a copy. */
  public Settings {
    variables = Map.copyOf(variables);
  }

  /** The settings of this process. */
  public static Settings ofProcess() {
    return new Settings(System.getenv());
  }

  /**
   * A setting that the worker cannot do without.
   *
   * @throws IllegalStateException when the function was deployed without it
   */
  public String required(String name) {
    return optional(name)
        .orElseThrow(
            () -> new IllegalStateException("environment variable " + name + " is not set"));
  }

  /** A setting, unless it is absent or empty. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  /** How many addresses of mail the installation has subscribed to the people's topic. */
  public int mails() {
    return Integer.parseInt(optional(MAILS).orElse("0"));
  }

  /** What AWS lets the account have; its defaults where the installation says nothing. */
  public Quotas quotas() {
    return Quotas.of(optional(QUOTAS).orElse(""));
  }
}
