package dev.drawbridge.lab.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drawbridge offboard ID}. */
@Command(
    name = "offboard",
    description = "Take a consumer's path away.",
    mixinStandardHelpOptions = true)
final class Offboard extends ApiCommand {
  @Parameters(paramLabel = "ID", description = "The onboarding's id.")
  private String id;

  @Option(
      names = "--teardown",
      description = "Take down what was built, too, if nobody else is left. Operators only.")
  private boolean teardown;

  @Override
  int run(ApiConnection api, PrintWriter out) {
    ApiConnection.Reply reply =
        api.call("DELETE", "/onboardings/" + id + (teardown ? "?teardown=true" : ""));
    if (!reply.succeeded()) {
      return refused(reply);
    }
    out.println(ordered(reply.body().path("status").asText().equals("OFFBOARDED")));
    out.printf("watch it with: drawbridge status %s%n", id);
    return 0;
  }

  private String ordered(boolean left) {
    return "the end of %s is ordered%s%s"
        .formatted(
            id,
            teardown ? ", and of what was built if nobody else is left" : "",
            left ? "; its consumer had left before" : "");
  }
}
