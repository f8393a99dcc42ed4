package dev.drawbridge.consent;

import dev.drawbridge.model.Decision;

/**
 * Output of Decide.
 *
 * @param delivered whether the run has the answer already; if not, the sweep delivers it
 */
public record DecisionRecorded(Decision decision, boolean delivered) {}
