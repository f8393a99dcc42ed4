package dev.drawbridge.pages;

import java.util.Optional;

/** Ends the work on a call with a page that says why. */
final class PageRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Where a person can go on. */
  record Link(String url, String text) {}

  private final int status;
  private final String title;
  private final transient Optional<Link> link;

  PageRefusal(int status, String title, String detail) {
    this(status, title, detail, Optional.empty());
  }

  private PageRefusal(int status, String title, String detail, Optional<Link> link) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.link = link;
  }

  static PageRefusal forbidden(String detail) {
    return new PageRefusal(403, "This is refused", detail);
  }

  static PageRefusal notFound() {
    return new PageRefusal(
        404, "There is no such question", "The link leads to no question of this installation.");
  }

  /** The same with a link. */
  PageRefusal goOn(String url, String text) {
    return new PageRefusal(
        status, title, String.valueOf(getMessage()), Optional.of(new Link(url, text)));
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  Optional<Link> link() {
    return link;
  }
}
