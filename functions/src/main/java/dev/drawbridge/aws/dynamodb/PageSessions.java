package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.identity.Caller;
import dev.drawbridge.model.PageSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who has signed in with a browser, and which forms they have sent. The keys are digests: whoever
 * reads the table can continue nobody's session.
 */
public final class PageSessions {
  private final Table table;

  public PageSessions(Table table) {
    this.table = table;
  }

  /** Begins a session. */
  public void put(String secretDigest, PageSession session) {
    table.put(
        key(secretDigest)
            .with("caller", Text.of(List.of(session.caller())))
            .with("expiresAt", session.expiresAt().getEpochSecond()));
  }

  /** The session; it may have expired, since DynamoDB forgets items late. */
  public Optional<PageSession> find(String secretDigest) {
    return table
        .get(key(secretDigest))
        .map(
            item ->
                new PageSession(
                    Text.list(item.text("caller"), Caller.class).getFirst(),
                    Instant.ofEpochSecond(item.number("expiresAt"))));
  }

  /** Ends a session. */
  public void delete(String secretDigest) {
    table.deleteIf(key(secretDigest), Condition.present());
  }

  /** Marks a form as sent. False if it was sent before. */
  public boolean use(String formDigest, Instant expiresAt) {
    Item item =
        Item.key("form#" + formDigest, "form").with("expiresAt", expiresAt.getEpochSecond());
    return table.putIf(item, Condition.absent()) instanceof Table.Outcome.Written;
  }

  private static Item key(String secretDigest) {
    return Item.key("session#" + secretDigest, "session");
  }
}
