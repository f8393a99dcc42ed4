package dev.drawbridge.pages;

import dev.drawbridge.consent.ApprovalRules;
import dev.drawbridge.consent.EndpointPlace;
import dev.drawbridge.consent.QuorumReach;
import dev.drawbridge.identity.Identity;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.ApprovalSubject;
import dev.drawbridge.model.Enforcement;
import java.time.Instant;
import java.util.List;

/**
 * A question as a person reads it: everything that the digest covers, and what AWS has verified
 * apart from what somebody has stated.
 *
 * @param requesters everybody who has asked for it by now
 * @param now tells whether the time to answer is over
 */
record QuestionPage(Approval asked, List<Identity> requesters, Instant now) {
  private static final String NOT_KEPT = "not kept by the earlier release that asked";

  boolean isOpen() {
    return asked.status() == ApprovalStatus.PENDING && now.isBefore(asked.validUntil());
  }

  String title() {
    return (asked.change() == null
            ? "Account %s asks for access to database %s"
            : "Account %s is to get more of database %s")
        .formatted(asked.key().consumerAccountId(), asked.key().databaseName());
  }

  /** All of it but the form. */
  Html html() {
    return Html.join(
        List.of(
            Html.of("<h1>{}</h1>", title()),
            standing(),
            subject(),
            verified(),
            stated(),
            people(),
            Consequences.of(asked)));
  }

  private Html standing() {
    int lacks = ApprovalRules.lacks(asked, requesters);
    return switch (asked.status()) {
      case APPROVED ->
          StatusLine.of(
              "yes",
              "Approved.",
              asked.change() == null
                  ? "Drawbridge accepts this one endpoint now and verifies the path, which takes some"
                      + " minutes. Those who asked see the result; nothing is left for you to do."
                  : "The exposure is changed when every other endpoint that it concerns has its yes.");
      case DENIED ->
          StatusLine.of(
              "no",
              "Denied.",
              asked.change() == null
                  ? "Nothing new is accepted and the run ends. What was approved before stays as it"
                      + " is. The consumer can ask again, which is a new question."
                  : "The exposure stays as it is, and so does what was approved before.");
      case PENDING ->
          isOpen()
              ? StatusLine.of(
                  "wait",
                  "Waiting.",
                  "At least %s to say yes until %s. Nothing is open yet. One no is enough to deny."
                      .formatted(Words.morePeopleHave(lacks), Words.at(asked.validUntil())))
              : StatusLine.of(
                  "no",
                  "Expired.",
                  "Nobody answered until %s, so the answer is no. The consumer can ask again."
                      .formatted(Words.at(asked.validUntil())));
    };
  }

  private Html subject() {
    return Html.of(
        """
        <h2>What is asked</h2>
        {}<dl>
        <dt>Database</dt><dd>{}<br><code>{}</code></dd>
        <dt>Its resource id</dt><dd><code>{}</code></dd>
        <dt>Ports of reader and writer</dt><dd><code>{}</code></dd>
        <dt>Ports that instances may have</dt><dd><code>{}</code></dd>
        <dt>Account</dt><dd><code>{}</code></dd>
        <dt>Principal that may connect an endpoint</dt><dd><code>{}</code></dd>
        <dt>Endpoint</dt><dd><code>{}</code></dd>
        <dt>Endpoint service</dt><dd><code>{}</code></dd>
        <dt>Last day</dt><dd>{}</dd>
        <dt>Digest of all this</dt><dd><code>{}</code></dd>
        </dl>""",
        change(),
        asked.key().databaseName(),
        asked.key().databaseArn(),
        resourceId(),
        ports(),
        instancePorts(),
        asked.key().consumerAccountId(),
        asked.key().principal(),
        asked.endpointId(),
        asked.serviceId(),
        lastDay(),
        asked.subjectDigest());
  }

  private Html change() {
    return asked.change() == null
        ? Html.NOTHING
        : Html.of(
            "<p>The database's owner changes its exposure: {}. The endpoint is accepted already; a"
                + " yes is to all of the following from then on.</p>",
            asked.change());
  }

  private String lastDay() {
    ApprovalSubject subject = asked.subject();
    return subject == null || subject.validUntil().isEmpty()
        ? "none: until somebody ends it"
        : subject.validUntil() + " (UTC)";
  }

  private String resourceId() {
    ApprovalSubject subject = asked.subject();
    String id = subject == null ? null : subject.databaseResourceId();
    return id == null ? NOT_KEPT : id;
  }

