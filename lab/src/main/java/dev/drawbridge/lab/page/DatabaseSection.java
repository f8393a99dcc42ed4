package dev.drawbridge.lab.page;

import dev.drawbridge.pages.Html;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The databases with their servers, paths and findings. */
final class DatabaseSection {
  private DatabaseSection() {}

  static Html of(LabView view) {
    return view.databases().isEmpty()
        ? Html.of("<p>There is none.</p>")
        : Html.join(view.databases().stream().map(DatabaseSection::one).toList());
  }

  private static Html one(LabView.Database database) {
    return Html.of(
        """
        <h3>{}</h3>
        <p class="status {}"><strong>{}</strong> {}</p>
        {}
        <p>Settings: <code>{}</code></p>""",
        database.name(),
        style(database.sound()),
        word(database.sound()),
        words(database),
        Html.join(
            List.of(
                LabSections.list(
                    database.instances(), "It has no instance.", DatabaseSection::instance),
                database.findings().isEmpty()
                    ? Html.NOTHING
                    : LabSections.list(
                        database.findings(), "", text -> Html.of("<li>{}</li>", text)))),
        database.settings().entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" ")));
  }

  private static Html instance(LabView.Instance instance) {
    return Html.of(
        "<li>{}: <strong>{}</strong>, <span class=\"health {}\">{}</span>, <code>{}</code></li>",
        instance.name(),
        instance.role(),
        instance.status(),
        instance.status(),
        instance.address());
  }

  private static String style(@Nullable Boolean sound) {
    return sound == null ? "wait" : sound ? "yes" : "no";
  }

  private static String word(@Nullable Boolean sound) {
    return sound == null ? "No path." : sound ? "Sound." : "Not sound.";
  }

  private static String words(LabView.Database database) {
    if (database.hold() != null) {
      return "Held: " + database.hold();
    }
    if (!database.exposed()) {
      return "Nothing carries connections to it so far.";
    }
    return database.serviceId() == null
        ? "Its path is being built."
        : "Its path leads through endpoint service %s; findings: %s."
            .formatted(
                database.serviceId(),
                database.findings().isEmpty() ? "none" : database.findings().size());
  }
}
