package dev.drawbridge.lab.cli;

import dev.drawbridge.lab.demo.Demo;
import dev.drawbridge.lab.demo.Progress;
import dev.drawbridge.lab.demo.Report;
import dev.drawbridge.lab.demo.ServedPages;
import dev.drawbridge.lab.demo.Stage;
import dev.drawbridge.lab.demo.Standing;
import dev.drawbridge.lab.demo.Summary;
import dev.drawbridge.lab.page.LabPage;
import dev.drawbridge.lab.page.StageKill;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drawbridge demo}. */
@Command(
    name = "demo",
    description =
        "Onboard a consumer to a real database cluster, then kill its writer; on this machine.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  /** The launcher says where the repository is. */
  private static final Path BUILD = Path.of(System.getProperty("drawbridge.home", ""), "target");

  @Spec private CommandSpec spec;

  @Option(
      names = "--yes",
      description =
          "Approve without asking; else a link is printed, and a person answers in a browser.")
  private boolean yes;

  @Option(
      names = "--page-port",
      paramLabel = "PORT",
      converter = PortNumber.class,
      description = "Where the lab's page answers on 127.0.0.1. Default: any free port.")
  private int pagePort;

  @Mixin private WorldOptions world;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      converter = NewFile.class,
      description = "Write a report as JSON.")
  private @Nullable Path report;

  @Option(
      names = "--timeline",
      paramLabel = "FILE",
      converter = NewFile.class,
      description = "Where to draw the failover, as SVG. Default: target/failover.svg.")
  private @Nullable Path timeline;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out, onTerminal());
    progress.plain(world.delays().explanation());
    progress.plain("starting a %s writer and two replicas ...".formatted(world.engine().title()));
    try (Stage stage = world.stage();
        ServedPages served = new ServedPages(stage.scenario(), 0)) {
      StageKill kill = new StageKill(stage, false);
      try (LabPage page = new LabPage(stage.scenario(), pagePort, served.url(), kill)) {
        progress.plain("watch it in a browser: " + page.url() + "/");
        return play(stage, served, page, kill, progress);
      }
    }
  }

  private int play(Stage stage, ServedPages served, LabPage page, StageKill kill, Progress progress)
      throws IOException {
    progress.follow(new Standing(stage.scenario())::line);
    Optional<ServedPages> pages = yes ? Optional.empty() : Optional.of(served);
    Demo.Played played = new Demo(stage, world.delays(), progress, pages, world.seed()).play();
    progress.unfollow();
    progress.plain("");
    progress.plain(new Summary(played.report()).text());
    write(played, progress);
    if (!yes && onTerminal()) {
      stay(page, kill, progress);
    }
    return verdict(played.report());
  }

  /** Who has answered in a browser looks there for what came of it. */
  private static void stay(LabPage page, StageKill kill, Progress progress) throws IOException {
    kill.allow();
    progress.plain("");
    progress.plain(
        "The page stays, now with a button that kills the writer, until you press Enter: "
            + page.url()
            + "/");
    var _ = System.in.read();
  }

  @SuppressWarnings("SystemConsoleNull") // null was seen on JDK 25 without a controlling terminal
  private static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private void write(Demo.Played played, Progress progress) {
    if (report != null) {
      played.report().writeTo(report);
    }
    Path picture = timeline != null ? timeline : BUILD.resolve("failover.svg");
    played.timeline().writeTo(picture);
    progress.plain("timeline of this failover: " + picture);
  }

  private int verdict(Report made) {
    Optional<String> complaint = made.failover().complaint();
    complaint.ifPresent(
        wrong -> {
          spec.commandLine().getErr().println("drawbridge: " + wrong);
          spec.commandLine().getErr().flush();
        });
    return complaint.isPresent() ? 1 : 0;
  }
}
