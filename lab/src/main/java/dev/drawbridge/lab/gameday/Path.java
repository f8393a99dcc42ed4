package dev.drawbridge.lab.gameday;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A path that was opened for the test consumer.
 *
 * @param onboarding its id
 * @param result what the consumer was told
 */
record Path(String onboarding, String endpoint, JsonNode result) {}
