package dev.drawbridge.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Stores;
import dev.drawbridge.runtime.TestWorld;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An account has twenty paths to a database, however fast it asks. */
class PathPlacesTest {
  private static final String DATABASE = "arn:aws:rds:eu-central-1:111111111111:cluster:orders";
  private static final String ACCOUNT = "222222222222";

  private final TestWorld world = new TestWorld();
  private final PathPlaces places = new PathPlaces(world.environment);

  @Test
  void what_was_asked_for_and_never_claimed_counts_for_an_hour() {
    fill();
    refused(role("one-more"), "DELETE those that it does not need");
    assertThatCode(() -> places.take(role("made-up-3"))).doesNotThrowAnyException();
    assertThatCode(() -> places.take(new OnboardingKey(DATABASE, "arn:aws:iam::333333333333:root")))
        .as("another account")
        .doesNotThrowAnyException();
    world.time.pause(Duration.ofHours(1));
    assertThatCode(() -> places.take(role("one-more"))).doesNotThrowAnyException();
  }

  @Test
  void those_that_it_left_do_not_count_from_then_on() {
    fill();
    world.time.pause(Duration.ofMinutes(1));
    Claim first = claim(role("made-up-0"));
    Stores.claims(world.environment).putFirst(first);
    Claim leaving = first.leaving("run", "leaving", world.time.now());
    Stores.claims(world.environment).replace(first, leaving);
    refused(role("one-more"), "which is the most");
    Stores.claims(world.environment).left(leaving, world.time.now());
    assertThatCode(() -> places.take(role("one-more"))).doesNotThrowAnyException();
    refused(role("made-up-0"), "has asked for 20 onboardings"); // asked for anew, it counts anew
  }

  @Test
  void claims_that_no_call_of_the_account_has_asked_for_take_no_place() {
    for (int i = 0; i < PathPlaces.MOST; i++) {
      Stores.claims(world.environment).putFirst(claim(role("made-up-" + i)));
    }
    assertThatCode(() -> places.take(role("one-more"))).doesNotThrowAnyException();
  }

  private void fill() {
    for (int i = 0; i < PathPlaces.MOST; i++) {
      places.take(role("made-up-" + i));
    }
  }

  private void refused(OnboardingKey wanted, String words) {
    assertThatThrownBy(() -> places.take(wanted))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(words);
  }

  private static OnboardingKey role(String name) {
    return new OnboardingKey(DATABASE, "arn:aws:iam::" + ACCOUNT + ":role/" + name);
  }

  private Claim claim(OnboardingKey key) {
    return Claim.first(key, "digest", "run", ExposureSettings.defaults(), world.time.now());
  }
}
