package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Holds;
import dev.drawbridge.exposure.KnownSettings;
import dev.drawbridge.inspection.Report;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.ExposureSettings;
import dev.drawbridge.model.PrivateDnsName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An exposure as the API shows it: the schema {@code Database} of openapi.json.
 *
 * @param exposed whether something carries connections
 * @param version of the settings; 0 while nobody has decided any
 * @param settings what holds, or would hold if it were exposed now
 * @param unreadable onboardings that are kept but say nothing: each a line for people
 * @param privateDns the service's name with the record that verifies it, as of the last build; null
 *     if it has none
 * @param inspection how the path stands by a look just taken; null while nothing is exposed
 */
record DatabaseView(
    String databaseIdentifier,
    String databaseArn,
    @Nullable String resourceId,
    boolean exposed,
    int version,
    Map<String, Object> settings,
    @Nullable String hold,
    @Nullable String serviceId,
    @Nullable PrivateDnsName privateDns,
    @Nullable Missing missing,
    List<Consumer> consumers,
    List<String> unreadable,
    @Nullable Report inspection) {

  /** A database that cannot be found. */
  record Missing(String why, Instant since) {}

  /** An onboarding of the database. */
  record Consumer(String principal, String state, int attempt) {}

  /** The installation in the place of a database: nothing but its hold. */
  static DatabaseView ofInstallation(@Nullable String hold) {
    return new DatabaseView(
        Holds.INSTALLATION,
        Holds.INSTALLATION,
        null,
        false,
        0,
        Map.of(),
        hold,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null);
  }

  static DatabaseView of(
      KnownSettings.Known known,
      List<Claim> claims,
      List<String> unreadable,
      @Nullable Report inspection) {
    Exposure record = known.record();
    Exposure.Path path = record.path();
    Exposure.Absence absence = record.absence();
    return new DatabaseView(
        DatabaseArn.nameIn(record.databaseArn()),
        record.databaseArn(),
        record.resourceId(),
        known.built(),
        known.settings().version(),
        shown(known.settings()),
        known.hold(),
        path == null ? null : path.serviceId(),
        path == null ? null : path.privateDns(),
        absence == null ? null : new Missing(absence.why(), absence.since()),
        claims.stream()
            .map(
                claim ->
                    new Consumer(claim.key().principal(), claim.state().name(), claim.attempt()))
            .toList(),
        unreadable,
        inspection);
  }

  /** Nothing decided of ports for instances is having none. */
  private static Map<String, Object> shown(ExposureSettings settings) {
    Map<String, Object> shown = new LinkedHashMap<>(settings.stated());
    shown.putIfAbsent("instancePorts", false);
    return shown;
  }
}
