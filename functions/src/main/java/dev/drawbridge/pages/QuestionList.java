package dev.drawbridge.pages;

import dev.drawbridge.aws.dynamodb.DecidedQuestions;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.aws.dynamodb.PageRead;
import dev.drawbridge.aws.dynamodb.UnreadableItem;
import dev.drawbridge.aws.dynamodb.Waits;
import dev.drawbridge.consent.ApprovalRules;
import dev.drawbridge.consent.ApproverLists;
import dev.drawbridge.consent.Questions;
import dev.drawbridge.identity.Caller;
import dev.drawbridge.model.Approval;
import dev.drawbridge.model.Wait;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.ArrayList;
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

  /**
   * The page.
   *
   * @param unreadable what is kept of further questions but says nothing
   */
  record Shown(Html html, List<String> unreadable) {}

  Shown shown(PageCall call, Caller reader) {
    return new Look(call, reader).shown();
  }

  /** One look, and what it could not read so far. */
  private final class Look {
    private final PageCall call;
    private final Caller reader;
    private final PagesUrl url = PagesUrl.of(settings);
    private final List<String> unreadable = new ArrayList<>();

    Look(PageCall call, Caller reader) {
      this.call = call;
      this.reader = reader;
    }

    Shown shown() {
      var open = open().stream().collect(Collectors.partitioningBy(this::waitsForReader));
      Html sections =
          Html.join(
              List.of(
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
                  decided(call.query(EARLIER, POSITION))));
      return new Shown(
          Html.join(List.of(Html.of("<h1>Questions</h1>"), UnreadLines.of(unreadable), sections)),
          unreadable);
    }

    /** Fifty, and the way to those before them. */
    private Html decided(Optional<String> after) {
      PageRead<DecidedQuestions.Decided> page =
          decided.page(after.orElse(""), QuestionSection.MOST + 1);
      ItemsRead<DecidedQuestions.Decided> read = page.items();
      unreadable.addAll(read.faults());
      List<DecidedQuestions.Decided> found = read.values();
      List<DecidedQuestions.Decided> shown =
          found.subList(0, Math.min(found.size(), QuestionSection.MOST));
      boolean more = page.next() != null && !shown.isEmpty();
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
              more
                  ? Html.of(
                      "<p><a href=\"{}\">Earlier ones</a></p>",
                      url.at("/?%s=%s".formatted(EARLIER, shown.getLast().position())))
                  : Html.NOTHING));
    }

    private List<Approval> open() {
      ItemsRead<Wait> all = waits.all();
      unreadable.addAll(all.faults());
      return OpenQuestions.of(all.values(), this::readable, clock.instant());
    }

    /** A question that cannot be read spoils no other. */
    private Optional<Approval> readable(String id) {
      return UnreadableItem.noted("question " + id, unreadable, () -> questions.find(id));
    }

    /** Of whom nobody can tell who has asked for it, nobody here may answer it. */
    private boolean waitsForReader(Approval asked) {
      return UnreadableItem.noted(
              "who asks question " + asked.id(),
              unreadable,
              () ->
                  Optional.of(
                      ApproverLists.name(
                              settings.optional(Settings.APPROVERS), asked, reader, call.account())
                          && !ApprovalRules.hasAsked(reader.identity(), questions.requesters(asked))
                          && !ApprovalRules.hasAnswered(reader.identity(), asked)))
          .orElse(false);
    }
  }
}
