package dev.drawbridge.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Member;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import dev.drawbridge.model.Subnet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolutionTest {
  private static final List<Subnet> HERE =
      List.of(new Subnet("subnet-a", "zone-a", "127.0.0.0/24", "zone-id"));

  @Test
  void a_member_without_a_name_is_not_looked_for_at_the_resolvers_own_host() {
    Member unseen = new Member("orders-2", "", "", 5432, Role.READER, Serving.UNDECIDED, "zone-a");
    Resolution now = Resolution.of(List.of(unseen), HERE, name -> List.of("127.0.0.1"));
    assertThat(now.addresses().resolved()).isEmpty();
    assertThat(now.readersDisagree())
        .containsExactly(new Resolution.Unplaced(unseen, "RDS shows no name of orders-2"));
  }

  @Test
  void a_writer_that_disagrees_is_no_reader_that_does() {
    Resolution now = Resolution.of(List.of(Truths.writer("a")), HERE, name -> List.of());
    assertThat(now.writerDisagrees()).contains("a.rds does not resolve");
    assertThat(now.readersDisagree()).isEmpty();
  }
}
