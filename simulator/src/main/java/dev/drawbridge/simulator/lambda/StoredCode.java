package dev.drawbridge.simulator.lambda;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * Code that was uploaded as an archive: it is kept, shown, and not run.
 *
 * @param runtime as the request named it, for example {@code python3.13}
 */
record StoredCode(String runtime) implements LambdaFunction {

  @Override
  public void handle(InputStream in, OutputStream out, Invocation context)
      throws RuntimeNotSimulated {
    throw new RuntimeNotSimulated(
        "The function %s was uploaded for the runtime %s: this simulator keeps its code and does not"
                .formatted(context.functionName(), runtime)
            + " run it.");
  }

  /** The error type that an invocation of such a function ends with. */
  static final class RuntimeNotSimulated extends Exception {
    private static final long serialVersionUID = 1L;

    RuntimeNotSimulated(String message) {
      super(message);
    }
  }
}
