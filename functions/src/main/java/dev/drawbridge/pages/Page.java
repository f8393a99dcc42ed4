package dev.drawbridge.pages;

import dev.drawbridge.api.ProxyAnswer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** What goes to a browser: a whole document, and headers that let it do nothing else. */
final class Page {
  private static final String STYLE =
      """
      :root{font:16px/1.5 system-ui,sans-serif;color:#1b1b1f;background:#fff}
      body{margin:0 auto;max-width:44rem;padding:0 1rem 3rem;overflow-wrap:anywhere}
      header{display:flex;flex-wrap:wrap;gap:.5rem;justify-content:space-between;align-items:center;
      padding:.75rem 0;border-bottom:1px solid #c4c4cc}
      header form{margin:0}
      h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.15rem;margin-top:2rem}
      dl{margin:0}dt{font-weight:600;margin-top:.5rem}dd{margin:0}
      code,pre{font:.92em ui-monospace,monospace}
      pre{white-space:pre-wrap;background:#f3f3f6;padding:.5rem}
      ul{padding-left:1.25rem}li{margin:.35rem 0}
      .status{border-left:.4rem solid #5b5b66;background:#f3f3f6;padding:.75rem 1rem}
      .yes{border-color:#13703a}.no{border-color:#b3261e}.wait{border-color:#8a5a00}
      .tag{font-weight:600}
      label{display:block;font-weight:600;margin-top:1rem}
      textarea{box-sizing:border-box;width:100%;min-height:5rem;font:inherit;padding:.5rem;
      border:1px solid #5b5b66;border-radius:.25rem}
      .buttons{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1rem}
      button,.button{display:inline-block;font:inherit;font-weight:600;padding:.6rem 1.2rem;
      min-height:2.75rem;box-sizing:border-box;border:2px solid #1f4e8c;border-radius:.25rem;
      background:#fff;color:#1f4e8c;text-decoration:none;cursor:pointer}
      button.approve{background:#13703a;border-color:#13703a;color:#fff}
      button.deny{background:#b3261e;border-color:#b3261e;color:#fff}
      a{color:#1f4e8c}
      :focus-visible{outline:3px solid #1f4e8c;outline-offset:3px}
      """
          .replace("\n", "");

  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
          .formatted(sha256(STYLE));

  private Page() {}

  /** A page for somebody who is signed in. */
  static ProxyAnswer html(int status, String title, Html who, Html body) {
    Html document =
        Html.of(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{} - Drawbridge</title>
            <style>{}</style>
            </head>
            <body>
            <header><span class="tag">Drawbridge</span>{}</header>
            <main>
            {}
            </main>
            </body>
            </html>
            """,
            title,
            style(),
            who,
            body);
    return new ProxyAnswer(status, headers(), document.toString());
  }

  /** A page for anybody. */
  static ProxyAnswer html(int status, String title, Html body) {
    return html(status, title, Html.NOTHING, body);
  }

  static ProxyAnswer of(PageRefusal refusal) {
    Html link =
        refusal
            .link()
            .map(
                to -> Html.of("<p><a class=\"button\" href=\"{}\">{}</a></p>", to.url(), to.text()))
            .orElse(Html.NOTHING);
    return html(
        refusal.status(),
        refusal.title(),
        Html.of(
            "<h1>{}</h1><p>{}</p>{}", refusal.title(), String.valueOf(refusal.getMessage()), link));
  }

  /** After a form, too: what is loaded again is a page, and nothing is sent twice. */
  static ProxyAnswer redirect(String url) {
    return new ProxyAnswer(303, headers(), "").with("Location", url);
  }

  /** The one value that is no text: a constant of this class, without a character to escape. */
  private static Html style() {
    return Html.of(STYLE);
  }

  private static Map<String, String> headers() {
    return Map.of(
        "Content-Type", "text/html; charset=utf-8",
        "Cache-Control", "no-store",
        "Content-Security-Policy", POLICY,
        "X-Content-Type-Options", "nosniff",
        "X-Frame-Options", "DENY",
        "Referrer-Policy", "same-origin",
        "Cross-Origin-Opener-Policy", "same-origin",
        "Strict-Transport-Security", "max-age=31536000");
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
