package dev.drawbridge.aws.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.drawbridge.error.TransientFailure;
import dev.drawbridge.model.InspectionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What looks have found, one item a database. One partition holds them all, for the sweep. */
public final class Inspections {
  private static final String PARTITION = "inspection";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Table table;

  public Inspections(Table table) {
    this.table = table;
  }

  /**
   * All of them.
   *
   * @param unreadable the ARNs of databases whose items cannot be read
   */
  public record All(List<InspectionRecord> records, List<String> unreadable) {
    /** Keeps copies. */
    public All {
      records = List.copyOf(records);
      unreadable = List.copyOf(unreadable);
    }
  }

  /** All that there are; one that cannot be read spoils no other. */
  public All all() {
    List<InspectionRecord> records = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Item item : table.query(PARTITION)) {
      try {
        records.add(record(item));
      } catch (RuntimeException poison) {
        unreadable.add(item.text("sk"));
      }
    }
    return new All(records, unreadable);
  }

  public Optional<InspectionRecord> find(String databaseArn) {
    return table.get(key(databaseArn)).map(Inspections::record);
  }

  /**
   * Writes what was made of the version that was read, and returns it as it is kept.
   *
   * @throws TransientFailure if somebody else has written since
   */
  public InspectionRecord put(InspectionRecord changed) {
    InspectionRecord next = changed.next();
    Condition unchanged =
        changed.version() == 0
            ? Condition.absent()
            : Condition.present()
                .and("version", "=", AttributeValue.fromN(String.valueOf(changed.version())));
    if (table.putIf(item(next), unchanged) instanceof Table.Outcome.Refused) {
      throw new TransientFailure(
          "the inspection of %s was recorded by another meanwhile"
              .formatted(changed.databaseArn()));
    }
    return next;
  }

  /** Throws an item away that nobody can read, so that the next look starts afresh. */
  public void drop(String databaseArn) {
    table.deleteIf(key(databaseArn), Condition.present());
  }

  /** Forgets a database that has no path any more. */
  public void forget(InspectionRecord held) {
    table.deleteIf(
        key(held.databaseArn()),
        Condition.present()
            .and("version", "=", AttributeValue.fromN(String.valueOf(held.version()))));
  }

  private static Item key(String databaseArn) {
    return Item.key(PARTITION, databaseArn);
  }

  private static Item item(InspectionRecord held) {
    try {
      return key(held.databaseArn())
          .with("version", held.version())
          .with("document", JSON.writeValueAsString(held));
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException("cannot write " + held, defect);
    }
  }

  private static InspectionRecord record(Item item) {
    try {
      return JSON.readValue(item.text("document"), InspectionRecord.class);
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException("item %s cannot be read".formatted(item.text("sk")), defect);
    }
  }
}
