package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.AskedPaths;
import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many paths the calls of an account have asked for to one database. They stand in one
 * versioned item, so that of many calls at once each counts those before it; which of them have
 * ended is read from the claims each time, so that nothing can drift. What others have asked for
 * takes no place: a program of the provider's account keeps no consumer out.
 */
final class PathPlaces {
  /** Paths of one account to one database: its own, and those of its roles. */
  static final int MOST = 20;

  /** Longer than it takes a run to claim its path: one that has not done so by then never began. */
  private static final Duration CLAIMED_BY_THEN = Duration.ofHours(1);

  /** Whoever loses a race loses it to somebody who takes a place, and there are so many. */
  private static final int TRIES = MOST + 5;

  private final AskedPaths asked;
  private final Claims claims;
  private final InstantSource clock;

  PathPlaces(Environment environment) {
    this.asked = Stores.askedPaths(environment);
    this.claims = Stores.claims(environment);
    this.clock = environment.clock();
  }

  /**
   * Takes a place for a path, which it keeps until its consumer has left; one that has a place
   * keeps it. Calls: 3, and more where others ask at the same time.
   *
   * @throws Refusal 429
   */
  void take(OnboardingKey wanted) {
    for (int i = 0; i < TRIES; i++) {
      // In this order: whatever is in the item was asked for before its claim is looked for.
      AskedPaths.Asked held = asked.of(wanted);
      Map<String, Claim> claimed = claimed(wanted);
      Instant now = clock.instant();
      List<AskedPaths.Path> next =
          new ArrayList<>(
              held.paths().stream()
                  .filter(path -> !path.principal().equals(wanted.principal()))
                  .filter(path -> counts(path, claimed.get(path.principal()), now))
                  .toList());
      requireRoom(wanted, next.size());
      next.add(new AskedPaths.Path(wanted.principal(), now));
      if (asked.replace(wanted, held, next, now)) {
        return;
      }
    }
    throw new TransientFailure(
        "others of account %s kept asking for database %s at the same time; ask again"
            .formatted(wanted.consumerAccountId(), wanted.databaseName()));
  }

  private Map<String, Claim> claimed(OnboardingKey wanted) {
    return claims.eachOfDatabase(wanted.databaseArn()).values().stream()
        .filter(claim -> claim.key().consumerAccountId().equals(wanted.consumerAccountId()))
        .collect(Collectors.toMap(claim -> claim.key().principal(), Function.identity()));
  }

  /** A path counts until its consumer has left; one that no run has claimed, for an hour. */
  private static boolean counts(AskedPaths.Path path, @Nullable Claim claim, Instant now) {
    if (claim != null && claim.state() != ClaimState.OFFBOARDED) {
      return true;
    }
    Instant since = claim == null ? null : claim.since();
    return now.isBefore(path.at().plus(CLAIMED_BY_THEN))
        && (since == null || since.isBefore(path.at()));
  }

  private static void requireRoom(OnboardingKey wanted, int paths) {
    if (paths >= MOST) {
      throw Allowance.refusal(
          "account %s has asked for %d onboardings to database %s, which is the most; DELETE those that it does not need"
              .formatted(wanted.consumerAccountId(), paths, wanted.databaseName()));
    }
  }
}
