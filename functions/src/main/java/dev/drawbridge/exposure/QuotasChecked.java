package dev.drawbridge.exposure;

import java.util.List;

/**
 * Output of CheckQuotas.
 *
 * @param demands how many quotas were looked at
 * @param uncertain of which the figures are lower bounds, so that AWS may refuse what fits by them
 */
public record QuotasChecked(int demands, List<String> uncertain) {
  /** Keeps a copy. */
  public QuotasChecked {
    uncertain = List.copyOf(uncertain);
  }
}
