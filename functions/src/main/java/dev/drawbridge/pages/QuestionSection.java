package dev.drawbridge.pages;

import dev.drawbridge.model.Approval;
import dev.drawbridge.model.ApprovalStatus;
import java.util.List;

/** Questions under one title, with how many more there are than a page holds. */
final class QuestionSection {
  /** Questions of one section. */
  static final int MOST = 50;

  private QuestionSection() {}

  /**
   * The section.
   *
   * @param none what it says if there are none
   */
  static Html of(PagesUrl url, String title, String none, List<Approval> asked) {
    if (asked.isEmpty()) {
      return Html.of("<h2>{}</h2><p>{}</p>", title, none);
    }
    return Html.of(
        "<h2>{}</h2><ul>{}</ul>{}",
        title,
        Html.join(asked.stream().limit(MOST).map(each -> line(url, each)).toList()),
        asked.size() <= MOST
            ? Html.NOTHING
            : Html.of("<p>{} more, which end later.</p>", asked.size() - MOST));
  }

  private static Html line(PagesUrl url, Approval asked) {
    return Html.of(
        "<li><a href=\"{}\">Account {}, database {}</a><br>{}</li>",
        url.question(asked.id()),
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
