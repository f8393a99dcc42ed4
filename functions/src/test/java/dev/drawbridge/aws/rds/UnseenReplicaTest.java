package dev.drawbridge.aws.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.model.Member;
import dev.drawbridge.model.Role;
import dev.drawbridge.model.Serving;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** One answer may lack a replica that its source names: it is not gone for that. */
class UnseenReplicaTest {
  private final DBInstance primary = instance("orders");

  @Test
  void a_replica_that_its_source_names_and_the_list_lacks_is_unknown_and_not_gone() {
    List<Member> members =
        Translation.instance(primary, List.of(instance("near")), List.of("near", "missing"))
            .topology()
            .members();
    assertThat(members).extracting(Member::identifier).containsExactly("orders", "near", "missing");
    assertThat(members.getLast())
        .isEqualTo(new Member("missing", "", "", 0, Role.READER, Serving.UNDECIDED, ""));
  }

  private static DBInstance instance(String name) {
    return DBInstance.builder()
        .dbInstanceIdentifier(name)
        .dbInstanceArn("arn:aws:rds:eu-central-1:111111111111:db:" + name)
        .dbInstanceStatus("available")
        .availabilityZone("eu-central-1a")
        .endpoint(endpoint -> endpoint.address(name + ".rds").port(5432))
        .build();
  }
}
