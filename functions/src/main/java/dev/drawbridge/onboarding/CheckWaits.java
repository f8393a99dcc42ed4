package dev.drawbridge.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.aws.dynamodb.Approvals;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.consent.Wakeups;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.Decision;
import dev.drawbridge.model.Wait;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at every run that waits, and wakes those whose wait is over.
 *
 * <p>A notice of AWS starts it, and so does a schedule: notices are hints that can be lost, late or
 * doubled, so their content is ignored and the truth is listed. The same look finds a decision that
 * was recorded but never delivered.
 */
public final class CheckWaits extends Worker<JsonNode, WaitsChecked> {
  private final Waits waits;
  private final Approvals approvals;
  private final Connections connections;
  private final Wakeups wakeups;
  private final InstantSource clock;

  public CheckWaits() {
    this(Environment.lambda());
  }

  public CheckWaits(Environment environment) {
    super(JsonNode.class);
    this.waits = Stores.waits(environment);
    this.approvals = Stores.approvals(environment);
    this.connections = new Connections(environment.clients());
    this.wakeups = new Wakeups(environment);
    this.clock = environment.clock();
  }

  @Override
  public WaitsChecked handle(JsonNode hint) {
    ItemsRead<Wait> all = waits.all();
    List<Wait> waiting = all.values();
    List<String> faults = new ArrayList<>(all.faults());
    if (waiting.isEmpty()) {
      return checked(0, 0, faults);
    }
    Set<String> services = waiting.stream().map(Wait::serviceId).collect(Collectors.toSet());
    List<Connection> there = connections.of(services);
    int woken = 0;
    for (Wait wait : waiting) {
      try {
        Optional<?> answer = answer(wait, there);
        if (answer.isPresent() && wakeups.wake(wait, answer.get())) {
          woken++;
        }
      } catch (RuntimeException failure) {
        // An answer that cannot be read, a token that cannot be opened: the others are waiting too.
        faults.add("%s: %s".formatted(wait.key(), translated(failure).getMessage()));
      }
    }
    return checked(waiting.size(), woken, faults);
  }

  /**
   * What came of a look.
   *
   * @throws TransientFailure if something could not be looked at: an alarm counts it
   */
  private static WaitsChecked checked(int waiting, int woken, List<String> faults) {
    if (!faults.isEmpty()) {
      throw new TransientFailure(
          "%d of the waits could not be looked at: %s"
              .formatted(faults.size(), String.join("; ", faults)));
    }
    return new WaitsChecked(waiting, woken);
  }

  private Optional<?> answer(Wait wait, List<Connection> all) {
    List<Connection> ofService =
        all.stream().filter(found -> found.serviceId().equals(wait.serviceId())).toList();
    Wait.Question question = wait.question();
    return question == null
        ? EndpointChoice.choose(
            ofService, wait.key().consumerAccountId(), wait.acceptedEndpointId())
        : decision(question, ofService);
  }

  private Optional<Decision> decision(Wait.Question question, List<Connection> ofService) {
    return EndpointFate.gone(ofService, question.endpointId())
        .map(fate -> Decision.endpointGone(question.approvalId(), clock.instant(), fate))
        .or(() -> approvals.find(question.approvalId()).flatMap(Decision::of));
  }
}
