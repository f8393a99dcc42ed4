package dev.drawbridge.exposure;

import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.Enforcement;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.SettingsChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer's request may say of an exposure, which all consumers of the database share:
 * nothing but what is so. What is to be otherwise is the owner's to say.
 */
public final class StatedSettings {
  private StatedSettings() {}

  /**
   * Passes if the request changes nothing.
   *
   * @param consumerCidrs the consumer's own, which enforcement needs and nothing else has a use for
   * @throws InvalidRequest naming every field that does not fit
   */
  public static void check(
      String databaseName,
      SettingsChange stated,
      List<String> consumerCidrs,
      ExposureSettings has) {
    Map<String, Object> there = has.stated();
    List<InvalidRequest.Fault> faults = new ArrayList<>();
    stated
        .stated()
        .forEach(
            (field, value) -> {
              if (!value.equals(there.get(field))) {
                faults.add(differs(databaseName, field, value, there.get(field)));
              }
            });
    if (has.enforcement() == Enforcement.ON && consumerCidrs.isEmpty()) {
      faults.add(
          new InvalidRequest.Fault(
              "consumerCidrs",
              "[] is refused; exposure %s has enforcement \"on\": the rule sees the client's address"
                      .formatted(databaseName)
                  + " in the consumer's VPC, which the provider cannot discover"));
    }
    if (has.enforcement() == Enforcement.OFF && !consumerCidrs.isEmpty()) {
      faults.add(
          new InvalidRequest.Fault(
              "consumerCidrs",
              "%s is refused; exposure %s has enforcement \"off\", with which they have no effect"
                  .formatted(consumerCidrs, databaseName)));
    }
    if (!faults.isEmpty()) {
      throw new InvalidRequest(faults);
    }
  }

  private static InvalidRequest.Fault differs(
      String databaseName, String field, Object stated, @Nullable Object has) {
    return new InvalidRequest.Fault(
        field,
        "%s is refused; %s. It belongs to the exposure, which only the database's owner changes: by PUT /databases/%s, or by a run of onboard-consumer without a consumer"
            .formatted(
                stated,
                has == null
                    ? "database %s is not exposed yet".formatted(databaseName)
                    : "exposure %s has %s".formatted(databaseName, has),
                databaseName));
  }
}
