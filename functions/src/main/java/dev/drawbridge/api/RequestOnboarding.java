package dev.drawbridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.aws.dynamodb.IdempotencyKeys;
import dev.drawbridge.aws.dynamodb.Records;
import dev.drawbridge.consent.OnboardingId;
import dev.drawbridge.consent.Requesters;
import dev.drawbridge.exposure.KnownSettings;
import dev.drawbridge.exposure.StatedSettings;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.model.AuditRecord;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.onboarding.Provider;
import dev.drawbridge.onboarding.Requests;
import dev.drawbridge.onboarding.ValidatedRequest;
import dev.drawbridge.plan.AuditEntry;
import dev.drawbridge.plan.Digest;
import dev.drawbridge.plan.RandomHex;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code POST /onboardings}: asks for a path. The same again is the same onboarding. */
public final class RequestOnboarding extends ApiWorker {
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
  private static final Duration KEY_VALID = Duration.ofDays(1);
  private static final String ASK_AGAIN_SECONDS = "30";

  private final IdempotencyKeys keys;
  private final Requests requests;
  private final KnownSettings known;
  private final RequestLog log;
  private final Allowance allowance;
  private final Records records;
  private final Provider provider;
  private final Standings standings;
  private final InstantSource clock;
  private final RandomGenerator random;

  public RequestOnboarding() {
    this(Environment.lambda());
  }

  public RequestOnboarding(Environment environment) {
    super(environment);
    this.keys = Stores.idempotencyKeys(environment);
    this.requests = new Requests(environment);
    this.known = new KnownSettings(environment);
    this.log = new RequestLog(environment);
    this.allowance = new Allowance(environment);
    this.records = Stores.records(environment);
    this.provider =
        Provider.ofExecution(environment.settings().required(Settings.ONBOARDING_STATE_MACHINE));
    this.standings = new Standings(environment);
    this.clock = environment.clock();
    this.random = environment.random();
  }

  @Override
  ProxyAnswer answer(ApiCall call) {
    JsonNode body = call.json();
    Access access = access(call);
    // Before the database is looked for: whoever may not ask does not learn whether there is one.
    String stated = body.path("consumerAccountId").asText();
    if (ACCOUNT.matcher(stated).matches()) {
      access.requireMayRequest(call.caller(), stated);
    }
    ValidatedRequest request = requests.read(body, provider);
    access.requireMayRequest(call.caller(), request.key().consumerAccountId());
    requireFit(request, access.isOperator(call.caller()));
    Optional<String> key =
        call.header("Idempotency-Key", KEY, "send 1 to 255 printable characters without spaces")
            .map(text -> keyOf(call.caller(), text));
    Onboarding wanted = wanted(call, request, body.toString(), key.orElse(null));
    Optional<String> unbound = key.filter(digest -> !isBound(digest, wanted));
    Onboarding recorded =
        log.put(
            wanted,
            call.caller(),
            access,
            () -> unbound.ifPresent(digest -> bind(digest, wanted, call.caller(), access)),
            order -> record(call, order));
    OnboardingView view =
        access.maySee(call.caller(), recorded)
            ? access.shown(call.caller(), standings.view(recorded))
            : standings.anothers(wanted);
    return ProxyAnswer.json(202, view)
        .with("Location", "/onboardings/" + recorded.id())
        .with("Retry-After", ASK_AGAIN_SECONDS);
  }

  /** Under the instant of the attempt: the same again is the same deed. */
  private void record(ApiCall call, Onboarding recorded) {
    records.add(
        AuditEntry.about(AuditRecord.Kind.REQUESTED, recorded.key())
            .by(call.caller().identity())
            .run(log.run(recorded))
            .saying(recorded.request())
            .at(recorded.requestedAt()));
  }

  /** At once, though its run asks again: whoever asks is there to read the answer. */
  private void requireFit(ValidatedRequest request, boolean operator) {
    KnownSettings.Known exposure = known.of(request.key().databaseArn());
    StatedSettings.check(
        request.key().databaseName(),
        request.request().settings(),
        request.request().consumerCidrs(),
        exposure.settings());
    if (operator) {
      exposure.requireNoHoldOrSayWhy();
    }
    exposure.requireNoHold();
  }

  /** Of one caller: nobody takes a key that another program will use. */
  private static String keyOf(Caller caller, String text) {
    return Digest.of("idempotency", caller.account(), caller.identity().canonical(), text);
  }

  private boolean isBound(String key, Onboarding wanted) {
    Optional<String> bound = keys.find(key);
    bound.ifPresent(digest -> requireSame(digest, wanted));
    return bound.isPresent();
  }

  /** Only with what is recorded: a request that is refused leaves no item, and its key free. */
  private void bind(String key, Onboarding wanted, Caller caller, Access access) {
    if (!access.isProvider(caller)) {
      allowance.takeKey(caller.account(), key);
    }
    keys.bind(key, digest(wanted), clock.instant().plus(KEY_VALID))
        .ifPresent(digest -> requireSame(digest, wanted));
  }

  private static String digest(Onboarding wanted) {
    return Digest.of(wanted.id(), wanted.requestDigest());
  }

  private static void requireSame(String bound, Onboarding wanted) {
    if (!bound.equals(digest(wanted))) {
      throw new Refusal(
          Problem.Kind.KEY_REUSED,
          "Idempotency-Key: it came with another request before; take a new one for each request");
    }
  }

  private Onboarding wanted(
      ApiCall call, ValidatedRequest request, String json, @Nullable String key) {
    String id = OnboardingId.of(request.key());
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new Onboarding(
        id,
        1,
        request.key(),
        1,
        Requesters.executionName(id, RandomHex.of(random)),
        request.requestDigest(),
        json,
        List.of(call.caller().identity()),
        call.caller().account().equals(request.key().consumerAccountId()),
        now,
        key,
        List.of(call.caller().identity()),
        List.of());
  }
}
