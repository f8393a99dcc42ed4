package dev.drawbridge.model;

import org.jspecify.annotations.Nullable;

/**
 * What the owner of a database asks for: that it be exposed, under these settings, or mended.
 *
 * @param databaseIdentifier name or ARN of the cluster or instance
 * @param settings what is to change of the settings
 * @param plan only say what would change and whom it would cut
 * @param force change it although that cuts somebody
 * @param databaseResourceId of the database that is to be followed in the place of the approved
 *     one, which is not there any more; null if that is followed
 */
public record ExposeRequest(
    String databaseIdentifier,
    SettingsChange settings,
    boolean plan,
    boolean force,
    @Nullable String databaseResourceId) {}
