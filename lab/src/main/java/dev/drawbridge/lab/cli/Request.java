package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drawbridge request}: one path, or a list of them. */
@Command(
    name = "request",
    description = "Ask for a path, or for each path of a list; the same again is the same path.",
    mixinStandardHelpOptions = true)
final class Request extends ApiCommand {
  @ArgGroup(multiplicity = "1", exclusive = true)
  private What what = new What();

  /** One path, or a file of many. */
  static final class What {
    @ArgGroup(exclusive = false)
    private @Nullable One one;

    @ArgGroup(exclusive = false)
    private @Nullable Many many;
  }

  /** A list of paths. */
  static final class Many {
    @Option(
        names = "--from",
        paramLabel = "FILE.csv",
        required = true,
        description = "A list whose first line names the fields; ten are asked for at a time.")
    private Path from = Path.of("");

    @Option(
        names = "--per-second",
        paramLabel = "N",
        description =
            "How many are asked for in a second at most, 5 by default: each mails people, and SNS suspends an address that gets more than 10 messages in a second.")
    private int perSecond = 5;
  }

  /** One path. */
  static final class One {
    @Option(names = "--database", paramLabel = "ID", required = true, description = "The database.")
    private String database = "";

    @Option(
        names = "--consumer",
        paramLabel = "ACCOUNT",
        required = true,
        description = "The consumer's account.")
    private String consumer = "";

    @Option(
        names = "--set",
        paramLabel = "FIELD=VALUE",
        description = "Any other field of the request, for example consumerVpcId=vpc-...")
    private Map<String, String> fields = Map.of();
  }

  @Override
  int run(ApiConnection api, PrintWriter out) {
    Many many = what.many;
    if (many != null) {
      return new RequestList(api, out, Pace.perSecond(many.perSecond)).run(many.from);
    }
    One one = what.one == null ? new One() : what.one;
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("databaseIdentifier", one.database);
    request.put("consumerAccountId", one.consumer);
    one.fields.forEach((field, value) -> RequestFields.put(request, field, value));
    ApiConnection.Reply reply = api.call("POST", "/onboardings", request, Map.of());
    if (!reply.succeeded()) {
      return refused(reply);
    }
    Status.lines(reply.body()).forEach(out::println);
    out.println("  where it stands: drawbridge status " + reply.body().path("id").asText());
    return 0;
  }
}
