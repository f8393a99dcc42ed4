package dev.drawbridge.lab.page;

import dev.drawbridge.pages.Html;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole document: everything is there without any script. */
final class LabDocument {
  /** The id of the button's place. */
  static final String BUTTON = "kill";

  private LabDocument() {}

  /**
   * The document.
   *
   * @param pages where the installation's own pages are
   * @param button what stands in the button's place
   */
  static Html of(Map<String, Html> sections, String pages, Html button) {
    List<Html> parts =
        LabSections.HEADINGS.entrySet().stream()
            .map(
                heading ->
                    Html.of(
                        "<section class=\"part\" id=\"part-{}\" aria-labelledby=\"heading-{}\"><h2 id=\"heading-{}\">{}</h2><div id=\"{}\">{}</div></section>",
                        heading.getKey(),
                        heading.getKey(),
                        heading.getKey(),
                        heading.getValue(),
                        heading.getKey(),
                        sections.getOrDefault(heading.getKey(), Html.NOTHING)))
            .toList();
    return Html.of(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Drawbridge's lab</title>
        <link rel="stylesheet" href="/page.css">
        <script type="module" src="/page.js"></script>
        </head>
        <body>
        <header><strong>Drawbridge's lab</strong>
        <nav aria-label="Pages"><a href="{}">Drawbridge's own pages</a> <a href="/lab.json">All this as JSON</a></nav></header>
        <main>
        <h1>A provider, a consumer and a database between them</h1>
        <p id="live">This is how it stands now; <a href="/">load the page again</a> to see how it goes on.</p>
        <div id="{}">{}</div>
        <div class="parts">
        {}
        </div>
        </main>
        </body>
        </html>
        """,
        pages,
        BUTTON,
        button,
        Html.join(parts));
  }

  /**
   * The form that kills the writer.
   *
   * @param nonce what it has to bring back; empty while nobody may
   */
  static Html button(Optional<String> nonce) {
    return nonce
        .map(
            once ->
                Html.of(
                    """
                    <form method="post" action="/kill">
                    <input type="hidden" name="nonce" value="{}">
                    <button id="kill-writer">Kill the writer's process</button>
                    </form>""",
                    once))
        .orElseGet(
            () ->
                Html.of(
                    "<p>The demo kills the writer's process by itself, once the path is open.</p>"));
  }

  /** A page that says why something was not done. */
  static Html refusal(String why) {
    return Html.of(
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Not done - Drawbridge's lab</title><link rel="stylesheet" href="/page.css"></head>
        <body><main><h1>Nothing was done</h1><p>{}</p><p><a href="/">Back to the lab</a></p></main></body>
        </html>
        """,
        why);
  }
}
