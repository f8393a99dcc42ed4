package dev.drawbridge.lab.demo;

import dev.drawbridge.lab.installation.Pages;
import dev.drawbridge.lab.issuer.DemoIssuer;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.lab.scenario.Scenario;
import dev.drawbridge.simulator.door.LoopbackServer;
import java.io.IOException;

/**
 * The installation's pages on loopback, and the issuer that people sign in with there. Serve them
 * before anything runs: messages to people carry their address.
 */
public final class ServedPages implements AutoCloseable {
  private final DemoIssuer issuer;
  private final LoopbackServer server;

  /**
   * Begins to answer.
   *
   * @param port 0 for any free port
   * @throws LabException if the port is taken
   */
  public ServedPages(Scenario scenario, int port) {
    issuer = new DemoIssuer(0, scenario.world().scheduler(), maker -> maker);
    try {
      server = new LoopbackServer(scenario.installation().pages()::handle, port);
    } catch (IOException e) {
      issuer.close();
      throw new LabException(
          "cannot serve the pages on 127.0.0.1:%d; choose another port".formatted(port), e);
    }
    scenario.installation().pagesAt(new Pages(url(), issuer.url()));
  }

  /** Where browsers find them. */
  public String url() {
    return server.url().toString();
  }

  /** Where a question is answered. */
  public String question(String id) {
    return url() + "/approvals/" + id;
  }

  @Override
  public void close() {
    server.close();
    issuer.close();
  }
}
