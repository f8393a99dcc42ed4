package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.DailyRequests;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.ClaimState;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.model.OnboardingKey;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * How much the calls of one consumer account may make others do: each attempt builds, asks people
 * and leaves items. Who calls from the provider's account is its owner's to hold in check.
 */
final class Allowance {
  /** Attempts of an account in a day, in UTC. */
  static final int OF_AN_ACCOUNT = 100;

  /** Attempts on one path in a day; each asks people ten times at most. */
  static final int OF_A_PATH = 10;

  /** Paths of one account to one database: its own, and those of its roles. */
  static final int PATHS = 20;

  private static final int TRIES = 5;

  private final DailyRequests requests;
  private final Claims claims;
  private final InstantSource clock;

  Allowance(Environment environment) {
    this.requests = Stores.dailyRequests(environment);
    this.claims = Stores.claims(environment);
    this.clock = environment.clock();
  }

  /**
   * Passes if the account may have one more path to the database.
   *
   * @throws Refusal 429
   */
  void requireRoom(OnboardingKey wanted) {
    long paths =
        claims.ofDatabase(wanted.databaseArn()).stream()
            .filter(claim -> claim.state() != ClaimState.OFFBOARDED)
            .map(Claim::key)
            .filter(key -> key.consumerAccountId().equals(wanted.consumerAccountId()))
            .filter(key -> !key.equals(wanted))
            .count();
    if (paths >= PATHS) {
      throw refusal(
          "account %s has %d onboardings to database %s, which is the most; DELETE those that it does not need"
              .formatted(wanted.consumerAccountId(), paths, wanted.databaseName()));
    }
  }

  /**
   * Counts an attempt; the same again counts once.
   *
   * @throws Refusal 429
   */
  void take(String account, Onboarding attempt) {
    String entry = attempt.id() + ":" + attempt.attempt();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (int i = 0; i < TRIES; i++) {
      DailyRequests.Made made = requests.of(account, today);
      if (made.attempts().contains(entry)) {
        return;
      }
      requireLeft(account, made.attempts(), attempt.id());
      List<String> next = new ArrayList<>(made.attempts());
      next.add(entry);
      if (requests.replace(account, today, made, next)) {
        return;
      }
    }
    throw new TransientFailure(
        "others of account %s kept asking at the same time; ask again".formatted(account));
  }

  private static void requireLeft(String account, List<String> attempts, String id) {
    long same = attempts.stream().filter(each -> each.startsWith(id + ":")).count();
    if (same >= OF_A_PATH) {
      throw refusal(
          "onboarding %s was begun anew %d times today, which is the most for calls of account %s; ask again tomorrow (UTC)"
              .formatted(id, same, account));
    }
    if (attempts.size() >= OF_AN_ACCOUNT) {
      throw refusal(
          "account %s has asked %d times today, which is the most; ask again tomorrow (UTC)"
              .formatted(account, attempts.size()));
    }
  }

  private static Refusal refusal(String detail) {
    return new Refusal(Problem.Kind.TOO_MANY_REQUESTS, detail);
  }
}
