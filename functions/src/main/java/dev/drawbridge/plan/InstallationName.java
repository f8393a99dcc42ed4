package dev.drawbridge.plan;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one installation calls itself: the beginning of every name and the first part of every tag
 * that it gives. Several installations of one account and region are apart by nothing else.
 */
public final class InstallationName {
  /** The variable of a function that holds it: one process works for one installation. */
  public static final String VARIABLE = "DRAWBRIDGE_INSTALLATION";

  /** Unless somebody chose another. */
  public static final String DEFAULT = "drawbridge";

  /**
   * Short enough to leave room in the names of load balancers, and none of those beginnings that
   * AWS keeps for itself in names of parameters, tags and load balancers.
   */
  public static final String FORM = "(?!aws|ssm|internal)(?=.{2,14}$)[a-z](-?[a-z0-9])+";

  private InstallationName() {}

  /** The name of the process's installation. */
  static String ofProcess() {
    return of(System.getenv(VARIABLE));
  }

  /**
   * The name that a variable holds.
   *
   * @throws IllegalStateException if nothing of that name could be made
   */
  static String of(@Nullable String variable) {
    String name = Optional.ofNullable(variable).filter(given -> !given.isEmpty()).orElse(DEFAULT);
    if (!Pattern.matches(FORM, name)) {
      throw new IllegalStateException(
          "environment variable %s is \"%s\", which no name may begin with: %s"
              .formatted(VARIABLE, name, FORM));
    }
    return name;
  }

  /** The namespace of an installation's metrics, which know no other dimension for it. */
  public static String metricsNamespace(String installation) {
    return installation.equals(DEFAULT) ? "Drawbridge" : "Drawbridge/" + installation;
  }
}
