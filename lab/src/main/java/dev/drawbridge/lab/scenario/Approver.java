package dev.drawbridge.lab.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drawbridge.consent.Decide;
import dev.drawbridge.lab.installation.Installation;
import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.simulator.lambda.InvocationResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A person who reads the people's topic and answers the questions there. */
public final class Approver {
  private static final Pattern QUESTION = Pattern.compile("drawbridge approve ([0-9a-f]{32})");
  private static final String INBOX = "approver-inbox";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Simulator world;
  private final Installation installation;
  private final Caller account;
  private final String name;

  /** A person of the given name, subscribed from now on. */
  public Approver(Simulator world, Installation installation, Caller account, String name) {
    this.world = world;
    this.installation = installation;
    this.account = account;
    this.name = name;
    String inbox = account.arn("sqs", INBOX);
    world.queues().create(account, INBOX);
    installation
        .clientsOf("operator")
        .sns()
        .subscribe(r -> r.topicArn(installation.peopleTopic()).protocol("sqs").endpoint(inbox));
  }

  /** The ids of all questions read so far, oldest first. */
  public List<String> questions() {
    return world.queues().bodies(account.arn("sqs", INBOX)).stream()
        .flatMap(body -> QUESTION.matcher(body).results())
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** All invitations to consumers read so far, oldest first. */
  public List<String> invitations() {
    return world.queues().bodies(account.arn("sqs", INBOX)).stream()
        .filter(body -> body.contains("Availability Zone ids"))
        .toList();
  }

  /** Every message to people so far, oldest first. */
  public List<String> messages() {
    return world.queues().bodies(account.arn("sqs", INBOX));
  }

  /** Lets the world go on until question number {@code number}, counted from 1, is there. */
  public String question(int number) {
    if (!world.scheduler().await(() -> questions().size() >= number, PATIENCE)) {
      throw new IllegalStateException(
          "question %d did not come within %s".formatted(number, PATIENCE));
    }
    return questions().get(number - 1);
  }

  /** Approves. */
  public InvocationResult approve(String question) {
    return decide(question, true);
  }

  /** Denies. */
  public InvocationResult deny(String question) {
    return decide(question, false);
  }

  private InvocationResult decide(String question, boolean approve) {
    List<InvocationResult> results = new ArrayList<>(1);
    world
        .scheduler()
        .exclusively(
            () ->
                world
                    .lambda()
                    .invoke(
                        account,
                        installation.arn("Decide"),
                        json(new Decide.Input(question, approve, name, "")),
                        results::add));
    world.scheduler().await(() -> !results.isEmpty(), PATIENCE);
    return Optional.of(results)
        .filter(list -> !list.isEmpty())
        .map(List::getFirst)
        .orElseThrow(() -> new IllegalStateException("Decide did not answer"));
  }

  private static String json(Decide.Input input) {
    try {
      return JSON.writeValueAsString(input);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
