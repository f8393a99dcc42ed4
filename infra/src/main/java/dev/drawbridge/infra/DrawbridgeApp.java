package dev.drawbridge.infra;

import software.amazon.awscdk.App;
import software.amazon.awscdk.services.lambda.Code;

/**
 * The program behind {@code cdk synth}. It looks nothing up: account and region are those of the
 * deployment, the VPC is a parameter of the stack, so that synthesis works without AWS.
 */
public final class DrawbridgeApp {
  /** Path of the jar with every worker, relative to cdk.json. */
  static final String FUNCTIONS_JAR = "target/functions-lambda.jar";

  /** What the stack is called. */
  static final String STACK = "Drawbridge";

  private DrawbridgeApp() {}

  public static void main(String[] arguments) {
    App app = new App();
    new DrawbridgeStack(app, STACK, Code.fromAsset(FUNCTIONS_JAR));
    app.synth();
  }
}
