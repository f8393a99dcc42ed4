package dev.drawbridge.api;

import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.dynamodb.UnreadableItem;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.consent.OnboardingId;
import dev.drawbridge.consent.Questions;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.Wait;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.ArrayList;
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

  private final Waits waits;
  private final Questions questions;
  private final InstantSource clock;

  public ReadApprovals() {
    this(Environment.lambda());
  }

  public ReadApprovals(Environment environment) {
    super(environment);
    this.waits = Stores.waits(environment);
    this.questions = new Questions(environment);
    this.clock = environment.clock();
  }

  /**
   * A page of the questions.
   *
   * @param unreadable what is kept of further ones but says nothing: each a line for people
   */
  private record Page(
      List<ApprovalView> approvals, List<String> unreadable, @Nullable String nextToken) {}

  @Override
  ProxyAnswer answer(ApiCall call) {
    access(call).requireStaff(call.caller());
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
    ItemsRead<Wait> all = waits.all();
    List<String> unreadable = new ArrayList<>(all.faults());
    List<String> ids =
        all.values().stream()
            .map(Wait::question)
            .filter(Objects::nonNull)
            .map(Wait.Question::approvalId)
            .filter(id -> id.compareTo(after) > 0)
            .sorted()
            .limit(PAGE)
            .toList();
    List<ApprovalView> views =
        ids.stream().flatMap(id -> readable(id, unreadable).stream()).toList();
    return ProxyAnswer.json(
            200, new Page(views, unreadable, ids.size() < PAGE ? null : ids.getLast()))
        .lacking(unreadable, clock.instant());
  }

  /** One that cannot be read keeps no other from who is to answer. */
  private Optional<ApprovalView> readable(String id, List<String> unreadable) {
    return UnreadableItem.noted(
        "question " + id, unreadable, () -> questions.find(id).map(this::view));
  }

  private ApprovalView view(Approval approval) {
    return ApprovalView.of(approval, questions.requesters(approval));
  }
}
