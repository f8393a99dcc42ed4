package dev.drawbridge.lab.path;

import dev.drawbridge.simulator.network.Attachment;
import dev.drawbridge.simulator.network.Fabric;
import dev.drawbridge.simulator.network.LoadBalancing;
import dev.drawbridge.simulator.network.Peer;
import dev.drawbridge.simulator.network.PrivateLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The smallest network with an endpoint in it; tests turn its fields. */
public final class OneEndpoint implements Fabric, PrivateLink, LoadBalancing {
  public static final String APP = "127.20.211.9";
  public static final String ENDPOINT = "127.20.211.10";
  public static final String NODE = "127.10.211.20";

  volatile String state = "available";
  volatile boolean admitted = true;

  private final Map<Integer, Target> targets = new ConcurrentHashMap<>();

  /** From now on new connections to {@code entrance}, a port, go there. */
  public void leadTo(int entrance, String ip, int port) {
    targets.put(entrance, new Target(ip, port, "arn:group", false));
  }

  void leadNowhere() {
    targets.clear();
  }

  @Override
  public Optional<Attachment> at(String ip) {
    return switch (ip) {
      case APP -> Optional.of(new Attachment("eni-app", ip, "vpc-c", List.of()));
      case ENDPOINT -> Optional.of(new Attachment("eni-endpoint", ip, "vpc-c", List.of()));
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<String> vpcOf(String ip) {
    return Optional.of(ip.startsWith("127.20.") ? "vpc-c" : "vpc-p");
  }

  @Override
  public boolean admitsInbound(List<String> groups, Peer peer, int port) {
    return admitted;
  }

  @Override
  public boolean admitsOutbound(List<String> groups, Peer peer, int port) {
    return true;
  }

  @Override
  public Optional<Entrance> entrance(String interfaceId) {
    return interfaceId.equals("eni-endpoint")
        ? Optional.of(
            new Entrance("vpce-1", state, "euc1-az1", List.of("arn:nlb"), Optional.empty()))
        : Optional.empty();
  }

  @Override
  public Optional<Node> nodeOf(String interfaceId) {
    return Optional.empty();
  }

  @Override
  public Optional<Node> nodeIn(String loadBalancerArn, String zoneId) {
    return Optional.of(new Node(loadBalancerArn, NODE, zoneId, true, List.of(), false));
  }

  @Override
  public boolean endsTls(Node node, int port) {
    return false;
  }

  @Override
  public boolean listens(Node node, int port) {
    return true;
  }

  @Override
  public Optional<Target> choose(Node node, int port) {
    return Optional.ofNullable(targets.get(port));
  }
}
