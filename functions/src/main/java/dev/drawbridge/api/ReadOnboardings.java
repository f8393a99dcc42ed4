package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.aws.dynamodb.PageRead;
import dev.drawbridge.aws.dynamodb.UnreadableItem;
import dev.drawbridge.consent.OnboardingId;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
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

  private final Onboardings onboardings;
  private final NamedOnboarding named;
  private final Standings standings;
  private final InstantSource clock;

  public ReadOnboardings() {
    this(Environment.lambda());
  }

  public ReadOnboardings(Environment environment) {
    super(environment);
    this.onboardings = Stores.onboardings(environment);
    this.named = new NamedOnboarding(environment);
    this.standings = new Standings(environment);
    this.clock = environment.clock();
  }

  @Override
  ProxyAnswer answer(ApiCall call) {
    Access access = access(call);
    return call.event().resource().endsWith("{id}") ? one(call, access) : page(call, access);
  }

  private ProxyAnswer one(ApiCall call, Access access) {
    String id = call.path("id", OnboardingId.FORM);
    Onboarding found = named.find(id, call.caller(), access, access::maySee);
    Standings.Whole whole = standings.whole(found);
    return ProxyAnswer.json(200, access.shown(call.caller(), whole.view()))
        .lacking(whole.unreadable(), clock.instant());
  }

  /**
   * A page of the onboardings.
   *
   * @param unreadable what is kept of further ones but says nothing: each a line for people
   */
  private record Page(
      List<OnboardingView> onboardings, List<String> unreadable, @Nullable String nextToken) {}

  /** What of them the caller may see, and what there is that nobody can read. */
  private record Visible(List<Onboarding> found, List<String> faults, @Nullable String next) {}

  /** A page may hold fewer than fit, even none: what was not asked for is left out. */
  private ProxyAnswer page(ApiCall call, Access access) {
    Optional<String> database =
        call.query("database", DatabaseArn.IDENTIFIER, "expected the identifier of a database");
    Optional<String> consumer = call.query("consumer", ACCOUNT, "expected twelve digits");
    Optional<String> status = call.query("status", STATUS, "expected one of " + STATUS.pattern());
    String after =
        call.query("nextToken", OnboardingId.FORM, "expected the token of the page before")
            .orElse("");
    Visible page = visible(call.caller(), access, after);
    List<String> faults = new ArrayList<>(page.faults());
    List<String> unreadable = new ArrayList<>(access.isStaff(call.caller()) ? faults : List.of());
    List<Onboarding> wanted =
        page.found().stream()
            .filter(each -> database.map(each.key().databaseName()::equalsIgnoreCase).orElse(true))
            .filter(each -> consumer.map(each.key().consumerAccountId()::equals).orElse(true))
            .toList();
    List<OnboardingView> views = new ArrayList<>();
    for (Onboarding each : wanted) {
      try {
        views.add(standings.view(each));
      } catch (UnreadableItem bad) {
        String fault = "onboarding %s: %s".formatted(each.id(), bad.getMessage());
        faults.add(fault);
        unreadable.add(access.isStaff(call.caller()) ? fault : outside(each));
      }
    }
    List<OnboardingView> shown =
        views.stream()
            .filter(view -> status.map(view.status()::equals).orElse(true))
            .map(view -> access.shown(call.caller(), view))
            .toList();
    return ProxyAnswer.json(200, new Page(shown, unreadable, page.next()))
        .lacking(faults, clock.instant());
  }

  /** What an item of the installation's says is for those who run it. */
  private static String outside(Onboarding each) {
    return "onboarding %s: how it stands cannot be read; ask the installation's operators"
        .formatted(each.id());
  }

  /**
   * The next that the caller may see, however many others lie between: a token of a page names the
   * last onboarding on it, and an id says who has asked for what.
   */
  private Visible visible(Caller caller, Access access, String after) {
    if (access.isStaff(caller)) {
      PageRead<Onboarding> page = onboardings.page(after, PAGE);
      return new Visible(page.items().values(), page.items().faults(), page.next());
    }
    List<Onboarding> found = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    String last = after;
    while (last != null && found.size() < PAGE) {
      PageRead<Onboarding> block = onboardings.page(last, BLOCK);
      block.items().values().stream()
          .filter(each -> access.maySee(caller, each))
          .forEach(found::add);
      faults.addAll(block.items().faults());
      last = block.next();
    }
    List<Onboarding> page = found.subList(0, Math.min(found.size(), PAGE));
    return new Visible(page, faults, page.size() < PAGE ? null : page.getLast().id());
  }
}
