package dev.drawbridge.aws.dynamodb;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.Exposure;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item per exposed database. */
public final class Exposures {
  /** What no database is called. */
  public static final String NEVER = "0";

  private static final String SORT_KEY = "exposure";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private final Table table;

  public Exposures(Table table) {
    this.table = table;
  }

  public Optional<Exposure> find(String databaseArn) {
    return table.get(key(databaseArn)).map(Exposures::exposure);
  }

  /** The same, or what an exposure begins as. */
  public Exposure findOrFirst(String databaseArn) {
    return find(databaseArn).orElseGet(() -> Exposure.first(databaseArn));
  }

  /**
   * Writes what was made of the version that was read, and returns it as it is kept.
   *
   * @throws TransientFailure if somebody else has written since: read again
   */
  public Exposure put(Exposure changed) {
    Exposure next = changed.next();
    Condition unchanged =
        changed.version() == 0
            ? Condition.absent()
            : Condition.present()
                .and("version", "=", AttributeValue.fromN(String.valueOf(changed.version())));
    if (table.putIf(item(next), unchanged) instanceof Table.Outcome.Refused) {
      throw new TransientFailure(
          "the record of exposure %s was changed meanwhile".formatted(changed.databaseArn()));
    }
    return next;
  }

  /** Forgets what was built; what its owner decided stays. */
  public void forget(String databaseArn) {
    find(databaseArn).map(Exposure::forgotten).ifPresent(this::put);
  }

  private static Item key(String databaseArn) {
    return Item.key("exposure#" + databaseArn, SORT_KEY);
  }

  private static Item item(Exposure exposure) {
    try {
      return key(exposure.databaseArn())
          .with("version", exposure.version())
          .with("document", JSON.writeValueAsString(exposure));
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException("cannot write " + exposure, defect);
    }
  }

  private static Exposure exposure(Item item) {
    try {
      return JSON.readValue(item.text("document"), Exposure.class);
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException("item %s cannot be read".formatted(item.text("pk")), defect);
    }
  }
}
