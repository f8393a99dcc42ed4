package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.aws.states.WaitingRuns;
import dev.drawbridge.consent.OnboardingId;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.plan.OffboardingInput;
import dev.drawbridge.plan.RandomHex;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.OrderedRuns;
import dev.drawbridge.runtime.Stores;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** {@code DELETE /onboardings/{id}}: takes a consumer's path away. */
public final class EndOnboarding extends ApiWorker {
  private static final Pattern FLAG = Pattern.compile("true|false");
  private static final String ASK_AGAIN_SECONDS = "30";

  private final NamedOnboarding named;
  private final Claims claims;
  private final Holds holds;
  private final WaitingRuns waiting;
  private final OrderedRuns runs;
  private final Standings standings;
  private final RandomGenerator random;

  public EndOnboarding() {
    this(Environment.lambda());
  }

  public EndOnboarding(Environment environment) {
    super(environment);
    this.named = new NamedOnboarding(environment);
    this.claims = Stores.claims(environment);
    this.holds = Stores.holds(environment);
    this.waiting = new WaitingRuns(environment.clients());
    this.runs = OrderedRuns.offboarding(environment);
    this.standings = new Standings(environment);
    this.random = environment.random();
  }

  @Override
  ProxyAnswer answer(ApiCall call) {
    String id = call.path("id", OnboardingId.FORM);
    boolean teardown =
        call.query("teardown", FLAG, "expected true or false").map("true"::equals).orElse(false);
    Access access = access(call);
    Onboarding found = named.find(id, call.caller(), access, access::mayRemove);
    if (teardown) {
      access.requireOperator(call.caller());
    }
    if (access.isOperator(call.caller())) {
      holds.requireOrSayWhy(found.key().databaseArn());
    } else {
      holds.require(found.key().databaseArn());
    }
    Optional<Claim> claim = claims.find(found.key());
    if (teardown || !(isEnding(claim) || hasLeft(claim, found))) {
      runs.start(
          "api-" + id + "-" + RandomHex.of(random),
          AuditEntry.about(AuditRecord.Kind.END_ORDERED, found.key())
              .by(call.caller().identity())
              .saying(teardown ? "with what was built" : ""),
          OffboardingInput.of(found.key(), teardown));
    }
    return ProxyAnswer.json(202, access.shown(call.caller(), standings.leaving(found)))
        .with("Location", "/onboardings/" + id)
        .with("Retry-After", ASK_AGAIN_SECONDS);
  }

  /** Of this very request: a later one may be about to claim the path. */
  private static boolean hasLeft(Optional<Claim> claim, Onboarding found) {
    return claim
        .filter(held -> held.state() == ClaimState.OFFBOARDED && held.failure() == null)
        .filter(held -> found.isRun(held.executionArn()))
        .isPresent();
  }

  private boolean isEnding(Optional<Claim> ofPath) {
    return ofPath
        .filter(claim -> claim.ending() && waiting.runs(String.valueOf(claim.leavingArn())))
        .isPresent();
  }
}
