package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.consent.OnboardingId;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code GET /onboardings} and {@code GET /onboardings/{id}}: where they stand. */
public final class ReadOnboardings extends ApiWorker {
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern STATUS =
      Pattern.compile(
          "REQUESTED|BUILDING|WAITING_FOR_CONSUMER|WAITING_FOR_APPROVAL|VERIFYING|ONBOARDED"
              + "|ACCEPTED_UNVERIFIED|DENIED|EXPIRED|FAILED|BROKEN_OFF|LEAVING|OFFBOARDED");
  private static final int PAGE = 20;

  /**
   * Onboardings that are read together in search of the caller's own; far less than DynamoDB's 1
   * MB.
   */
  private static final int BLOCK = 100;

  private final Settings settings;
  private final Onboardings onboardings;
  private final Standings standings;

  public ReadOnboardings() {
    this(Environment.lambda());
  }

  public ReadOnboardings(Environment environment) {
    this.settings = environment.settings();
    this.onboardings = Stores.onboardings(environment);
    this.standings = new Standings(environment);
  }

  @Override
  ProxyAnswer answer(ApiCall call) {
    Access access = Access.of(settings, call.account());
    return call.event().resource().endsWith("{id}") ? one(call, access) : page(call, access);
  }

  private ProxyAnswer one(ApiCall call, Access access) {
    String id = call.path("id", OnboardingId.FORM);
    Onboarding found =
        onboardings
            .find(id)
            .filter(onboarding -> access.maySee(call.caller(), onboarding))
            .orElseThrow(() -> Refusal.notFound("onboarding", id));
    return ProxyAnswer.json(200, access.shown(call.caller(), standings.whole(found)));
  }

  private record Page(List<OnboardingView> onboardings, @Nullable String nextToken) {}

  /** A page may hold fewer than fit, even none: what was not asked for is left out. */
  private ProxyAnswer page(ApiCall call, Access access) {
    Optional<String> database =
        call.query("database", DatabaseArn.IDENTIFIER, "expected the identifier of a database");
    Optional<String> consumer = call.query("consumer", ACCOUNT, "expected twelve digits");
    Optional<String> status = call.query("status", STATUS, "expected one of " + STATUS.pattern());
    String after =
        call.query("nextToken", OnboardingId.FORM, "expected the token of the page before")
            .orElse("");
    List<Onboarding> page = visible(call.caller(), access, after);
    List<OnboardingView> views =
        page.stream()
            .filter(each -> database.map(each.key().databaseName()::equalsIgnoreCase).orElse(true))
            .filter(each -> consumer.map(each.key().consumerAccountId()::equals).orElse(true))
            .map(standings::view)
            .filter(view -> status.map(view.status()::equals).orElse(true))
            .map(view -> access.shown(call.caller(), view))
            .toList();
    return ProxyAnswer.json(200, new Page(views, page.size() < PAGE ? null : page.getLast().id()));
  }

  /**
   * The next that the caller may see, however many others lie between: a token of a page names the
   * last onboarding on it, and an id says who has asked for what.
   */
  private List<Onboarding> visible(Caller caller, Access access, String after) {
    if (access.isStaff(caller)) {
      return onboardings.page(after, PAGE);
    }
    List<Onboarding> found = new ArrayList<>();
    String last = after;
    List<Onboarding> block;
    do {
      block = onboardings.page(last, BLOCK);
      block.stream().filter(each -> access.maySee(caller, each)).forEach(found::add);
      last = block.isEmpty() ? last : block.getLast().id();
    } while (block.size() == BLOCK && found.size() < PAGE);
    return found.size() > PAGE ? found.subList(0, PAGE) : found;
  }
}
