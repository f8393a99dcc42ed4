package dev.drawbridge.lab.dns;

import dev.drawbridge.simulator.dns.Resolver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks the lab's DNS server anew for every name, over the network. */
public final class LabResolver implements Resolver {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final SimpleResolver client;

  /** A client of that server. */
  public LabResolver(InetSocketAddress server) {
    client = new SimpleResolver(server);
    client.setTimeout(LIMIT);
  }

  @Override
  public List<String> resolve(String name) throws UnknownHostException {
    try {
      Name absolute = Name.fromString(name, Name.root);
      Record question = Record.newRecord(absolute, Type.A, DClass.IN);
      List<String> addresses =
          client.send(Message.newQuery(question)).getSection(Section.ANSWER).stream()
              .filter(ARecord.class::isInstance)
              .map(answer -> ((ARecord) answer).getAddress().getHostAddress())
              .toList();
      if (addresses.isEmpty()) {
        throw new UnknownHostException(name);
      }
      return addresses;
    } catch (UnknownHostException e) {
      throw e;
    } catch (IOException e) {
      UnknownHostException unknown = new UnknownHostException(name);
      unknown.initCause(e);
      throw unknown;
    }
  }
}
