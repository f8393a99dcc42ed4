package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.model.SignIn;
import java.time.Instant;
import java.util.Optional;

/** Sign-ins that were begun and not completed yet, by the digest of their state. */
public final class SignIns {
  private final Table table;

  public SignIns(Table table) {
    this.table = table;
  }

  public void put(String stateDigest, SignIn signIn) {
    table.put(
        key(stateDigest)
            .with("nonce", signIn.nonce())
            .with("codeVerifier", signIn.codeVerifier())
            .with("browser", signIn.browser())
            .with("page", signIn.page())
            .with("expiresAt", signIn.expiresAt().getEpochSecond()));
  }

  /** Takes a sign-in out: of two who come back with one state, one gets it. */
  public Optional<SignIn> take(String stateDigest) {
    return table
        .get(key(stateDigest))
        .filter(item -> table.deleteIf(key(stateDigest), Condition.present()))
        .map(
            item ->
                new SignIn(
                    item.text("nonce"),
                    item.text("codeVerifier"),
                    item.text("browser"),
                    item.optionalText("page").orElse("/"),
                    Instant.ofEpochSecond(item.number("expiresAt"))));
  }

  private static Item key(String stateDigest) {
    return Item.key("signin#" + stateDigest, "signin");
  }
}
