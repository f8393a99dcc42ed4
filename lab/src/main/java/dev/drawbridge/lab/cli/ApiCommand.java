package dev.drawbridge.lab.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The base of the commands that call the API. */
abstract class ApiCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ApiConnection api;

  /** Does it; tells what came of it on standard output. */
  abstract int run(ApiConnection api, PrintWriter out);

  @Override
  public final Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      return run(api, out);
    } finally {
      out.flush();
    }
  }

  /** Says what the API would not do, and returns the exit code. */
  final int refused(ApiConnection.Reply reply) {
    warn(reply.problem());
    return 1;
  }

  /** Says on standard error what is wrong. */
  final void warn(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("drawbridge: " + text);
    err.flush();
  }
}
