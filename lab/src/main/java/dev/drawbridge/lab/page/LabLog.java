package dev.drawbridge.lab.page;

import dev.drawbridge.simulator.Simulator;
import dev.drawbridge.simulator.rds.RdsObserver;
import dev.drawbridge.simulator.rds.Server;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happens in the world that is no execution's: servers, events, and what people do here. */
public final class LabLog implements RdsObserver {
  private static final int MOST = 200;
  private static final Pattern EVENT = Pattern.compile("RDS-EVENT-\\d+");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Deque<String> lines = new ArrayDeque<>();
  private final Simulator world;

  private LabLog(Simulator world) {
    this.world = world;
  }

  /** Begins to write down. Called within the world. */
  public static LabLog of(Simulator world) {
    LabLog log = new LabLog(world);
    world.rds().observe(log);
    world.events().onDelivered(log::delivered);
    world
        .states()
        .onHistory(
            (arn, event) -> {
              if (event.stateEnteredEventDetails() != null) {
                String machine = arn.split(":", -1)[6];
                log.note(machine, "enters " + event.stateEnteredEventDetails().name());
              }
            });
    return log;
  }

  /** Somebody does something, or sees something. */
  public void note(String who, String what) {
    add("%s  %s: %s".formatted(TIME.format(now()), who, what));
  }

  /** The youngest lines, oldest first. */
  synchronized List<String> tail() {
    return List.copyOf(lines);
  }

  @Override
  public void up(Server server) {
    note(
        "RDS",
        server.instance().name() + " is up as a " + (server.writable() ? "writer" : "reader"));
  }

  @Override
  public void down(Server server) {
    note("RDS", server.instance().name() + " is down");
  }

  @Override
  public void promoted(Server server) {
    note("RDS", "promotes " + server.instance().name());
  }

  private void delivered(String event) {
    Matcher found = EVENT.matcher(event);
    if (found.find()) {
      note("EventBridge", "delivers " + found.group());
    }
  }

  private synchronized void add(String line) {
    lines.addLast(line);
    while (lines.size() > MOST) {
      lines.removeFirst();
    }
  }

  private Instant now() {
    return world.scheduler().now();
  }
}
