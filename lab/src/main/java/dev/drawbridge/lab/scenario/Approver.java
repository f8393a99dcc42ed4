package dev.drawbridge.lab.scenario;

import dev.drawbridge.lab.api.ApiCaller;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.call.Caller;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A person who reads the people's topic and answers the questions there, by signed calls. */
public final class Approver {
  private static final Pattern QUESTION = Pattern.compile("/approvals/([0-9a-f]{32})");
  private static final String INBOX = "approver-inbox";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Caller ACCOUNT = Scenario.PROVIDER;

  private final Simulator world;
  private final ApiCaller api;

  /** A person of the given name, subscribed from now on. */
  public Approver(Scenario scenario, String name) {
    this.world = scenario.world();
    this.api = scenario.caller(scenario.people().approver(name));
    String inbox = ACCOUNT.arn("sqs", INBOX);
    world
        .queues()
        .create(ACCOUNT, INBOX, "sns.amazonaws.com", scenario.installation().peopleTopic());
    scenario
        .installation()
        .clientsOf("operator")
        .sns()
        .subscribe(
            r -> r.topicArn(scenario.installation().peopleTopic()).protocol("sqs").endpoint(inbox));
  }

  /** The ids of all questions read so far, oldest first. */
  public List<String> questions() {
    return world.queues().bodies(ACCOUNT.arn("sqs", INBOX)).stream()
        .flatMap(body -> QUESTION.matcher(body).results())
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** All invitations to consumers read so far, oldest first. */
  public List<String> invitations() {
    return world.queues().bodies(ACCOUNT.arn("sqs", INBOX)).stream()
        .filter(body -> body.contains("Availability Zone ids"))
        .toList();
  }

  /** Every message to people so far, oldest first. */
  public List<String> messages() {
    return world.queues().bodies(ACCOUNT.arn("sqs", INBOX));
  }

  /** The messages to people so far that hold these words, oldest first. */
  public List<String> told(String words) {
    return messages().stream().filter(message -> message.contains(words)).toList();
  }

  /** Lets the world go on until question number {@code number}, counted from 1, is there. */
  public String question(int number) {
    if (!world.scheduler().await(() -> questions().size() >= number, PATIENCE)) {
      throw new IllegalStateException(
          "question %d did not come within %s".formatted(number, PATIENCE));
    }
    return questions().get(number - 1);
  }

  /** Reads a question. */
  public ApiCaller.Reply read(String question) {
    return api.call("GET", "/approvals/" + question);
  }

  /** Approves what the question says now. */
  public ApiCaller.Reply approve(String question) {
    return decide(question, "approve");
  }

  /** Denies. */
  public ApiCaller.Reply deny(String question) {
    return decide(question, "deny");
  }

  private ApiCaller.Reply decide(String question, String decision) {
    ApiCaller.Reply read = read(question);
    if (!read.succeeded()) {
      return read;
    }
    return api.call(
        "POST",
        "/approvals/" + question + "/decisions",
        "{\"decision\":\"%s\",\"digest\":\"%s\"}"
            .formatted(decision, read.body().path("digest").asText()));
  }
}
