package dev.drawbridge.pages;

import java.util.random.RandomGenerator;

/** Who is signed in, and the way out. */
final class Toolbar {
  private Toolbar() {}

  static Html of(PagesUrl url, SignedIn.Session session, boolean owner, RandomGenerator random) {
    return Html.of(
        """
        <nav aria-label="Pages"><a href="{}">Questions</a>{}</nav>
        <form method="post" action="{}">
        <span>{}</span>
        <input type="hidden" name="nonce" value="{}">
        <button>Sign out</button>
        </form>""",
        url.at("/"),
        owner ? Html.of(" <a href=\"{}\">Databases</a>", url.at("/databases")) : Html.NOTHING,
        url.at("/sign-out"),
        session.caller().identity().text(),
        session.forms().issue(SignOut.PURPOSE, random));
  }
}
