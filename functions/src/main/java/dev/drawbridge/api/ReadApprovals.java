package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.consent.OnboardingId;
import dev.drawbridge.consent.Questions;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.Wait;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /approvals} and {@code GET /approvals/{id}}: the questions, for those who are asked.
 */
public final class ReadApprovals extends ApiWorker {
  private static final int PAGE = 20;
  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");

  private final Settings settings;
  private final Waits waits;
  private final Questions questions;

  public ReadApprovals() {
    this(Environment.lambda());
  }

  public ReadApprovals(Environment environment) {
    this.settings = environment.settings();
    this.waits = Stores.waits(environment);
    this.questions = new Questions(environment);
  }

  private record Page(List<ApprovalView> approvals, @Nullable String nextToken) {}

  @Override
  ProxyAnswer answer(ApiCall call) {
    Access.of(settings, call.account()).requireStaff(call.caller());
    return call.event().resource().endsWith("{id}") ? one(call) : open(call);
  }

  private ProxyAnswer one(ApiCall call) {
    String id = call.path("id", OnboardingId.FORM);
    return ProxyAnswer.json(
        200, view(questions.find(id).orElseThrow(() -> Refusal.notFound("approval", id))));
  }

  /** Only what a run waits for: few, so that all are read, and shown in pages by id. */
  private ProxyAnswer open(ApiCall call) {
    String after =
        call.query("nextToken", TOKEN, "expected the token of the page before").orElse("");
    List<String> ids =
        waits.all().values().stream()
            .map(Wait::question)
            .filter(Objects::nonNull)
            .map(Wait.Question::approvalId)
            .filter(id -> id.compareTo(after) > 0)
            .sorted()
            .limit(PAGE)
            .toList();
    List<ApprovalView> views =
        ids.stream().map(questions::find).flatMap(Optional::stream).map(this::view).toList();
    return ProxyAnswer.json(200, new Page(views, ids.size() < PAGE ? null : ids.getLast()));
  }

  private ApprovalView view(Approval approval) {
    return ApprovalView.of(approval, questions.requesters(approval));
  }
}
