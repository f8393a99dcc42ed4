package dev.drawbridge.api;

import dev.drawbridge.consent.Answers;
import dev.drawbridge.consent.Questions;
import dev.drawbridge.model.Approval;
import dev.drawbridge.onboarding.StrictFields;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** {@code POST /approvals/{id}/decisions}: a person says yes or no. */
public final class DecideApproval extends ApiWorker {
  private static final Pattern DECISION = Pattern.compile("approve|deny");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern COMMENT = Pattern.compile("(?s).{0,1000}");

  private final Settings settings;
  private final Questions questions;
  private final Answers answers;
  private final InstantSource clock;

  public DecideApproval() {
    this(Environment.lambda());
  }

  public DecideApproval(Environment environment) {
    this.settings = environment.settings();
    this.questions = new Questions(environment);
    this.answers = new Answers(environment);
    this.clock = environment.clock();
  }

  private record Decided(ApprovalView approval, boolean delivered) {}

  private record Decision(boolean approve, String digest, String comment) {}

  @Override
  ProxyAnswer answer(ApiCall call) {
    Access access = Access.of(settings, call.account());
    access.requireStaff(call.caller());
    String id = call.path("id", OnboardingId.FORM);
    Decision decision = read(call);
    Approval asked = questions.find(id).orElseThrow(() -> Refusal.notFound("approval", id));
    if (!access.approvers().admit(call.caller()) || !asked.asks(call.caller())) {
      throw Refusal.forbidden(
          "%s is not one of those who are asked".formatted(call.caller().identity().text()));
    }
    if (!asked.subjectDigest().equals(decision.digest())) {
      throw new Refusal(
          Problem.Kind.OTHER_DIGEST,
          "digest: %s is refused; the question's is %s: read it anew before answering"
              .formatted(decision.digest(), asked.subjectDigest()));
    }
    Approval.Vote vote =
        new Approval.Vote(
            call.caller().identity(),
            decision.approve(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            decision.comment());
    return switch (answers.answer(asked, vote)) {
      case Answers.Outcome.Refused(String reason) -> throw Refusal.forbidden(reason);
      case Answers.Outcome.Recorded(Approval approval, boolean delivered) ->
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
    String comment =
        fields.optionalText("comment", COMMENT, "expected at most 1,000 characters").orElse("");
    fields.refuse("decidedBy", "who decides is read from the signature of the call");
    fields.end();
    return new Decision(decision.equals("approve"), digest, comment);
  }
}
