package dev.drawbridge.api;

import dev.drawbridge.identity.Caller;
import dev.drawbridge.identity.Likeness;
import dev.drawbridge.identity.Members;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.runtime.Settings;

/**
 * Who may do what through the API. A consumer account asks for itself, sees and removes only its
 * own; databases, approvals and records are for the installation's roles.
 *
 * @param provider the provider's account
 * @param operators who owns databases and sees everything
 * @param approvers who may be asked
 */
record Access(String provider, Members operators, Members approvers) {

  static Access of(Settings settings, String provider) {
    return new Access(
        provider,
        Members.parse(settings.optional(Settings.OPERATORS).orElse(""), provider),
        Members.parse(settings.optional(Settings.APPROVERS).orElse(""), provider));
  }

  /** The consumer for itself; for others whoever IAM of the provider's account lets call. */
  void requireMayRequest(Caller caller, String consumerAccountId) {
    if (!caller.account().equals(provider) && !caller.account().equals(consumerAccountId)) {
      throw Refusal.forbidden(
          "consumerAccountId: %s is refused; a call signed in account %s asks for that account"
                  .formatted(consumerAccountId, caller.account())
              + " only");
    }
  }

  boolean maySee(Caller caller, Onboarding onboarding) {
    return isStaff(caller) || owns(caller, onboarding);
  }

  /** An onboarding as the caller may read it. */
  OnboardingView shown(Caller caller, OnboardingView view) {
    return isStaff(caller) ? view : view.toOutsiders();
  }

  boolean mayRemove(Caller caller, Onboarding onboarding) {
    return operators.admit(caller) || owns(caller, onboarding);
  }

  /** Nobody can claim for another account. */
  boolean mayClaim(Caller caller, Onboarding onboarding) {
    return caller.account().equals(onboarding.key().consumerAccountId());
  }

  boolean isProvider(Caller caller) {
    return caller.account().equals(provider);
  }

  boolean isOperator(Caller caller) {
    return operators.admit(caller);
  }

  void requireOperator(Caller caller) {
    if (!isOperator(caller)) {
      throw Refusal.forbidden(
          "%s is not one of the installation's operators".formatted(caller.identity().text()));
    }
  }

  void requireStaff(Caller caller) {
    if (!isStaff(caller)) {
      throw Refusal.forbidden(
          "%s is neither one of the installation's approvers nor one of its operators"
              .formatted(caller.identity().text()));
    }
  }

  /** Who sees everything that was asked for. */
  boolean isStaff(Caller caller) {
    return operators.admit(caller) || approvers.admit(caller);
  }

  /** The consumer itself, or a program of the provider's account that asked for it first. */
  private boolean owns(Caller caller, Onboarding onboarding) {
    return caller.account().equals(onboarding.key().consumerAccountId())
        || (caller.account().equals(provider)
            && onboarding.owners().stream()
                .anyMatch(who -> Likeness.of(who, caller.identity()) == Likeness.SAME));
  }
}
