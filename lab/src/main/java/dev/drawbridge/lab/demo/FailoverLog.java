package dev.drawbridge.lab.demo;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.lab.demo.Timeline.Tone;
import dev.drawbridge.lab.scenario.Exposure;
import dev.drawbridge.simulator.dns.Zones;
import dev.drawbridge.simulator.rds.DbInstance;
import dev.drawbridge.simulator.rds.RdsObserver;
import dev.drawbridge.simulator.rds.RdsService;
import dev.drawbridge.simulator.rds.Server;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes down what becomes of a database: its servers, whom the RDS API and DNS take for the
 * writer, and which events arrive. Called within the world.
 */
final class FailoverLog implements RdsObserver {
  private static final Pattern EVENT = Pattern.compile("RDS-EVENT-\\d+");

  private final Exposure exposure;
  private final RdsService rds;
  private final Scheduler scheduler;
  private final Timeline timeline;
  private final Progress progress;
  private Optional<String> named = Optional.empty();
  private boolean begun;

  FailoverLog(Exposure exposure, Timeline timeline, Progress progress) {
    this.exposure = exposure;
    this.rds = exposure.scenario().world().rds();
    this.scheduler = exposure.scenario().world().scheduler();
    this.timeline = timeline;
    this.progress = progress;
  }

  /** Writes down how things are, and everything from now on. */
  void begin() {
    rds.observe(this);
    exposure.scenario().world().events().onDelivered(this::delivered);
    look();
    begun = true;
  }

  /** Looks whom the API and DNS take for the writer. */
  void look() {
    exposure
        .scenario()
        .world()
        .zones()
        .lookup(Zones.PUBLIC, rds.writerName(exposure.database()))
        .flatMap(answer -> instance(answer.addresses().getFirst()))
        .ifPresent(this::named);
    rds.cluster(exposure.database())
        .shownWriter()
        .ifPresent(shown -> timeline.turn(Lanes.API, "writer " + shown, Tone.PLAIN, now()));
  }

  @Override
  public void up(Server server) {
    turn(server, server.writable() ? "writer" : "reader", Tone.GOOD);
    if (begun) {
      progress.note("RDS", server.instance().name() + " is back as a reader");
    }
  }

  @Override
  public void down(Server server) {
    turn(server, "down", Tone.BAD);
  }

  @Override
  public void promoted(Server server) {
    turn(server, "writer", Tone.GOOD);
    progress.note("RDS", "promotes " + server.instance().name());
  }

  private void named(String writer) {
    timeline.turn(Lanes.DNS, "writer " + writer, Tone.PLAIN, now());
    if (begun && named.filter(writer::equals).isEmpty()) {
      progress.note("DNS", "the writer's name leads to " + writer);
    }
    named = Optional.of(writer);
  }

  private void turn(Server server, String state, Tone tone) {
    timeline.turn(Lanes.server(server.instance().name()), state, tone, now());
  }

  private void delivered(String event) {
    Matcher found = EVENT.matcher(event);
    if (found.find()) {
      timeline.mark(Lanes.EVENTS, found.group(), now());
      progress.note("EventBridge", "delivers " + found.group());
    }
  }

  private Optional<String> instance(String address) {
    return rds.instances(exposure.database()).stream()
        .filter(each -> each.address().equals(address))
        .map(DbInstance::id)
        .map(id -> id.name())
        .findFirst();
  }

  private Instant now() {
    return scheduler.now();
  }
}
