package dev.drawbridge.exposure;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Output of FinishBuild: what an owner's run gives back.
 *
 * @param status always {@code EXPOSED}
 * @param version of the settings by which it is exposed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Exposed(
    String status,
    String databaseIdentifier,
    int version,
    String serviceId,
    int readerPort,
    int writerPort) {}
