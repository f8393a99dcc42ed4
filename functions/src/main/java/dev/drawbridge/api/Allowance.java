package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.DailyRequests;
import dev.drawbridge.aws.dynamodb.DailyRequests.Kind;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.Onboarding;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How much the calls of one consumer account may make others do in a day, in UTC: each attempt
 * builds, asks people and leaves items. Who calls from the provider's account is its owner's to
 * hold in check.
 */
final class Allowance {
  /** Attempts of an account in a day. */
  static final int OF_AN_ACCOUNT = 100;

  /** Attempts on one path in a day; each asks people ten times at most. */
  static final int OF_A_PATH = 10;

  /** Idempotency keys of an account in a day: each leaves an item. */
  static final int KEYS = 200;

  /** Claims of endpoints of an account in a day, those that were refused too: each asks AWS. */
  static final int ENDPOINTS = 200;

  private static final int TRIES = 5;

  /** Enough of a key's digest to tell an account's keys apart. */
  private static final int DIGITS = 16;

  private final DailyRequests requests;
  private final InstantSource clock;

  Allowance(Environment environment) {
    this.requests = Stores.dailyRequests(environment);
    this.clock = environment.clock();
  }

  /**
   * Counts an attempt; the same again counts once.
   *
   * @throws Refusal 429
   */
  void take(String account, Onboarding attempt) {
    String entry = attempt.id() + ":" + attempt.attempt();
    count(
        account,
        Kind.ATTEMPTS,
        made -> made.contains(entry),
        entry,
        made -> requireLeft(account, made, attempt.id()));
  }

  /**
   * Counts an idempotency key; the same again counts once.
   *
   * @param digest of the key
   * @throws Refusal 429
   */
  void takeKey(String account, String digest) {
    String entry = digest.substring(0, DIGITS);
    count(
        account,
        Kind.KEYS,
        made -> made.contains(entry),
        entry,
        made -> requireFewer(made, KEYS, "account %s has sent %d idempotency keys", account));
  }

  /**
   * Counts a claim of an endpoint, the same again too.
   *
   * @throws Refusal 429
   */
  void takeEndpoint(String account, String endpointId) {
    count(
        account,
        Kind.ENDPOINTS,
        made -> false,
        endpointId,
        made -> requireFewer(made, ENDPOINTS, "account %s has claimed %d endpoints", account));
  }

  private void count(
      String account,
      Kind kind,
      Predicate<List<String>> counted,
      String entry,
      Consumer<List<String>> requireLeft) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (int i = 0; i < TRIES; i++) {
      DailyRequests.Made made = requests.of(account, today, kind);
      if (counted.test(made.entries())) {
        return;
      }
      requireLeft.accept(made.entries());
      List<String> next = new ArrayList<>(made.entries());
      next.add(entry);
      if (requests.replace(account, today, kind, made, next)) {
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
    requireFewer(attempts, OF_AN_ACCOUNT, "account %s has asked %d times", account);
  }

  private static void requireFewer(List<String> made, int most, String words, String account) {
    if (made.size() >= most) {
      throw refusal(
          words.formatted(account, made.size())
              + " today, which is the most; ask again tomorrow (UTC)");
    }
  }

  static Refusal refusal(String detail) {
    return new Refusal(Problem.Kind.TOO_MANY_REQUESTS, detail);
  }
}
