package dev.drawbridge.exposure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drawbridge.model.PrivateDnsName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Output of FinishBuild: what an owner's run gives back.
 *
 * @param status always {@code EXPOSED}
 * @param version of the settings by which it is exposed
 * @param consumerRegions the regions besides its own whose consumers may connect
 * @param privateDns the name of its endpoint service with the record that verifies it, which the
 *     owner puts into DNS; null if it has none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Exposed(
    String status,
    String databaseIdentifier,
    int version,
    String serviceId,
    int readerPort,
    int writerPort,
    List<String> consumerRegions,
    @Nullable PrivateDnsName privateDns) {
  /** Keeps a copy. */
  public Exposed {
    consumerRegions = List.copyOf(consumerRegions);
  }
}
