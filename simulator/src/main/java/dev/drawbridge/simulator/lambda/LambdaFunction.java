package dev.drawbridge.simulator.lambda;

import java.io.InputStream;
import java.io.OutputStream;

/** A function's code, as Lambda's Java runtime calls it. */
public interface LambdaFunction {

  /**
   * Serves one invocation.
   *
   * @throws FunctionError whose text becomes the function error
   * @throws Exception becomes the function error: its class name and message
   */
  void handle(InputStream in, OutputStream out, Invocation context) throws Exception;

  /** Lambda takes the execution environment away. */
  default void close() {}
}
