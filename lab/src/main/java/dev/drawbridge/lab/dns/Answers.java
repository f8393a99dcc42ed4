package dev.drawbridge.lab.dns;

import dev.drawbridge.engine.time.Scheduler;
import dev.drawbridge.simulator.dns.DnsAnswer;
import dev.drawbridge.simulator.dns.Zones;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Answers DNS messages from the names of the simulated world, as one VPC sees them.
 *
 * @param scheduler guards the world
 * @param view whose names come first, for example a VPC's id
 */
public record Answers(Scheduler scheduler, Zones zones, String view) {

  /** The reply to one message. */
  Message to(Message question) {
    Message reply = new Message(question.getHeader().getID());
    reply.getHeader().setFlag(Flags.QR);
    reply.getHeader().setFlag(Flags.RA);
    if (question.getHeader().getFlag(Flags.RD)) {
      reply.getHeader().setFlag(Flags.RD);
    }
    Record asked = question.getQuestion();
    if (asked == null || question.getHeader().getOpcode() != Opcode.QUERY) {
      reply.getHeader().setRcode(Rcode.NOTIMP);
      return reply;
    }
    reply.addRecord(asked, Section.QUESTION);
    Optional<DnsAnswer> found = lookup(asked.getName().toString(true));
    if (found.isEmpty()) {
      reply.getHeader().setRcode(Rcode.NXDOMAIN);
    } else {
      fill(reply, asked, found.get());
    }
    return reply;
  }

  private Optional<DnsAnswer> lookup(String name) {
    return scheduler.exclusively(() -> zones.lookup(view, name));
  }

  /** Every name has IPv4 addresses only: a question for another type gets its CNAMEs alone. */
  private static void fill(Message reply, Record asked, DnsAnswer answer) {
    List<String> names = answer.names();
    long ttl = seconds(answer.ttl());
    for (int i = 1; i < names.size(); i++) {
      Name from = absolute(names.get(i - 1));
      reply.addRecord(
          new CNAMERecord(from, DClass.IN, ttl, absolute(names.get(i))), Section.ANSWER);
    }
    if (asked.getType() == Type.A || asked.getType() == Type.ANY) {
      Name last = absolute(names.getLast());
      for (String address : answer.addresses()) {
        reply.addRecord(new ARecord(last, DClass.IN, ttl, inet(address)), Section.ANSWER);
      }
    }
  }

  /** On the wire a time to live is whole seconds; part of one must not become none. */
  private static long seconds(Duration ttl) {
    return ttl.plusNanos(999_999_999).toSeconds();
  }

  private static Name absolute(String name) {
    try {
      return Name.fromString(name, Name.root);
    } catch (TextParseException e) {
      throw new IllegalStateException("a zone holds the impossible name " + name, e);
    }
  }

  private static InetAddress inet(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("a zone holds the impossible address " + address, e);
    }
  }
}
