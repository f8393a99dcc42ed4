package dev.drawbridge.simulator.call;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The credentials that a world knows: whoever signs with another is a stranger. */
public final class AccessKeys {
  private static final int ID_DIGITS = 16;
  private static final int SECRET_DIGITS = 40;
  private static final int TOKEN_DIGITS = 64;

  private final Map<String, AccessKey> byId = new HashMap<>();

  /** Makes a credential: temporary for a session, lasting for a user or the root. */
  public AccessKey issue(Principal principal) {
    int number = byId.size() + 1;
    String seed = principal.arn() + "#" + number;
    boolean temporary = principal.arn().contains(":sts:");
    AccessKey key =
        new AccessKey(
            (temporary ? "ASIA" : "AKIA") + ScratchText.upper("id" + seed, ID_DIGITS),
            ScratchText.mixed("secret" + seed, SECRET_DIGITS),
            temporary
                ? Optional.of(ScratchText.mixed("token" + seed, TOKEN_DIGITS))
                : Optional.empty(),
            principal);
    byId.put(key.id(), key);
    return key;
  }

  /** The credential of that id, if this world has issued it. */
  public Optional<AccessKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
