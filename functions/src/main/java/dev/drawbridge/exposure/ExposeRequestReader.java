package dev.drawbridge.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.ExposeRequest;
import dev.drawbridge.plan.StrictFields;

/** The owner's door: a request that names no consumer is about the exposure itself. */
public final class ExposeRequestReader {
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
            fields.flag("force", false));
    fields.end();
    return request;
  }
}
