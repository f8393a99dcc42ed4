package dev.drawbridge.pages;

import dev.drawbridge.model.DatabaseArn;
import java.util.regex.Pattern;

/**
 * The page that somebody wants to see, and is led to once signed in: one of ours, whatever the
 * link's query says.
 *
 * @param path of the page, put together here
 */
record Destination(String path) {
  private static final Destination LIST = new Destination("/");
  private static final Destination DATABASES = new Destination("/databases");
  private static final Pattern LISTED = Pattern.compile("databases");
  private static final String QUESTION = "/approvals/";
  private static final String DATABASE = "/databases/";
  private static final Pattern KNOWN =
      Pattern.compile("/|/databases|/approvals/[0-9a-f]{32}|/databases/[A-Za-z0-9-]{1,63}");

  static Destination list() {
    return LIST;
  }

  static Destination question(String id) {
    return new Destination(QUESTION + id);
  }

  static Destination databases() {
    return DATABASES;
  }

  static Destination database(String name) {
    return new Destination(DATABASE + name);
  }

  /** What the query of a sign-in names; the list, if it names nothing that exists. */
  static Destination asked(PageCall call) {
    return call.query("approval", ShowApprovals.ID)
        .map(Destination::question)
        .or(() -> call.query("database", DatabaseArn.IDENTIFIER).map(Destination::database))
        .or(() -> call.query("page", LISTED).map(page -> DATABASES))
        .orElse(LIST);
  }

  /** What was kept of a sign-in; the list, if an earlier release kept it in another form. */
  static Destination kept(String path) {
    return KNOWN.matcher(path).matches() ? new Destination(path) : LIST;
  }

  /** The sign-in that leads there. */
  String signIn() {
    if (path.startsWith(QUESTION)) {
      return "/sign-in?approval=" + path.substring(QUESTION.length());
    }
    if (path.startsWith(DATABASE)) {
      return "/sign-in?database=" + path.substring(DATABASE.length());
    }
    return equals(DATABASES) ? "/sign-in?page=databases" : "/sign-in";
  }
}
