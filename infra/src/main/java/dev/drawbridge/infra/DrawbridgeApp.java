package dev.drawbridge.infra;

import java.io.PrintStream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.services.lambda.Code;

/**
 * The program behind {@code cdk synth}. It looks nothing up: account and region are those of the
 * deployment, so that synthesis works without AWS.
 */
public final class DrawbridgeApp {
  /** Path of the jar with every worker, relative to cdk.json. */
  static final String FUNCTIONS_JAR = "target/functions-lambda.jar";

  private DrawbridgeApp() {}

  public static void main(String[] arguments) {
    if (!synthesize(new App(), System.err)) {
      System.exit(1);
    }
  }

  /**
   * Writes the templates, or says in one line which setting is wrong.
   *
   * @return whether it wrote them
   */
  static boolean synthesize(App app, PrintStream complaints) {
    try {
      Installation.in(app, Code.fromAsset(FUNCTIONS_JAR));
    } catch (IllegalArgumentException e) {
      complaints.println("drawbridge: " + e.getMessage());
      return false;
    }
    app.synth();
    return true;
  }
}
