package dev.drawbridge.pages;

import dev.drawbridge.api.ProxyAnswer;
import dev.drawbridge.consent.ApprovalRules;
import dev.drawbridge.consent.ApproverLists;
import dev.drawbridge.consent.Questions;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Approval;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * {@code GET /} and {@code GET /approvals/{id}}: the questions. It decides nothing, however often
 * and by whomever it is asked: programs follow links in mails.
 */
public final class ShowApprovals extends PageWorker {
  /** The form of a question's id. */
  static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final Settings settings;
  private final SignedIn signedIn;
  private final Questions questions;
  private final QuestionList list;
  private final InstantSource clock;
  private final RandomGenerator random;

  public ShowApprovals() {
    this(Environment.lambda());
  }

  public ShowApprovals(Environment environment) {
    super(environment);
    this.settings = environment.settings();
    this.signedIn = new SignedIn(environment);
    this.questions = new Questions(environment);
    this.list = new QuestionList(environment);
    this.clock = environment.clock();
    this.random = environment.random();
  }

  @Override
  ProxyAnswer answer(PageCall call) {
    PagesUrl url = PagesUrl.of(settings);
    boolean one = call.event().resource().endsWith("{id}");
    Optional<String> id = call.path("id", ID);
    Optional<SignedIn.Session> session = signedIn.session(call);
    if (session.isEmpty()) {
      return Page.redirect(
          url.at(id.map(Destination::question).orElse(Destination.list()).signIn()));
    }
    if (!signedIn.mayRead(session.get().caller(), call.account())) {
      throw stranger(session.get());
    }
    Html who =
        Toolbar.of(
            url, session.get(), signedIn.owns(session.get().caller(), call.account()), random);
    if (!one) {
      QuestionList.Shown shown = list.shown(call, session.get().caller());
      return Page.html(200, "Questions", who, shown.html())
          .lacking(shown.unreadable(), clock.instant());
    }
    Approval asked = id.flatMap(questions::find).orElseThrow(PageRefusal::notFound);
    return question(call, asked, session.get(), who);
  }

  private ProxyAnswer question(PageCall call, Approval asked, SignedIn.Session session, Html who) {
    List<Identity> requesters = questions.requesters(asked);
    QuestionPage page = new QuestionPage(asked, requesters, clock.instant());
    return Page.html(
        200, page.title(), who, Html.join(List.of(page.html(), below(call, page, session))));
  }

  private Html below(PageCall call, QuestionPage page, SignedIn.Session session) {
    if (!page.isOpen()) {
      return Html.NOTHING;
    }
    Optional<String> hindrance = hindrance(call, page, session);
    return hindrance
        .map(why -> Html.of("<h2>Your answer</h2><p>{}</p>", why))
        .orElseGet(() -> AnswerForm.of(PagesUrl.of(settings), page.asked(), session, random));
  }

  private Optional<String> hindrance(PageCall call, QuestionPage page, SignedIn.Session session) {
    Identity reader = session.caller().identity();
    if (!ApproverLists.name(
        settings.optional(Settings.APPROVERS), page.asked(), session.caller(), call.account())) {
      return Optional.of("You may read this question, but are not one of those who are asked.");
    }
    return ApprovalRules.hasAsked(reader, page.requesters())
        ? Optional.of("You are among those who asked for this, so somebody else has to answer.")
        : Optional.empty();
  }

  private static PageRefusal stranger(SignedIn.Session session) {
    return PageRefusal.forbidden(
        "You are signed in as %s, who is neither one of the installation's approvers nor one of its operators."
            .formatted(session.caller().identity().text()));
  }
}
