package dev.drawbridge.lab.page;

import dev.drawbridge.lab.database.Server;
import dev.drawbridge.lab.demo.Stage;
import dev.drawbridge.lab.process.LabException;

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
      throw new LabException("the writer cannot be killed from here now");
    }
    Server victim = stage.cluster().writer();
    victim.process().destroyForcibly();
    return victim.host().name();
  }
}
