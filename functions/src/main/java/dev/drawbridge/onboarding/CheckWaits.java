package dev.drawbridge.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.aws.dynamodb.Approvals;
import dev.drawbridge.aws.dynamodb.Inspections;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.aws.privatelink.Connections;
import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.consent.ClaimedEndpoints;
import dev.drawbridge.consent.RecordEvents;
import dev.drawbridge.consent.Wakeups;
import dev.drawbridge.model.Connection;
import dev.drawbridge.model.Decision;
import dev.drawbridge.model.EndpointClaims;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.model.Metrics;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.model.Wait;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at every run that waits, and wakes those whose wait is over.
 *
 * <p>A notice of AWS starts it, and so does a schedule: notices are hints that can be lost, late or
 * doubled, so their content is ignored and the truth is listed. The same look finds a decision that
 * was recorded but never delivered. It also sends the events of what was put on record. The
 * schedule has AWS verify the names of services besides, whoever waits: a record may be put into
 * DNS long after all have been let in, or come back.
 */
public final class CheckWaits extends Worker<JsonNode, WaitsChecked> {
  private static final int VERIFYING_EVERY_MINUTES = 15;

  private final Waits waits;
  private final Approvals approvals;
  private final Connections connections;
  private final EndpointServices services;
  private final Inspections inspections;
  private final ClaimedEndpoints claimed;
  private final Wakeups wakeups;
  private final RecordEvents events;
  private final InstantSource clock;

  public CheckWaits() {
    this(Environment.lambda());
  }

  public CheckWaits(Environment environment) {
    super(JsonNode.class);
    this.waits = Stores.waits(environment);
    this.approvals = Stores.approvals(environment);
    this.connections = new Connections(environment.clients());
    this.services = new EndpointServices(environment.clients());
    this.inspections = Stores.inspections(environment);
    this.claimed = new ClaimedEndpoints(environment);
    this.wakeups = new Wakeups(environment);
    this.events = new RecordEvents(environment);
    this.clock = environment.clock();
  }

  @Override
  public WaitsChecked handle(JsonNode hint) {
    ItemsRead<Wait> all = waits.all();
    List<Wait> waiting = all.values();
    List<String> failed = new ArrayList<>(all.faults());
    failed.addAll(sendEvents());
    Set<String> awaited = waiting.stream().map(Wait::serviceId).collect(Collectors.toSet());
    List<Connection> there = connections.of(awaited);
    Map<OnboardingKey, EndpointClaims> known = new HashMap<>();
    int woken = 0;
    for (Wait wait : waiting) {
      try {
        Optional<?> answer = answer(wait, there, known);
        if (answer.isPresent() && wakeups.wake(wait, answer.get())) {
          woken++;
        }
      } catch (RuntimeException failure) {
        // The others are woken all the same: one bad item must not keep every consumer waiting.
        failed.add("wait of %s: %s".formatted(wait.key(), translated(failure).getMessage()));
      }
    }
    List<String> unverified = verifyNames(hint, awaited);
    return new WaitsChecked(waiting.size(), woken, failed, unverified, clock.instant());
  }

  @Override
  protected Optional<String> remark(WaitsChecked output) {
    List<String> said =
        Stream.of(output.failed(), output.unverified()).flatMap(List::stream).toList();
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", said));
  }

  /** Its own figure, and so its own alarm: an item that nobody can read hides no failed sweep. */
  @Override
  protected Optional<Metrics> metrics(WaitsChecked output) {
    return Optional.of(
        new Metrics(
            output.at(),
            List.of(),
            List.of(
                new Metrics.Metric("Waits", "Count", output.waiting()),
                new Metrics.Metric("FailedWaits", "Count", output.failed().size()))));
  }

  /** People who wait do not wait longer because EventBridge is away. */
  private List<String> sendEvents() {
    try {
      return events.send();
    } catch (RuntimeException failure) {
      return List.of("events of records: " + translated(failure).getMessage());
    }
  }

  /**
   * Last, for nobody waits for it: the record may be put into DNS long after the name was given. By
   * the schedule and seldom, so that AWS is not told to look anew while it looks. What comes of it
   * is no failed wait: a name that stays unverified is a finding.
   */
  private List<String> verifyNames(JsonNode hint, Set<String> awaited) {
    long minute = clock.instant().getEpochSecond() / 60;
    if (hint.has("Records") || minute % VERIFYING_EVERY_MINUTES != 0) {
      return List.of();
    }
    List<String> unverified = new ArrayList<>();
    try {
      Set<String> all = new TreeSet<>(awaited);
      inspections.all().values().stream()
          .map(InspectionRecord::serviceId)
          .filter(Objects::nonNull)
          .forEach(all::add);
      NamesInTurn.of(services.withUnverifiedName(all), minute / VERIFYING_EVERY_MINUTES)
          .forEach(id -> verifyName(id).ifPresent(unverified::add));
    } catch (RuntimeException failure) {
      unverified.add("names of endpoint services: " + translated(failure).getMessage());
    }
    return unverified;
  }

  /**
   * One that AWS does not look at keeps no other from being verified. UNCONFIRMED what AWS refuses:
   * it publishes no errors of StartVpcEndpointServicePrivateDnsVerification.
   */
  private Optional<String> verifyName(String serviceId) {
    try {
      services.verifyName(serviceId);
      return Optional.empty();
    } catch (RuntimeException failure) {
      return Optional.of(
          "name of endpoint service %s: %s".formatted(serviceId, translated(failure).getMessage()));
    }
  }

  private Optional<?> answer(
      Wait wait, List<Connection> all, Map<OnboardingKey, EndpointClaims> known) {
    List<Connection> ofService =
        all.stream().filter(found -> found.serviceId().equals(wait.serviceId())).toList();
    Wait.Question question = wait.question();
    return question == null
        ? EndpointChoice.choose(
            ofService,
            wait.key(),
            // Once a database and account, however many of its principals wait.
            () -> known.computeIfAbsent(wait.key().ofAccount(), claimed::of),
            wait.acceptedEndpointId())
        : decision(question, ofService);
  }

  private Optional<Decision> decision(Wait.Question question, List<Connection> ofService) {
    return EndpointFate.gone(ofService, question.endpointId())
        .map(fate -> Decision.endpointGone(question.approvalId(), clock.instant(), fate))
        .or(() -> approvals.find(question.approvalId()).flatMap(Decision::of));
  }
}
