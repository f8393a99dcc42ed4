package dev.drawbridge.aws.dynamodb;

import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.LiveApproval;
import dev.drawbridge.model.OnboardingKey;
import java.util.List;
import java.util.Optional;

/** One item per endpoint that was accepted of a yes, until its onboarding leaves. */
public final class LiveApprovals {
  private final Table table;

  public LiveApprovals(Table table) {
    this.table = table;
  }

  /** A later yes for the same endpoint takes the place of the earlier one. */
  public void put(LiveApproval approval) {
    table.put(item(approval));
  }

  /** The same where {@code held} is in force still: what has ended meanwhile stays so. */
  public void replace(LiveApproval held, LiveApproval next) {
    table.putIf(item(next), Condition.present().andEquals("approvalId", held.approvalId()));
  }

  public Optional<LiveApproval> find(OnboardingKey key, String endpointId) {
    return table.get(key(key, endpointId)).map(item -> item.read(LiveApprovals::approval));
  }

  /** All of a database; fails if one cannot be read. */
  public List<LiveApproval> ofDatabase(String databaseArn) {
    return table.query(partition(databaseArn)).stream()
        .map(item -> item.read(LiveApprovals::approval))
        .toList();
  }

  /** All of a database, each read for itself: one bad item stops no other consumer. */
  public ItemsRead<LiveApproval> eachOfDatabase(String databaseArn) {
    return ItemsRead.of(table.query(partition(databaseArn)), LiveApprovals::approval);
  }

  /** Those of one onboarding, each read for itself; nobody else's item matters. */
  public ItemsRead<LiveApproval> of(OnboardingKey key) {
    return ItemsRead.of(own(key), LiveApprovals::approval);
  }

  /** Ends every yes for an onboarding, those that nobody can read among them. Calls: 1 each. */
  public void endAll(OnboardingKey key) {
    own(key)
        .forEach(
            item ->
                table.deleteIf(
                    Item.key(partition(key.databaseArn()), item.text("sk")), Condition.present()));
  }

  private List<Item> own(OnboardingKey key) {
    return table.query(partition(key.databaseArn())).stream()
        .filter(item -> isOf(item.text("sk"), key.principal()))
        .toList();
  }

  /** Ends the yes for one endpoint; one that has ended already stays so. */
  public void end(OnboardingKey key, String endpointId) {
    table.deleteIf(key(key, endpointId), Condition.present());
  }

  /** Whether a sort key is of a yes for this principal. */
  public static boolean isOf(String sortKey, String principal) {
    return sortKey.startsWith(principal + "#");
  }

  private static String partition(String databaseArn) {
    return "live#" + databaseArn;
  }

  private static Item key(OnboardingKey key, String endpointId) {
    return Item.key(partition(key.databaseArn()), key.principal() + "#" + endpointId);
  }

  private static Item item(LiveApproval approval) {
    ApprovalSubject subject = approval.subject();
    return saying(key(subject.key(), subject.endpointId()), approval);
  }

  /** What a yes is, under whatever key. */
  static Item saying(Item key, LiveApproval approval) {
    return key.with("approvalId", approval.approvalId())
        .with("subject", Text.of(List.of(approval.subject())));
  }

  /** The yes that an item says. */
  static LiveApproval approval(Item item) {
    ApprovalSubject subject = Text.list(item.text("subject"), ApprovalSubject.class).getFirst();
    if (!subject.key().named()) {
      throw new IllegalStateException(
          "its subject is of the principal %s, which is no ARN"
              .formatted(subject.key().principal()));
    }
    return new LiveApproval(subject, item.text("approvalId"));
  }
}
