package dev.drawbridge.consent;

import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.aws.dynamodb.OwnersOrders;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for what a run works on. A run that somebody started by hand, whatever its name or
 * input says, has an unknown requester: only the API's own record names people.
 */
public final class Requesters {
  private static final Pattern NAME = Pattern.compile("api-([0-9a-f]{32})-[0-9a-f]{16}");

  private final Onboardings onboardings;
  private final OwnersOrders orders;

  public Requesters(Environment environment) {
    this.onboardings = Stores.onboardings(environment);
    this.orders = Stores.ownersOrders(environment);
  }

  /**
   * What is known.
   *
   * @param identities never empty
   * @param accountProven whether a call signed in the consumer's account asked for it
   * @param claimedEndpoints endpoints that the consumer has claimed by a signed call
   */
  public record Known(
      List<Identity> identities, boolean accountProven, List<String> claimedEndpoints) {
    private static final Known NOTHING = new Known(List.of(Identity.UNKNOWN), false, List.of());

    /** Keeps copies. */
    public Known {
      identities = List.copyOf(identities);
      claimedEndpoints = List.copyOf(claimedEndpoints);
    }
  }

  /**
   * Who has asked through the API for the same, of whichever run: a request joins one that somebody
   * started by hand, too, whose name says nothing of it.
   *
   * @param requestDigest of what the run was started with
   */
  public List<Identity> ofTheSame(OnboardingKey key, @Nullable String requestDigest) {
    return onboardings
        .find(OnboardingId.of(key))
        .filter(onboarding -> onboarding.requestDigest().equals(requestDigest))
        .map(Onboarding::requesters)
        .orElse(List.of());
  }

  /** The name of a run of the API. */
  public static String executionName(String onboardingId, String random) {
    return "api-" + onboardingId + "-" + random;
  }

  /**
   * Who ordered the change that an owner's run makes.
   *
   * @param requestDigest of what the run was started with, as above
   */
  public Known ofChange(String executionArn, @Nullable String requestDigest) {
    return Optional.ofNullable(requestDigest)
        .flatMap(digest -> orders.find(name(executionArn), digest))
        .map(owner -> new Known(List.of(owner), false, List.of()))
        .orElse(Known.NOTHING);
  }

  /**
   * Who asked.
   *
   * @param requestDigest of what the run was started with: another request under a stolen name is
   *     nobody's; null for a run of a release that did not pass it on
   */
  public Known of(String executionArn, @Nullable String requestDigest) {
    String name = name(executionArn);
    Matcher form = NAME.matcher(name);
    Optional<Onboarding> found =
        form.matches() ? onboardings.find(form.group(1)) : Optional.empty();
    return found
        .filter(onboarding -> onboarding.executionName().equals(name))
        .filter(onboarding -> onboarding.requestDigest().equals(requestDigest))
        .map(
            onboarding ->
                new Known(
                    onboarding.requesters(),
                    onboarding.accountProven(),
                    onboarding.claimedEndpoints()))
        .orElse(Known.NOTHING);
  }

  private static String name(String executionArn) {
    return executionArn.substring(executionArn.lastIndexOf(':') + 1);
  }
}
