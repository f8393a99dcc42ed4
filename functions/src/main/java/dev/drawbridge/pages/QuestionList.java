package dev.drawbridge.pages;

import dev.drawbridge.aws.dynamodb.DecidedQuestions;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.consent.ApprovalRules;
import dev.drawbridge.consent.ApproverLists;
import dev.drawbridge.consent.Questions;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.model.Approval;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What waits for somebody, what waits for others, and what was decided. */
final class QuestionList {
  private static final String EARLIER = "decidedBefore";
  private static final Pattern POSITION = Pattern.compile(DecidedQuestions.POSITION);

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
    PagesUrl url = PagesUrl.of(settings);
    var open =
        open().stream()
            .collect(Collectors.partitioningBy(asked -> waitsFor(reader, asked, call.account())));
    return Html.join(
        List.of(
            Html.of("<h1>Questions</h1>"),
            QuestionSection.of(
                url,
                "Waiting for you",
                "Nothing waits for you.",
                open.getOrDefault(true, List.of())),
            QuestionSection.of(
                url,
                "Waiting for others",
                "Nothing waits for others.",
                open.getOrDefault(false, List.of())),
            decided(url, call.query(EARLIER, POSITION))));
  }

  /** Fifty, and the way to those before them. */
  private Html decided(PagesUrl url, Optional<String> after) {
    List<DecidedQuestions.Decided> found = decided.page(after.orElse(""), QuestionSection.MOST + 1);
    List<DecidedQuestions.Decided> shown =
        found.subList(0, Math.min(found.size(), QuestionSection.MOST));
    List<Approval> readable =
        shown.stream()
            .map(DecidedQuestions.Decided::approvalId)
            .map(this::readable)
            .flatMap(Optional::stream)
            .toList();
    return Html.join(
        List.of(
            QuestionSection.of(
                url,
                after.isEmpty() ? "Decided" : "Decided before that",
                "Nothing was decided yet.",
                readable),
            after.isEmpty()
                ? Html.NOTHING
                : Html.of("<p><a href=\"{}\">The latest</a></p>", url.at("/")),
            found.size() == shown.size()
                ? Html.NOTHING
                : Html.of(
                    "<p><a href=\"{}\">Earlier ones</a></p>",
                    url.at("/?%s=%s".formatted(EARLIER, shown.getLast().position())))));
  }

  private List<Approval> open() {
    return OpenQuestions.of(waits.all().values(), this::readable, clock.instant());
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
}
