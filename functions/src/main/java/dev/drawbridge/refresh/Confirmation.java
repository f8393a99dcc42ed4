package dev.drawbridge.refresh;

/**
 * Output of ConfirmTargets.
 *
 * @param outcome {@code REFRESHED}, or {@code AGAIN} when the truth has moved or somebody asked
 * @param round the pass that was confirmed, or the next one
 */
public record Confirmation(String outcome, Round round, RefreshResult result) {}
