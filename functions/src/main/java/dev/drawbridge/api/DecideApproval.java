package dev.drawbridge.api;

import dev.drawbridge.consent.Decisions;
import dev.drawbridge.consent.OnboardingId;
import dev.drawbridge.consent.Questions;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.PlainText;
import dev.drawbridge.plan.StrictFields;
import dev.drawbridge.runtime.Environment;
import java.util.regex.Pattern;

/** {@code POST /approvals/{id}/decisions}: a person says yes or no. */
public final class DecideApproval extends ApiWorker {
  private static final Pattern DECISION = Pattern.compile("approve|deny");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final Questions questions;
  private final Decisions decisions;

  public DecideApproval() {
    this(Environment.lambda());
  }

  public DecideApproval(Environment environment) {
    super(environment);
    this.questions = new Questions(environment);
    this.decisions = new Decisions(environment);
  }

  private record Decided(ApprovalView approval, boolean delivered) {}

  private record Decision(boolean approve, String digest, String comment) {}

  @Override
  ProxyAnswer answer(ApiCall call) {
    access(call).requireStaff(call.caller());
    String id = call.path("id", OnboardingId.FORM);
    Decision decision = read(call);
    Approval asked = questions.find(id).orElseThrow(() -> Refusal.notFound("approval", id));
    Decisions.Saying saying =
        new Decisions.Saying(
            call.caller(), decision.approve(), decision.digest(), decision.comment());
    return switch (decisions.decide(asked, saying, call.account())) {
      case Decisions.Outcome.Refused(String reason) -> throw Refusal.forbidden(reason);
      case Decisions.Outcome.OtherDigest(String reason) ->
          throw new Refusal(Problem.Kind.OTHER_DIGEST, reason);
      case Decisions.Outcome.Recorded(Approval approval, boolean delivered) ->
          ProxyAnswer.json(
              200,
              new Decided(ApprovalView.of(approval, questions.requesters(approval)), delivered));
    };
  }

  /** Anything but a plain yes or no is neither. */
  private static Decision read(ApiCall call) {
    StrictFields fields = new StrictFields(call.json());
    String decision = fields.text("decision", DECISION, "expected \"approve\" or \"deny\"");
    String digest =
        fields.text("digest", DIGEST, "expected the digest of the question as it was read");
    String comment = fields.optionalText("comment", PlainText.LINE, PlainText.RULE).orElse("");
    fields.refuse("decidedBy", "who decides is read from the signature of the call");
    fields.end();
    return new Decision(decision.equals("approve"), digest, comment);
  }
}
