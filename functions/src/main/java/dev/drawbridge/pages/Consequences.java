package dev.drawbridge.pages;

import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Enforcement;
import java.util.List;

/** What follows from a yes and from a no. */
final class Consequences {
  private Consequences() {}

  static Html of(Approval asked) {
    List<Html> yes =
        List.of(
            Html.of(
                "<li>Account {} can open connections to every instance of {}, for writing and for"
                    + " reading. Users and passwords of the database are still needed.</li>",
                asked.key().consumerAccountId(),
                asked.key().databaseName()),
            filtered(asked),
            Html.of(
                "<li>Only this endpoint of this account is accepted. A further one is a further"
                    + " question.</li>"),
            Html.of(
                "<li>The path stays, through failovers, until somebody takes it away. The database"
                    + " sees the load balancer's addresses, not the consumer's.</li>"));
    return Html.of(
        """
        <h2>What follows from a yes</h2>
        <ul>{}</ul>
        <h2>What follows from a no</h2>
        <ul><li>{}</li></ul>""",
        Html.join(yes),
        ofANo(asked));
  }

  private static String ofANo(Approval asked) {
    if (asked.change() != null) {
      return "The exposure stays as it is, for everybody; the endpoint stays accepted as it was.";
    }
    return asked.endpointWaited()
        ? "The endpoint is not accepted, and nothing of that account can connect through it."
        : "What was approved before stays as it is: if this endpoint is accepted already, it stays"
            + " so, as it was approved last.";
  }

  private static Html filtered(Approval asked) {
    ApprovalSubject subject = asked.subject();
    if (subject == null) {
      return Html.NOTHING;
    }
    return subject.enforcement() == Enforcement.ON
        ? Html.of(
            "<li>The load balancer lets in {}, beside the addresses of every other consumer of this"
                + " database: its rules are shared, and whoever has one of them gets through this"
                + " endpoint too.</li>",
            String.join(", ", subject.consumerCidrs()))
        : Html.of(
            "<li>Whatever reaches the endpoint inside the consumer's network gets through: its own"
                + " security groups are the only filter.</li>");
  }
}
