package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drawbridge review [DATABASE]}. */
@Command(
    name = "review",
    description =
        "The access review: who may reach which database by which endpoint, who said yes and when, and until when. Ends with 1 if an endpoint is open without a yes, or a yes cannot be read; with 2 if it could not look.",
    exitCodeOnExecutionException = Review.COULD_NOT_LOOK,
    mixinStandardHelpOptions = true)
final class Review extends ApiCommand {
  /** What a nightly job must not take for a finding. */
  static final int COULD_NOT_LOOK = 2;

  @Parameters(arity = "0..1", paramLabel = "DATABASE", description = "Only of this database.")
  private @Nullable String database;

  @Option(names = "--csv", description = "Print a file for a spreadsheet instead of a table.")
  private boolean csv;

  @Override
  int run(ApiConnection api, PrintWriter out) {
    List<JsonNode> entries = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    String next = "";
    do {
      ApiConnection.Reply reply = api.call("GET", "/access" + query(next));
      if (!reply.succeeded()) {
        refused(reply);
        return COULD_NOT_LOOK;
      }
      reply.body().path("access").forEach(entries::add);
      reply.body().path("unreadable").forEach(each -> unreadable.add(each.asText()));
      next = reply.body().path("nextToken").asText("");
    } while (!next.isEmpty());
    ReviewTable table = new ReviewTable(entries);
    (csv ? table.csv() : table.lines()).forEach(out::println);
    out.flush();
    unreadable.forEach(this::warn);
    return unreadable.isEmpty() && table.allApproved() ? 0 : 1;
  }

  private String query(String next) {
    List<String> terms = new ArrayList<>();
    if (database != null) {
      terms.add("database=" + encoded(database));
    }
    if (!next.isEmpty()) {
      terms.add("nextToken=" + encoded(next));
    }
    return terms.isEmpty() ? "" : "?" + String.join("&", terms);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
