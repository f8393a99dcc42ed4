package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Onboardings;
import dev.drawbridge.aws.dynamodb.UnreadableItem;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.function.BiPredicate;

/** Finds the onboarding that a call names, for whoever may know that there is one. */
final class NamedOnboarding {
  private final Onboardings onboardings;

  NamedOnboarding(Environment environment) {
    this.onboardings = Stores.onboardings(environment);
  }

  /**
   * The onboarding with that id, if the caller may do to it what it is looked up for.
   *
   * @throws Refusal not found, also where it cannot be read and nothing of it says that it is the
   *     caller's: another answer would tell a stranger that somebody has asked for it
   * @throws UnreadableItem for staff, and for the account that it is of
   */
  Onboarding find(String id, Caller caller, Access access, BiPredicate<Caller, Onboarding> may) {
    try {
      return onboardings
          .find(id)
          .filter(each -> may.test(caller, each))
          .orElseThrow(() -> Refusal.notFound("onboarding", id));
    } catch (UnreadableItem bad) {
      if (access.isStaff(caller) || bad.isOf(caller.account())) {
        throw bad;
      }
      throw Refusal.notFound("onboarding", id).over(String.valueOf(bad.getMessage()));
    }
  }
}
