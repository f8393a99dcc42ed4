package dev.drawbridge.pages;

import dev.drawbridge.aws.dynamodb.DecidedQuestions;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.consent.ApprovalRules;
import dev.drawbridge.consent.ApproverLists;
import dev.drawbridge.consent.Questions;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import dev.drawbridge.model.Wait;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What waits for somebody, what waits for others, and what was decided. */
final class QuestionList {
  private static final int MOST = 50;

  private final Settings settings;
  private final Waits waits;
  private final DecidedQuestions decided;
  private final Questions questions;
  private final InstantSource clock;

  QuestionList(Environment environment) {
    this.settings = environment.settings();
    this.waits = Stores.waits(environment);
    this.decided = Stores.decidedQuestions(environment);
    this.questions = new Questions(environment);
    this.clock = environment.clock();
  }

  Html html(PageCall call, Caller reader) {
    var open =
        open().collect(Collectors.partitioningBy(asked -> waitsFor(reader, asked, call.account())));
    return Html.join(
        List.of(
            Html.of("<h1>Questions</h1>"),
            section(
                "Waiting for you", "Nothing waits for you.", open.getOrDefault(true, List.of())),
            section(
                "Waiting for others",
                "Nothing waits for others.",
                open.getOrDefault(false, List.of())),
            section("Decided", "Nothing was decided yet.", latest())));
  }

  private Stream<Approval> open() {
    return waits.all().values().stream()
        .map(Wait::question)
        .filter(Objects::nonNull)
        .limit(MOST)
        .map(Wait.Question::approvalId)
        .map(this::readable)
        .flatMap(Optional::stream)
        .filter(asked -> asked.status() == ApprovalStatus.PENDING)
        .filter(asked -> clock.instant().isBefore(asked.validUntil()))
        .sorted(Comparator.comparing(Approval::validUntil));
  }

  private List<Approval> latest() {
    return decided.latest(MOST).stream().map(this::readable).flatMap(Optional::stream).toList();
  }

  /** A question that cannot be read spoils no other. */
  private Optional<Approval> readable(String id) {
    try {
      return questions.find(id);
    } catch (IllegalStateException unreadable) {
      return Optional.empty();
    }
  }

  private boolean waitsFor(Caller reader, Approval asked, String account) {
    return ApproverLists.name(settings.optional(Settings.APPROVERS), asked, reader, account)
        && !ApprovalRules.hasAsked(reader.identity(), questions.requesters(asked))
        && !ApprovalRules.hasAnswered(reader.identity(), asked);
  }

  private Html section(String title, String none, List<Approval> asked) {
    if (asked.isEmpty()) {
      return Html.of("<h2>{}</h2><p>{}</p>", title, none);
    }
    return Html.of(
        "<h2>{}</h2><ul>{}</ul>", title, Html.join(asked.stream().map(this::line).toList()));
  }

  private Html line(Approval asked) {
    return Html.of(
        "<li><a href=\"{}\">Account {}, database {}</a><br>{}</li>",
        PagesUrl.of(settings).question(asked.id()),
        asked.key().consumerAccountId(),
        asked.key().databaseName(),
        asked.status() == ApprovalStatus.PENDING
            ? "until " + Words.at(asked.validUntil())
            : last(asked));
  }

  private static String last(Approval asked) {
    Approval.Vote last = asked.votes().getLast();
    return "%s by %s, %s"
        .formatted(last.approve() ? "approved" : "denied", last.by().text(), Words.at(last.at()));
  }
}
