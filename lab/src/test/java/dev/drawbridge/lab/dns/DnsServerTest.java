package dev.drawbridge.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drawbridge.engine.time.WallScheduler;
import dev.drawbridge.lab.process.LabException;
import dev.drawbridge.simulator.dns.DnsRecord;
import dev.drawbridge.simulator.dns.Zones;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

@Tag("alone")
class DnsServerTest {
  private static final Duration TTL = Duration.ofSeconds(5);

  private final WallScheduler scheduler = new WallScheduler(1);
  private final Zones zones = new Zones(scheduler);
  private final DnsServer server =
      new DnsServer(new Answers(scheduler, zones, "vpc-1"), "127.20.250.2", 0);
  private final LabResolver resolver = new LabResolver(server.address());

  @AfterEach
  void stop() {
    server.close();
    scheduler.close();
  }

  @Test
  void answers_change_with_the_zone() throws UnknownHostException {
    zones.put("db.example", new DnsRecord.Addresses(List.of("127.10.1.5"), TTL));
    assertThat(resolver.resolve("db.example")).containsExactly("127.10.1.5");

    zones.put("db.example", new DnsRecord.Addresses(List.of("127.10.2.5"), TTL));
    assertThat(resolver.resolve("DB.example")).containsExactly("127.10.2.5");

    zones.remove("db.example");
    assertThatThrownBy(() -> resolver.resolve("db.example"))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void a_private_view_hides_the_public_name() throws UnknownHostException {
    zones.put("db.example", new DnsRecord.Addresses(List.of("127.10.1.5"), TTL));
    zones.put("vpc-1", "db.example", new DnsRecord.Addresses(List.of("127.20.1.5"), TTL));
    assertThat(resolver.resolve("db.example")).containsExactly("127.20.1.5");
  }

  @Test
  void a_cluster_name_is_a_cname_with_its_ttl_over_udp_and_tcp() throws IOException {
    zones.put("cluster.example", new DnsRecord.Alias("one.example", TTL));
    zones.put("one.example", new DnsRecord.Addresses(List.of("127.10.1.5"), TTL));
    for (boolean tcp : List.of(false, true)) {
      List<Record> answer = ask("cluster.example", Type.A, tcp).getSection(Section.ANSWER);
      assertThat(answer).extracting(Record::getType).containsExactly(Type.CNAME, Type.A);
      assertThat(answer).extracting(Record::getTTL).containsOnly(5L);
    }
  }

  @Test
  void part_of_a_second_is_a_time_to_live_of_one() throws IOException {
    zones.put(
        "one.example", new DnsRecord.Addresses(List.of("127.10.1.5"), Duration.ofMillis(250)));
    assertThat(ask("one.example", Type.A, false).getSection(Section.ANSWER))
        .extracting(Record::getTTL)
        .containsExactly(1L);
  }

  @Test
  void an_ipv6_question_for_a_known_name_has_an_empty_answer_and_no_error() throws IOException {
    zones.put("one.example", new DnsRecord.Addresses(List.of("127.10.1.5"), TTL));
    Message reply = ask("one.example", Type.AAAA, false);
    assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(reply.getSection(Section.ANSWER)).isEmpty();
    assertThat(ask("two.example", Type.AAAA, false).getRcode()).isEqualTo(Rcode.NXDOMAIN);
  }

  @Test
  void a_taken_port_is_a_clear_error() {
    InetSocketAddress taken = server.address();
    assertThatThrownBy(
            () ->
                new DnsServer(
                    new Answers(scheduler, zones, "vpc-1"), "127.20.250.2", taken.getPort()))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("127.20.250.2:" + taken.getPort());
  }

  private Message ask(String name, int type, boolean tcp) throws IOException {
    SimpleResolver client = new SimpleResolver(server.address());
    client.setTCP(tcp);
    Name absolute = Name.fromString(name, Name.root);
    return client.send(Message.newQuery(Record.newRecord(absolute, type, DClass.IN)));
  }
}
