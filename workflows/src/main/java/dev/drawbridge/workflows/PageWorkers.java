package dev.drawbridge.workflows;

import static dev.drawbridge.workflows.policy.Grants.addRecords;
import static dev.drawbridge.workflows.policy.Grants.countReaders;
import static dev.drawbridge.workflows.policy.Grants.inspect;
import static dev.drawbridge.workflows.policy.Grants.join;
import static dev.drawbridge.workflows.policy.Grants.onApprovals;
import static dev.drawbridge.workflows.policy.Grants.onDecided;
import static dev.drawbridge.workflows.policy.Grants.onExposures;
import static dev.drawbridge.workflows.policy.Grants.onForms;
import static dev.drawbridge.workflows.policy.Grants.onInspections;
import static dev.drawbridge.workflows.policy.Grants.onOnboardings;
import static dev.drawbridge.workflows.policy.Grants.onSessions;
import static dev.drawbridge.workflows.policy.Grants.onSignIns;
import static dev.drawbridge.workflows.policy.Grants.onTokens;
import static dev.drawbridge.workflows.policy.Grants.onWaits;
import static dev.drawbridge.workflows.policy.Grants.readExecutions;
import static dev.drawbridge.workflows.policy.Grants.wake;

import dev.drawbridge.pages.AnswerApproval;
import dev.drawbridge.pages.BeginSignIn;
import dev.drawbridge.pages.CompleteSignIn;
import dev.drawbridge.pages.ShowApprovals;
import dev.drawbridge.pages.ShowDatabases;
import dev.drawbridge.pages.SignOut;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Worker;
import dev.drawbridge.workflows.policy.Statement;
import java.time.Duration;
import java.util.List;

/** The workers behind the pages. What only shows has no right to decide. */
final class PageWorkers {
  /** {@code HEAD} is what programs ask before they show a link. */
  static final List<ApiRoute> ROUTES =
      List.of(
          route("GET", "/", "showQuestions", ShowApprovals.class),
          route("HEAD", "/", "headQuestions", ShowApprovals.class),
          route("GET", "/approvals/{id}", "showQuestion", ShowApprovals.class),
          route("HEAD", "/approvals/{id}", "headQuestion", ShowApprovals.class),
          route("POST", "/approvals/{id}", "answerQuestion", AnswerApproval.class),
          route("GET", "/databases", "showDatabases", ShowDatabases.class),
          route("HEAD", "/databases", "headDatabases", ShowDatabases.class),
          route("GET", "/databases/{id}", "showDatabase", ShowDatabases.class),
          route("HEAD", "/databases/{id}", "headDatabase", ShowDatabases.class),
          route("GET", "/sign-in", "beginSignIn", BeginSignIn.class),
          route("GET", "/signed-in", "completeSignIn", CompleteSignIn.class),
          route("POST", "/sign-out", "signOut", SignOut.class));

  private static final String MACHINE = StateMachine.ONBOARD.name();
  private static final Duration SHORT = Duration.ofSeconds(28);
  private static final int MEMORY_MB = 1024;

  private PageWorkers() {}

  static List<WorkerFunction> all() {
    return List.of(
        worker(
            ShowApprovals.class,
            List.of(Settings.TABLE, Settings.PAGES_URL, Settings.OPERATORS, Settings.APPROVERS),
            join(
                onSessions("GetItem"),
                onWaits("Query"),
                onDecided("Query"),
                onApprovals("GetItem"),
                onOnboardings("GetItem"))),
        worker(
            ShowDatabases.class,
            List.of(
                Settings.TABLE,
                Settings.PAGES_URL,
                Settings.OPERATORS,
                Settings.ONBOARDING_STATE_MACHINE,
                Settings.EXPOSURE_DEFAULTS,
                Settings.PEOPLE_TOPIC,
                Settings.MAILS,
                Settings.CONNECTIONS_TOPIC),
            join(onSessions("GetItem"), inspect(), countReaders(), onInspections("Query"))),
        worker(
            AnswerApproval.class,
            List.of(Settings.TABLE, Settings.KEY, Settings.PAGES_URL, Settings.APPROVERS),
            join(
                onSessions("GetItem"),
                onForms("PutItem"),
                onExposures("GetItem"),
                onApprovals("GetItem", "PutItem"),
                onDecided("PutItem"),
                addRecords(),
                onOnboardings("GetItem"),
                onWaits("GetItem", "DeleteItem"),
                onTokens("Decrypt"),
                wake(MACHINE),
                readExecutions(MACHINE))),
        worker(
            BeginSignIn.class,
            List.of(Settings.TABLE, Settings.PAGES_URL, Settings.ISSUER, Settings.CLIENT_ID),
            onSignIns("PutItem")),
        worker(
            CompleteSignIn.class,
            List.of(Settings.TABLE, Settings.PAGES_URL, Settings.ISSUER, Settings.CLIENT_ID),
            join(onSignIns("GetItem", "DeleteItem"), onSessions("PutItem"))),
        worker(
            SignOut.class,
            List.of(Settings.TABLE, Settings.PAGES_URL),
            join(onSessions("GetItem", "DeleteItem"), onForms("PutItem"))));
  }

  private static ApiRoute route(
      String method, String path, String operationId, Class<? extends Worker<?, ?>> code) {
    return new ApiRoute(method, path, operationId, code.getSimpleName());
  }

  private static WorkerFunction worker(
      Class<? extends Worker<?, ?>> code, List<String> settings, List<Statement> permissions) {
    return new WorkerFunction(code, Trigger.PAGE, SHORT, MEMORY_MB, false, settings, permissions);
  }
}
