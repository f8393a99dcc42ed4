package dev.drawbridge.exposure;

/**
 * Output of CheckQuotas.
 *
 * @param demands how many quotas were looked at
 */
public record QuotasChecked(int demands) {}
