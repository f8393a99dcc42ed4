package dev.drawbridge.pages;

import dev.drawbridge.api.ProxyAnswer;
import dev.drawbridge.consent.Decisions;
import dev.drawbridge.consent.Questions;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.PlainText;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import java.util.Map;
import java.util.Set;

/** {@code POST /approvals/{id}}: somebody who is signed in says yes or no. */
public final class AnswerApproval extends PageWorker {
  private static final Set<String> FIELDS = Set.of("decision", "digest", "nonce", "comment");
  private static final int LONGEST_COMMENT = 1000;

  private final Settings settings;
  private final SignedIn signedIn;
  private final Questions questions;
  private final Decisions decisions;

  public AnswerApproval() {
    this(Environment.lambda());
  }

  public AnswerApproval(Environment environment) {
    super(environment);
    this.settings = environment.settings();
    this.signedIn = new SignedIn(environment);
    this.questions = new Questions(environment);
    this.decisions = new Decisions(environment);
  }

  @Override
  ProxyAnswer answer(PageCall call) {
    signedIn.requireOurPage(call);
    String id = call.path("id", ShowApprovals.ID).orElseThrow(PageRefusal::notFound);
    PagesUrl url = PagesUrl.of(settings);
    SignedIn.Session session =
        signedIn
            .session(call)
            .orElseThrow(
                () ->
                    PageRefusal.forbidden(
                            "Your session has ended, so your answer was not recorded.")
                        .goOn(
                            url.at(Destination.question(id).signIn()), "Sign in and answer again"));
    try {
      return recorded(call, id, session);
    } catch (Conflict conflict) {
      // Who comes second sees who decided and when.
      throw new PageRefusal(
              409, "Your answer was not recorded", String.valueOf(conflict.getMessage()))
          .goOn(url.question(id), "See the question");
    }
  }

  private ProxyAnswer recorded(PageCall call, String id, SignedIn.Session session) {
    Map<String, String> form = form(call);
    String digest = form.getOrDefault("digest", "");
    signedIn.take(call, session, AnswerForm.purpose(id, digest), form.getOrDefault("nonce", ""));
    Approval asked = questions.find(id).orElseThrow(PageRefusal::notFound);
    Decisions.Saying saying =
        new Decisions.Saying(
            session.caller(),
            approves(form.getOrDefault("decision", "")),
            digest,
            PlainText.oneLine(form.getOrDefault("comment", ""), LONGEST_COMMENT));
    String address = PagesUrl.of(settings).question(id);
    return switch (decisions.decide(asked, saying, call.account())) {
      case Decisions.Outcome.Recorded recorded -> Page.redirect(address);
      case Decisions.Outcome.Refused(String reason) -> throw PageRefusal.forbidden(reason);
      case Decisions.Outcome.OtherDigest(String reason) ->
          throw new PageRefusal(409, "The question has changed", reason)
              .goOn(address, "Read it again");
    };
  }

  /** Anything but a plain yes or no is neither. */
  private static boolean approves(String decision) {
    return switch (decision) {
      case "approve" -> true;
      case "deny" -> false;
      default -> throw new PageRefusal(400, "This cannot be read", "Answer approve or deny.");
    };
  }

  private static Map<String, String> form(PageCall call) {
    Map<String, String> form = call.form();
    if (!FIELDS.containsAll(form.keySet())
        || form.getOrDefault("comment", "").length() > LONGEST_COMMENT) {
      throw new PageRefusal(
          400, "This cannot be read", "The form has a field that is unknown or too long.");
    }
    return form;
  }
}
