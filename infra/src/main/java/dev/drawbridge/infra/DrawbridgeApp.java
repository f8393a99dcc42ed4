package dev.drawbridge.infra;

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
    App app = new App();
    Installation.in(app, Code.fromAsset(FUNCTIONS_JAR));
    app.synth();
  }
}
