package dev.drawbridge.simulator.call;

import java.util.Optional;

/**
 * A scratch credential that only a simulated world knows.
 *
 * @param id {@code AKIA...} for good, {@code ASIA...} with a session token
 * @param secret what requests are signed with
 * @param sessionToken goes with every request of temporary credentials
 * @param principal whose it is
 */
public record AccessKey(
    String id, String secret, Optional<String> sessionToken, Principal principal) {}
