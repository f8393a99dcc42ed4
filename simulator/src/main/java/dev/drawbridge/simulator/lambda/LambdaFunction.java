package dev.drawbridge.simulator.lambda;

import java.io.InputStream;
import java.io.OutputStream;

/** A function's code, as Lambda's Java runtime calls it. */
public interface LambdaFunction {

  /**
   * Serves one invocation.
   *
   * @throws Exception becomes the function error: its class name and message
   */
  void handle(InputStream in, OutputStream out, Invocation context) throws Exception;
}
