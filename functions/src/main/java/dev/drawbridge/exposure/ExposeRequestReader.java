package dev.drawbridge.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.ExposeRequest;
import dev.drawbridge.plan.StrictFields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The owner's door: a request that names no consumer is about the exposure itself. */
public final class ExposeRequestReader {
  // "cluster-" or "db-" before 26 letters and digits, as RDS writes them; the length is not
  // published.
  private static final Pattern RESOURCE_ID = Pattern.compile("(cluster|db)-[A-Z0-9]{1,60}");

  private ExposeRequestReader() {}

  /**
   * Reads a request.
   *
   * @throws InvalidRequest naming every field that is wrong
   */
  public static ExposeRequest read(JsonNode json) {
    StrictFields fields = new StrictFields(json);
    ExposeRequest request =
        new ExposeRequest(
            fields.text(
                "databaseIdentifier",
                DatabaseArn.IDENTIFIER_OR_ARN,
                "expected the identifier or the ARN of an RDS cluster or instance"),
            SettingsReader.read(fields),
            fields.flag("plan", false),
            fields.flag("force", false),
            databaseResourceId(fields));
    fields.refuse("hold", "an operator holds an exposure by PUT /databases/{id}/hold");
    fields.end();
    return request;
  }

  /** Which database is to be followed in the place of one that is gone, if the owner says so. */
  public static @Nullable String databaseResourceId(StrictFields fields) {
    return fields
        .optionalText(
            "databaseResourceId",
            RESOURCE_ID,
            "expected the resource id of a cluster or an instance: cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        .orElse(null);
  }
}
