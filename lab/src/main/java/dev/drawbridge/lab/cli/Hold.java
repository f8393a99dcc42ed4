package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drawbridge hold DATABASE} or {@code --all}. */
@Command(
    name = "hold",
    description =
        "Stop every change of Drawbridge's to a database, or to all; let them go on with --off.",
    mixinStandardHelpOptions = true)
final class Hold extends ApiCommand {
  @ArgGroup(exclusive = true, multiplicity = "1")
  private What what = new What();

  /** One database, or all. */
  static final class What {
    @Parameters(paramLabel = "DATABASE", description = "The database's identifier.")
    private @Nullable String database;

    @Option(names = "--all", description = "The whole installation.")
    private boolean all;

    /** What stands in the path. */
    String id() {
      return all ? "*" : String.valueOf(database);
    }
  }

  @Option(names = "--off", description = "Let changes go on.")
  private boolean off;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
  private String reason = "";

  @Override
  int run(ApiConnection api, PrintWriter out) {
    ObjectNode hold = JsonNodeFactory.instance.objectNode().put("hold", !off).put("reason", reason);
    ApiConnection.Reply reply =
        api.call("PUT", "/databases/" + what.id() + "/hold", hold, Map.of());
    if (!reply.succeeded()) {
      return refused(reply);
    }
    out.println(off ? ended(reply.body()) : "every change stops; looking and telling go on");
    return 0;
  }

  private String ended(JsonNode answer) {
    if (what.all) {
      return "changes go on, but not to a database with a hold of its own";
    }
    String hold = answer.path("hold").asText("");
    return hold.isEmpty()
        ? "changes go on"
        : "%s has no hold of its own now, but %s; changes go on after hold --all --off"
            .formatted(what.id(), hold);
  }
}
