package dev.drawbridge.pages;

import dev.drawbridge.api.DatabaseNames;
import dev.drawbridge.api.ProxyAnswer;
import dev.drawbridge.aws.dynamodb.Claims;
import dev.drawbridge.aws.dynamodb.Inspections;
import dev.drawbridge.aws.dynamodb.ItemsRead;
import dev.drawbridge.error.InvalidRequest;
import dev.drawbridge.exposure.KnownSettings;
import dev.drawbridge.inspection.Reports;
import dev.drawbridge.model.Claim;
import dev.drawbridge.model.DatabaseArn;
import dev.drawbridge.model.InspectionRecord;
import dev.drawbridge.runtime.Environment;
import dev.drawbridge.runtime.Settings;
import dev.drawbridge.runtime.Stores;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * {@code GET /databases} and {@code GET /databases/{id}}: what stands behind Drawbridge, and one
 * database as its owner sees it, by a look taken while the page is made. It changes nothing.
 */
public final class ShowDatabases extends PageWorker {
  private final Settings settings;
  private final SignedIn signedIn;
  private final DatabaseNames names;
  private final KnownSettings known;
  private final Claims claims;
  private final Inspections inspections;
  private final Reports reports;
  private final InstantSource clock;
  private final RandomGenerator random;

  public ShowDatabases() {
    this(Environment.lambda());
  }

  public ShowDatabases(Environment environment) {
    super(environment);
    this.settings = environment.settings();
    this.signedIn = new SignedIn(environment);
    this.names = new DatabaseNames(environment);
    this.known = new KnownSettings(environment);
    this.claims = Stores.claims(environment);
    this.inspections = Stores.inspections(environment);
    this.reports = new Reports(environment);
    this.clock = environment.clock();
    this.random = environment.random();
  }

  @Override
  ProxyAnswer answer(PageCall call) {
    PagesUrl url = PagesUrl.of(settings);
    boolean one = call.event().resource().endsWith("{id}");
    Optional<String> name = call.path("id", DatabaseArn.IDENTIFIER);
    Optional<SignedIn.Session> session = signedIn.session(call);
    if (session.isEmpty()) {
      return Page.redirect(
          url.at(name.map(Destination::database).orElse(Destination.databases()).signIn()));
    }
    if (!signedIn.owns(session.get().caller(), call.account())) {
      throw PageRefusal.forbidden(
          "You are signed in as %s, who is not one of the installation's operators: databases are for their owners."
              .formatted(session.get().caller().identity().text()));
    }
    Html who = Toolbar.of(url, session.get(), true, random);
    if (!one) {
      return list(url, who);
    }
    return database(name.orElseThrow(ShowDatabases::noSuch), who);
  }

  private ProxyAnswer database(String name, Html who) {
    KnownSettings.Known exposure = known.of(arn(name));
    ItemsRead<Claim> consumers = claims.eachOfDatabase(exposure.record().databaseArn());
    DatabasePage page =
        new DatabasePage(
            exposure,
            consumers.values(),
            exposure.built()
                ? Optional.of(reports.of(exposure.record(), consumers))
                : Optional.empty());
    return Page.html(
            200,
            "Database " + name,
            who,
            Html.join(List.of(UnreadLines.of(consumers.faults()), page.html())))
        .lacking(consumers.faults(), clock.instant());
  }

  private String arn(String name) {
    try {
      return names.arn(name);
    } catch (InvalidRequest none) {
      throw noSuch();
    }
  }

  private static PageRefusal noSuch() {
    return new PageRefusal(
        404, "There is no such database", "The link leads to no database of this account.");
  }

  private ProxyAnswer list(PagesUrl url, Html who) {
    ItemsRead<InspectionRecord> all = inspections.all();
    List<Html> lines = all.values().stream().map(record -> line(url, record)).toList();
    Html html =
        Html.join(
            List.of(
                Html.of("<h1>Databases</h1>"),
                Html.join(
                    reports.unheard().stream()
                        .map(why -> StatusLine.of("no", "Unheard.", why))
                        .toList()),
                UnreadLines.of(all.unread()),
                Html.of(
                    "<p>Every database that something of ours stands in front of, as the last scheduled look found it.</p>{}",
                    lines.isEmpty()
                        ? Html.of("<p>There is none yet.</p>")
                        : Html.of("<ul>{}</ul>", Html.join(lines)))));
    return Page.html(200, "Databases", who, html).lacking(all.unread(), clock.instant());
  }

  private static Html line(PagesUrl url, InspectionRecord record) {
    String name = DatabaseArn.nameIn(record.databaseArn());
    int wrong = record.known().size();
    return Html.of(
        "<li><a href=\"{}\">{}</a><br>{}</li>",
        url.at(Destination.database(name).path()),
        name,
        record.lookedAt() == null
            ? "not looked at yet"
            : "%s, seen %s"
                .formatted(
                    wrong == 0
                        ? "nothing to report"
                        : wrong + (wrong == 1 ? " finding" : " findings"),
                    Words.at(record.lookedAt())));
  }
}
