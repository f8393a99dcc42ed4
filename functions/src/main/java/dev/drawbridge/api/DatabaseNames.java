package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Exposures;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.onboarding.Provider;
import dev.drawbridge.onboarding.Requests;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which database an identifier in a path means: one that is on record, also if RDS does not know it
 * any more; else one that RDS knows. Calls: 2 to the table, and 2 to RDS for one without a record.
 */
public final class DatabaseNames {
  private final Exposures exposures;
  private final Requests requests;
  private final Provider provider;

  /** Reads the records of exposures, and RDS. */
  public DatabaseNames(Environment environment) {
    this.exposures = Stores.exposures(environment);
    this.requests = new Requests(environment);
    this.provider =
        Provider.ofExecution(environment.settings().required(Settings.ONBOARDING_STATE_MACHINE));
  }

  /**
   * Its ARN.
   *
   * @throws Refusal 404 if there is none
   * @throws Conflict if a cluster and an instance of that name are on record
   */
  String arn(ApiCall call) {
    String name = call.path("id", DatabaseArn.IDENTIFIER);
    try {
      return arn(name);
    } catch (InvalidRequest none) {
      throw new Refusal(Problem.Kind.NOT_FOUND, String.valueOf(none.getMessage()));
    }
  }

  /**
   * The ARN of the database that an identifier means.
   *
   * @throws InvalidRequest if there is none
   * @throws Conflict if a cluster and an instance of that name are on record
   */
  public String arn(String name) {
    List<String> recorded =
        Stream.of(DatabaseArn.Kind.values())
            .map(
                kind ->
                    new DatabaseArn(
                            provider.partition(),
                            provider.region(),
                            provider.accountId(),
                            kind,
                            name)
                        .toString())
            .filter(arn -> exposures.find(arn).isPresent())
            .toList();
    if (recorded.size() > 1) {
      throw new Conflict(
          "%s: a cluster and an instance bear this name; start a run of onboard-consumer without a consumer with the ARN of the one that is meant: %s"
              .formatted(name, String.join(" or ", recorded)));
    }
    return recorded.isEmpty() ? requests.database(name, provider) : recorded.getFirst();
  }
}
