package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.dynamodb.LiveApprovals;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.aws.states.Runs;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.List;

/** Looks up how onboardings stand. */
final class Standings {
  private final Claims claims;
  private final Waits waits;
  private final Runs runs;
  private final LiveApprovals live;

  Standings(Environment environment) {
    this.claims = Stores.claims(environment);
    this.waits = Stores.waits(environment);
    this.runs = Stores.onboardingRuns(environment);
    this.live = Stores.liveApprovals(environment);
  }

  /**
   * What somebody who asks for what is another's is told.
   *
   * @param wanted what that somebody asks for, and nothing of what the other one has
   */
  OnboardingView anothers(Onboarding wanted) {
    return Standing.anothers().view(wanted, null);
  }

  /** Of a path whose end was ordered: the run that ends it may not have begun. */
  OnboardingView leaving(Onboarding onboarding) {
    Standing now = standing(onboarding);
    return (now.status().equals("OFFBOARDED") ? now : Standing.leaving()).view(onboarding, null);
  }

  /** An onboarding with every endpoint that was approved, as far as its yes can be read. */
  record Whole(OnboardingView view, List<String> unreadable) {}

  /** The same with every endpoint that was approved. Calls: 1 more to the table. */
  Whole whole(Onboarding onboarding) {
    ItemsRead<LiveApproval> yeses = live.of(onboarding.key());
    return new Whole(
        standing(onboarding)
            .view(onboarding, yeses.values().stream().map(OnboardingView.Approved::of).toList()),
        yeses.faults());
  }

  OnboardingView view(Onboarding onboarding) {
    return standing(onboarding).view(onboarding, null);
  }

  private Standing standing(Onboarding onboarding) {
    return Standing.of(
        onboarding,
        claims.find(onboarding.key()),
        waits.find(onboarding.key()),
        () -> runs.state(onboarding.executionName()));
  }
}