  private String ports() {
    ApprovalSubject subject = asked.subject();
    return subject == null || subject.readerPort() == null
        ? NOT_KEPT
        : "%d and %d".formatted(subject.readerPort(), subject.writerPort());
  }

  private String instancePorts() {
    ApprovalSubject subject = asked.subject();
    return subject == null || subject.instancePorts() == null
        ? "none"
        : subject.instancePorts().toString();
  }

  private Html verified() {
    return Html.of(
        """
        <h2>What AWS has verified</h2>
        <ul>
        <li>The endpoint belongs to account <code>{}</code>: EC2 names its owner, and it is compared \
        again before anything is accepted.</li>
        <li>{}</li>
        <li>{}</li>
        <li>{}</li>
        </ul>
        <p>Endpoints of this account that waited when the question was put:</p>
        <ul>{}</ul>""",
        asked.key().consumerAccountId(),
        EndpointPlace.of(asked),
        asked.accountProven()
            ? "The account itself wants this: the request was signed with its credentials."
            : Html.of("<strong>Not verified:</strong> nobody signed the request in that account."),
        asked.endpointClaimed()
            ? "The account has claimed this very endpoint by a signed call."
            : Html.of(
                "<strong>Not verified:</strong> the account has not claimed this endpoint by a"
                    + " signed call; anybody there who may create endpoints can have made it."),
        waiting());
  }

  private Html waiting() {
    return asked.waiting().isEmpty()
        ? Html.of("<li>{}</li>", NOT_KEPT)
        : Html.join(
            asked.waiting().stream()
                .map(
                    each ->
                        Html.of(
                            "<li><code>{}</code>{}, made at {}, {}</li>",
                            each.endpointId(),
                            each.endpointId().equals(asked.endpointId())
                                ? " (the one that is asked about)"
                                : "",
                            Words.at(each.createdAt()),
                            each.claim()))
                .toList());
  }

  private Html stated() {
    ApprovalSubject subject = asked.subject();
    Html addresses =
        subject == null
            ? Html.of(
                "<li>The question comes from an earlier release, which kept no addresses.</li>")
            : subject.enforcement() == Enforcement.OFF
                ? Html.of("<li>No addresses: none are filtered.</li>")
                : Html.of(
                    "<li>The consumer's addresses: <code>{}</code></li>",
                    String.join(", ", subject.consumerCidrs()));
    return Html.of(
        """
        <h2>What somebody stated, and nobody has verified</h2>
        <ul>{}<li>Purpose: <bdi>{}</bdi></li></ul>""",
        addresses,
        subject == null || subject.purpose().isEmpty() ? "not stated" : subject.purpose());
  }

  private Html people() {
    int needed = ApprovalRules.needed(asked, requesters);
    return Html.of(
        """
        <h2>Who asked</h2>
        <ul>{}</ul>
        <h2>Who has answered</h2>
        {}
        <p>At least {} besides those who ask {} to say yes{}. Asked are: <code>{}</code></p>{}""",
        Html.join(
            requesters.stream()
                .map(who -> Html.of("<li>{}: {}</li>", who.text(), Words.known(who)))
                .toList()),
        votes(),
        needed == 1 ? "one person" : needed + " people",
        needed == 1 ? "has" : "have",
        needed > asked.quorum() ? ": " + ApprovalRules.ONE_MORE : "",
        String.join("; narrowed to ", asked.approvers().stream().map(QuestionPage::names).toList()),
        isOpen() ? tooFew() : Html.NOTHING);
  }

  private Html tooFew() {
    return QuorumReach.tooFew(asked, requesters)
        .map(why -> Html.of("<p><strong>Too few are asked.</strong> {}.</p>", why))
        .orElse(Html.NOTHING);
  }

  private static String names(dev.drawbridge.identity.Members list) {
    return String.join(", ", list.names());
  }

  private Html votes() {
    if (asked.votes().isEmpty()) {
      return Html.of("<p>Nobody yet.</p>");
    }
    return Html.of(
        "<ul>{}</ul>",
        Html.join(
            asked.votes().stream()
                .map(
                    vote ->
                        Html.of(
                            "<li>{} said <strong>{}</strong> at {}{}</li>",
                            vote.by().text(),
                            vote.approve() ? "yes" : "no",
                            Words.at(vote.at()),
                            vote.comment().isEmpty() ? "" : ": " + vote.comment()))
                .toList()));
  }
}
