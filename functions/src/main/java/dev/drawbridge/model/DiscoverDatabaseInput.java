package dev.drawbridge.model;

import org.jspecify.annotations.Nullable;

/**
 * Input of DiscoverDatabase.
 *
 * @param preflight whether to check everything that an onboarding demands; a refresh only reads
 * @param readerPort the reader listener's port, or null for the database's own
 * @param writerPort the writer listener's port, or null for the reader's plus one
 */
public record DiscoverDatabaseInput(
    String databaseIdentifier,
    boolean preflight,
    @Nullable Integer readerPort,
    @Nullable Integer writerPort,
    boolean acceptHostBlockRisk) {}
