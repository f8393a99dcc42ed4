package dev.drawbridge.consent;

import dev.drawbridge.aws.dynamodb.Approvals;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.identity.Likeness;
import dev.drawbridge.model.Approval;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions to people, and who must not answer them. */
public final class Questions {
  private final Approvals approvals;
  private final Requesters requesters;

  public Questions(Environment environment) {
    this.approvals = Stores.approvals(environment);
    this.requesters = new Requesters(environment);
  }

  /** The question of that id. */
  public Optional<Approval> find(String id) {
    return approvals.find(id);
  }

  /** Everybody who has asked for it by now: also those who joined after the question was put. */
  public List<Identity> requesters(Approval approval) {
    List<Identity> all = new ArrayList<>(approval.requesters());
    for (Identity who : requesters.ofTheSame(approval.key(), approval.requestDigest())) {
      if (who.known() && all.stream().noneMatch(each -> Likeness.of(each, who) == Likeness.SAME)) {
        all.add(who);
      }
    }
    return all;
  }
}
