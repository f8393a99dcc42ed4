package dev.drawbridge.offboarding;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.aws.ec2.SecurityGroups;
import dev.drawbridge.aws.privatelink.EndpointServices;
import dev.drawbridge.aws.states.Runs;
import dev.drawbridge.aws.states.WaitingRuns;
import dev.drawbridge.consent.OnboardingId;
import dev.drawbridge.error.NotReady;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.exposure.BuildTurn;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.plan.Names;
import dev.drawbridge.plan.ServiceChoice;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.Worker;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes the claim, so that no run of onboard-consumer accepts or admits anything any more, and
 * stops the one that works. From here on the path can only end.
 */
public final class BeginOffboarding extends Worker<BeginOffboarding.Input, Leaving> {
  /** Input of BeginOffboarding. */
  public record Input(OnboardingKey key, boolean teardown, String executionArn) {}

  private final Holds holds;
  private final Claims claims;
  private final BuildTurn turn;
  private final Onboardings onboardings;
  private final Exposures exposures;
  private final LiveApprovals live;
  private final Runs onboardingRuns;
  private final WaitingRuns runs;
  private final EndpointServices services;
  private final SecurityGroups groups;
  private final InstantSource clock;

  public BeginOffboarding() {
    this(Environment.lambda());
  }

  public BeginOffboarding(Environment environment) {
    super(Input.class);
    this.holds = Stores.holds(environment);
    this.claims = Stores.claims(environment);
    this.turn = new BuildTurn(environment);
    this.onboardings = Stores.onboardings(environment);
    this.exposures = Stores.exposures(environment);
    this.live = Stores.liveApprovals(environment);
    this.onboardingRuns = Stores.onboardingRuns(environment);
    this.runs = new WaitingRuns(environment.clients());
    this.services = new EndpointServices(environment.clients());
    this.groups = new SecurityGroups(environment.clients());
    this.clock = environment.clock();
  }

  @Override
  public Leaving handle(Input input) {
    holds.require(input.key().databaseArn());
    OnboardingKey key = input.key();
    Optional<String> asked =
        onboardings
            .find(OnboardingId.of(key))
            .map(Onboarding::executionName)
            .map(onboardingRuns::arn);
    Claim mine = take(input, asked);
    String run = String.valueOf(mine.leavingArn());
    if (!run.equals(input.executionArn())) {
      return new Leaving("ALREADY_LEAVING", run, List.of(), List.of(), List.of(), false);
    }
    stop(mine.executionArn(), run);
    // Asked for, and not begun: it would take the claim of a path that has ended.
    asked.filter(arn -> !arn.equals(mine.executionArn())).ifPresent(arn -> stop(arn, run));
    turn.free(key.databaseArn());
    return leaving(mine, run);
  }

  /** By tags and by our own record: who takes tags away keeps nothing open by that. */
  private Leaving leaving(Claim mine, String run) {
    String arn = mine.key().databaseArn();
    Optional<Exposure.Path> path = exposures.find(arn).map(Exposure::path);
    Set<String> recorded = new TreeSet<>();
    path.map(Exposure.Path::serviceId).ifPresent(recorded::add);
    Optional.ofNullable(mine.accepted()).map(Claim.Accepted::serviceId).ifPresent(recorded::add);
    live.eachOfDatabase(arn).values().forEach(yes -> recorded.add(yes.subject().serviceId()));
    List<ServiceChoice.Candidate> all = services.all();
    SecurityGroups.ByName named = groups.byName(Names.securityGroup(arn), arn);
    List<String> untagged = new ArrayList<>(ServiceChoice.untagged(all, arn, recorded));
    path.map(Exposure.Path::securityGroupId)
        .filter(named.others()::contains)
        .ifPresent(untagged::add);
    return new Leaving(
        "LEAVING", run, ServiceChoice.own(all, arn, recorded), named.tagged(), untagged, false);
  }

  /** The claim as it stands now: in our hands, or in those of another run that ends the path. */
  private Claim take(Input input, Optional<String> asked) {
    String run = input.executionArn();
    Claim held = claims.find(input.key()).orElse(null);
    if (held == null) {
      Claim first = Claim.leavingUnclaimed(input.key(), asked.orElse(run), run, clock.instant());
      if (claims.putFirst(first).isPresent()) {
        throw new TransientFailure("the path %s was claimed meanwhile".formatted(input.key()));
      }
      return first;
    }
    String other = held.leavingArn();
    if (run.equals(other)) {
      return held;
    }
    if (held.ending() && other != null && runs.runs(other, held.since(), clock.instant())) {
      if (input.teardown()) {
        // It may not take anything down, and we have an order to.
        throw new NotReady("%s is leaving, by %s".formatted(input.key(), other));
      }
      return held;
    }
    // A run that was asked for since has no part in this path either: redriven, it finds that out.
    Claim mine = held.leaving(asked.orElse(held.executionArn()), run, clock.instant());
    if (!mine.executionArn().equals(held.executionArn())) {
      stop(held.executionArn(), run); // nobody knows of it once the claim is written
    }
    claims.replace(held, mine);
    return mine;
  }

  private void stop(String onboardingRun, String leavingRun) {
    if (!onboardingRun.equals(leavingRun)) {
      runs.stop(onboardingRun, "the consumer leaves: " + leavingRun);
    }
  }
}
