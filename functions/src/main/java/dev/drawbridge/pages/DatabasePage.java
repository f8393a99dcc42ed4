package dev.drawbridge.pages;

import dev.drawbridge.exposure.KnownSettings;
import dev.drawbridge.inspection.Remedy;
import dev.drawbridge.inspection.Report;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.Exposure;
import dev.drawbridge.model.PrivateDnsName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database as its owner reads it: how its path stands, its settings, and its consumers with what
 * they connect to.
 *
 * @param report of a look just taken; empty while nothing is exposed
 */
record DatabasePage(KnownSettings.Known known, List<Claim> consumers, Optional<Report> report) {

  Html html() {
    return Html.join(
        List.of(
            Html.of(
                "<h1>Database {}</h1><p><code>{}</code></p>",
                DatabaseArn.nameIn(known.record().databaseArn()),
                known.record().databaseArn()),
            standing(),
            path(),
            findings(),
            settings(),
            Html.of("<h2>Consumers</h2>"),
            consumers.isEmpty()
                ? Html.of("<p>Nobody has asked for a path to it yet.</p>")
                : Html.join(consumers.stream().map(ConsumerEntry::of).toList())));
  }

  private Html standing() {
    Exposure.Absence absence = known.record().absence();
    return Html.join(
        List.of(
            report
                .map(
                    seen ->
                        seen.sound()
                            ? StatusLine.of("yes", "Sound.", "Nothing cuts or weakens the path.")
                            : StatusLine.of("no", "Not sound.", "The findings below say why."))
                .orElseGet(
                    () ->
                        StatusLine.of(
                            "wait", "Not exposed.", "Nothing carries connections to it so far.")),
            known.hold() == null
                ? Html.NOTHING
                : StatusLine.of("wait", "Held.", String.valueOf(known.hold())),
            absence == null
                ? Html.NOTHING
                : StatusLine.of(
                    "no",
                    "Missing since " + Words.at(absence.since()) + ".",
                    String.valueOf(absence.why()))));
  }

  private Html path() {
    Exposure.Path built = known.record().path();
    return built == null
        ? Html.NOTHING
        : Html.of(
            """
            <h2>What carries connections</h2>
            <dl>
            <dt>Endpoint service</dt><dd><code>{}</code></dd>
            <dt>Port of the readers</dt><dd><code>{}</code></dd>
            <dt>Port of the writer</dt><dd><code>{}</code></dd>
            {}{}<dt>Load balancer</dt><dd><code>{}</code></dd>
            <dt>Its security group</dt><dd><code>{}</code></dd>
            <dt>The database's resource id</dt><dd><code>{}</code></dd>
            </dl>""",
            built.serviceId(),
            built.readerPort(),
            built.writerPort(),
            Html.join(
                known.record().instances().stream()
                    .map(
                        each ->
                            Html.of(
                                "<dt>Port of {}</dt><dd><code>{}</code></dd>",
                                each.identifier(),
                                each.port()))
                    .toList()),
            privateDns(built.privateDns()),
            built.loadBalancerArn(),
            built.securityGroupId(),
            known.record().resourceId() == null ? "not seen yet" : known.record().resourceId());
  }

  private static Html privateDns(@Nullable PrivateDnsName name) {
    return name == null
        ? Html.NOTHING
        : Html.of(
            "<dt>Its name</dt><dd><code>{}</code>, {} when it was built last; AWS verifies it by the"
                + " {} record <code>{}</code> below its domain, which says <code>{}</code></dd>",
            name.name(),
            name.verified() ? "verified" : "not verified",
            name.recordType(),
            name.recordName(),
            name.recordValue());
  }

  private Html findings() {
    return report
        .map(
            seen ->
                Html.of(
                    "<h2>Findings</h2><p>Looked at {}; the schedule looks every {} minutes.</p>{}",
                    Words.at(seen.lookedAt()),
                    seen.everySeconds() / 60,
                    seen.findings().isEmpty()
                        ? Html.of("<p>There is nothing to report.</p>")
                        : Html.of(
                            "<ul>{}</ul>",
                            Html.join(
                                seen.findings().stream().map(DatabasePage::finding).toList()))))
        .orElse(Html.NOTHING);
  }

  private static Html finding(Report.Entry entry) {
    return Html.of(
        "<li><span class=\"tag\">{}</span> since {}: {} ({})</li>",
        entry.weight().toLowerCase(Locale.ROOT),
        Words.at(entry.since()),
        entry.text(),
        Remedy.valueOf(entry.remedy()).words());
  }

  private Html settings() {
    List<Html> each =
        known.settings().stated().entrySet().stream()
            .map(
                entry ->
                    Html.of(
                        "<dt>{}</dt><dd><code>{}</code></dd>", entry.getKey(), entry.getValue()))
            .toList();
    return Html.of(
        "<h2>Settings</h2><p>{}</p><dl>{}</dl>",
        known.settings().decided()
            ? "Version " + known.settings().version() + ", as an owner decided."
            : "Nobody has decided any: these are the installation's, or what AWS shows.",
        Html.join(each));
  }
}
