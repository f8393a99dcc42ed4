package dev.drawbridge.lab.page;

import dev.drawbridge.lab.database.Server;
import dev.drawbridge.lab.demo.Stage;

/** Kills the real writer of a stage (SIGKILL). RDS is not told: it has to notice. */
public final class StageKill implements WriterKill {
  private final Stage stage;
  private volatile boolean allowed;

  /**
   * For that stage.
   *
   * @param allowed whether anybody may from the beginning
   */
  public StageKill(Stage stage, boolean allowed) {
    this.stage = stage;
    this.allowed = allowed;
  }

  /** From now on somebody may. */
  public void allow() {
    allowed = true;
  }

  @Override
  public boolean allowed() {
    return allowed;
  }

  @Override
  public String kill() {
    if (!allowed) {
      return NOBODY.kill();
    }
    Server victim = stage.cluster().writer();
    victim.process().destroyForcibly();
    return victim.host().name();
  }
}
