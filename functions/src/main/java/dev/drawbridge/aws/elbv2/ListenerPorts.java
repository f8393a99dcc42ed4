package dev.drawbridge.aws.elbv2;

import dev.drawbridge.aws.Clients;
import dev.drawbridge.error.Conflict;
import dev.drawbridge.model.Listeners;
import dev.drawbridge.model.TargetGroups;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** The two listeners of a load balancer. */
public final class ListenerPorts {
  private final ElasticLoadBalancingV2Client elb;

  /** Listeners in the account and region of the clients. */
  public ListenerPorts(Clients clients) {
    this.elb = clients.elb();
  }

  /**
   * The ports that the listeners are to have.
   *
   * @param writerListenerArn the writer's on record: it may lead to the group of an instance; null
   *     before there is one
   */
  public record Wanted(int reader, int writer, @Nullable String writerListenerArn) {}

  /**
   * Both listeners, made if missing, moved if they stand at another port, and plain TCP again if
   * somebody has given them another protocol.
   *
   * @throws Conflict if a port is taken by a listener that forwards elsewhere
   */
  public Listeners ensure(
      String databaseArn, Wanted wanted, String loadBalancerArn, TargetGroups groups) {
    List<Listener> existing = LookUp.listeners(elb, loadBalancerArn);
    Optional<Listener> reader = to(existing, groups.readerArn(), wanted.reader());
    Optional<Listener> writer =
        existing.stream()
            .filter(found -> found.listenerArn().equals(wanted.writerListenerArn()))
            .findFirst()
            .or(() -> to(existing, groups.writerArn(), wanted.writer()));
    List<Listener> kept = Stream.concat(reader.stream(), writer.stream()).toList();
    // Both are compared before either is made: a conflict must leave nothing behind.
    requireFree(existing, "readerPort", wanted.reader(), kept);
    requireFree(existing, "writerPort", wanted.writer(), kept);
    // The one whose port the other wants makes room first.
    boolean writerFirst =
        writer.filter(found -> found.port() == wanted.reader()).isPresent()
            && wanted.writer() != wanted.reader();
    if (writerFirst) {
      writer.ifPresent(found -> move(found, wanted.writer()));
    }
    String readerArn =
        at(reader, databaseArn, loadBalancerArn, wanted.reader(), groups.readerArn());
    String writerArn =
        writerFirst
            ? writer.orElseThrow().listenerArn()
            : at(writer, databaseArn, loadBalancerArn, wanted.writer(), groups.writerArn());
    return new Listeners(readerArn, writerArn, wanted.reader(), wanted.writer());
  }

  /** Of two, since somebody has led another one here, that which stands at the port. */
  private static Optional<Listener> to(List<Listener> existing, String groupArn, int port) {
    return existing.stream()
        .filter(listener -> Forward.leads(listener, groupArn))
        .min(Comparator.comparing(listener -> listener.port() != port));
  }

  private static void requireFree(
      List<Listener> existing, String field, int port, List<Listener> kept) {
    for (Listener listener : existing) {
      if (listener.port() == port && !kept.contains(listener)) {
        throw new Conflict(
            "%s %d is taken by a listener that forwards elsewhere".formatted(field, port));
      }
    }
  }

  private String at(
      Optional<Listener> found,
      String databaseArn,
      String loadBalancerArn,
      int port,
      String groupArn) {
    found
        .filter(listener -> listener.port() != port || !Forward.plain(listener))
        .ifPresent(listener -> move(listener, port));
    return found
        .map(Listener::listenerArn)
        .orElseGet(() -> create(loadBalancerArn, databaseArn, port, groupArn));
  }

  /** UNCONFIRMED what becomes of open connections: nobody who is approved has any by then. */
  private void move(Listener listener, int port) {
    elb.modifyListener(
        r -> r.listenerArn(listener.listenerArn()).protocol(ProtocolEnum.TCP).port(port));
  }

  private String create(String loadBalancerArn, String databaseArn, int port, String groupArn) {
    return elb.createListener(
            r ->
                r.loadBalancerArn(loadBalancerArn)
                    .protocol(ProtocolEnum.TCP)
                    .port(port)
                    .defaultActions(Forward.to(groupArn))
                    .tags(ElbTags.ours(databaseArn)))
        .listeners()
        .getFirst()
        .listenerArn();
  }
}
