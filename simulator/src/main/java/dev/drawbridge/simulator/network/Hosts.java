package dev.drawbridge.simulator.network;

import dev.drawbridge.engine.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What listens where, and which clients a MySQL-family server has blocked. */
public final class Hosts {
  private record Socket(String ip, int port) {}

  private record Client(String sourceIp, Socket server) {}

  /**
   * @param interrupted handshakes interrupted in a row up to {@code since}
   * @param every how often one more is interrupted; null while none is
   */
  private record HandshakeErrors(long interrupted, Instant since, @Nullable Duration every) {
    long at(Instant now) {
      return every == null
          ? interrupted
          : interrupted + Duration.between(since, now).dividedBy(every);
    }
  }

  private final Scheduler scheduler;
  private final Changes changes;
  private final Map<Socket, Listener> listening = new HashMap<>();
  private final Map<Client, HandshakeErrors> errors = new HashMap<>();
  private final Set<String> silent = new HashSet<>();

  /** No host listens yet. */
  public Hosts(Scheduler scheduler, Changes changes) {
    this.scheduler = scheduler;
    this.changes = changes;
  }

  /** From now on {@code listener} accepts connections; a restarted server has forgotten blocks. */
  public void listen(String ip, int port, Listener listener) {
    Socket socket = new Socket(ip, port);
    silent.remove(ip);
    boolean restarted = listening.put(socket, listener) == null;
    if (restarted) {
      errors.replaceAll(
          (client, old) ->
              client.server().equals(socket)
                  ? new HandshakeErrors(0, scheduler.now(), old.every())
                  : old);
    }
    changes.happened();
  }

  /** From now on connections to the port are refused. */
  public void close(String ip, int port) {
    if (listening.remove(new Socket(ip, port)) != null) {
      changes.happened();
    }
  }

  /**
   * From now on, and until something listens there again, the host drops every packet: whoever
   * connects hears nothing, and who is connected hears of no end.
   */
  public void silence(String ip) {
    silent.add(ip);
    changes.happened();
  }

  /** Whether the host drops every packet. */
  public boolean isSilent(String ip) {
    return silent.contains(ip);
  }

  /** The server at the address and port, if one listens. */
  public Optional<Listener> listener(String ip, int port) {
    return Optional.ofNullable(listening.get(new Socket(ip, port)));
  }

  /**
   * From now on {@code sourceIp} opens and resets a connection {@code every} so often: a health
   * check. Counted when asked for, so it costs nothing as time passes.
   */
  public void startInterrupting(String sourceIp, String ip, int port, Duration every) {
    Client client = new Client(sourceIp, new Socket(ip, port));
    HandshakeErrors old = errors.get(client);
    if (old == null || !every.equals(old.every())) {
      errors.put(client, new HandshakeErrors(counted(client), scheduler.now(), every));
    }
  }

  /** The health checks of {@code sourceIp} have ended. */
  public void stopInterrupting(String sourceIp, String ip, int port) {
    Client client = new Client(sourceIp, new Socket(ip, port));
    if (errors.containsKey(client)) {
      errors.put(client, new HandshakeErrors(counted(client), scheduler.now(), null));
    }
  }

  /**
   * Whether the server answers {@code sourceIp} with "Host is blocked because of many connection
   * errors" (MySQL reference manual, "Host 'host_name' is blocked").
   */
  public boolean blocks(String ip, int port, String sourceIp) {
    Listener listener = listening.get(new Socket(ip, port));
    return listener != null
        && listener.maxConnectErrors() > 0
        && counted(new Client(sourceIp, new Socket(ip, port))) >= listener.maxConnectErrors();
  }

  /** A login from {@code sourceIp} succeeded: the server counts from zero again. */
  public void loggedIn(String sourceIp, String ip, int port) {
    errors.computeIfPresent(
        new Client(sourceIp, new Socket(ip, port)),
        (client, old) -> new HandshakeErrors(0, scheduler.now(), old.every()));
  }

  private long counted(Client client) {
    HandshakeErrors old = errors.get(client);
    return old == null ? 0 : old.at(scheduler.now());
  }
}
