package dev.drawbridge.pages;

import java.util.List;

/** What should be on a page and cannot be read, for whoever reads the rest. */
final class UnreadLines {
  private UnreadLines() {}

  static Html of(List<String> unreadable) {
    return unreadable.isEmpty()
        ? Html.NOTHING
        : Html.join(
            List.of(
                StatusLine.of(
                    "no", "Not all is shown.", "These records of the installation cannot be read:"),
                Html.of(
                    "<ul>{}</ul>",
                    Html.join(
                        unreadable.stream().map(each -> Html.of("<li>{}</li>", each)).toList()))));
  }
}
