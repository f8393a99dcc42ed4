package dev.drawbridge.lab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A person's answer to a question, as whoever signs the call. The whole question is shown first and
 * the person asked; the answer repeats the question's digest, so that it is about nothing else.
 */
abstract class Answer extends ApiCommand {
  @Parameters(paramLabel = "ID", description = "The question's id, as the message shows it.")
  private String id;

  @Option(names = "--comment", paramLabel = "TEXT", description = "Why, for the record.")
  private String comment = "";

  @ArgGroup(exclusive = true)
  private How how = new How();

  /** What is done without asking. */
  static final class How {
    @Option(names = "--show", description = "Only show the question; answer nothing.")
    private boolean show;

    @Option(names = "--yes", description = "Answer without asking whether it is meant.")
    private boolean yes;
  }

  abstract boolean approves();

  @Override
  int run(ApiConnection api, PrintWriter out) {
    ApiConnection.Reply question = api.call("GET", "/approvals/" + id);
    if (!question.succeeded()) {
      return refused(question);
    }
    new Question(question.body()).lines().forEach(out::println);
    out.flush();
    if (how.show) {
      return 0;
    }
    if (!how.yes && !Confirmation.given(out, verb() + " this?")) {
      out.println("nothing was answered");
      return 1;
    }
    return answer(api, out, question.body().path("digest").asText());
  }

  private int answer(ApiConnection api, PrintWriter out, String digest) {
    ObjectNode decision =
        JsonNodeFactory.instance
            .objectNode()
            .put("decision", verb())
            .put("digest", digest)
            .put("comment", comment);
    ApiConnection.Reply reply =
        api.call("POST", "/approvals/" + id + "/decisions", decision, Map.of());
    if (!reply.succeeded()) {
      return refused(reply);
    }
    JsonNode approval = reply.body().path("approval");
    out.println(approves() ? "your yes is recorded" : "your no is recorded");
    if (approval.path("status").asText().equals("PENDING")) {
      out.printf("%d more must say yes%n", approval.path("lacks").asInt());
    } else if (!reply.body().path("delivered").asBoolean()) {
      out.println("the run has not heard of it yet; it will, at its next look");
    }
    return 0;
  }

  private String verb() {
    return approves() ? "approve" : "deny";
  }
}
