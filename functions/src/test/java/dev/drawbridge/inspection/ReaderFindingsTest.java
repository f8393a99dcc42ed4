package dev.drawbridge.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.discovery.Resolution;
import dev.drawbridge.discovery.Truths;
import dev.drawbridge.model.DatabaseFacts;
import dev.drawbridge.model.Member;
import dev.drawbridge.model.Subnet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReaderFindingsTest {
  private static final Subnet HERE = new Subnet("subnet-a", "zone-a", "10.0.0.0/24", "zone-id");
  private static final Member WRITER = Truths.writer("10.0.0.1");
  private static final Member NEAR = Truths.reader("10.0.0.2");
  private static final Member ASTRAY = Truths.reader("192.0.2.3");

  @Test
  void a_reader_whose_name_leads_out_of_the_vpc_is_told_and_the_others_are_not() {
    assertThat(ReaderFindings.of(facts(List.of(), List.of()), resolution(WRITER, NEAR, ASTRAY)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.READER_UNREACHABLE);
              assertThat(finding.text()).contains("192.0.2.3", "outside the subnets");
            });
  }

  @Test
  void public_access_is_told_once() {
    assertThat(
            ReaderFindings.of(facts(List.of("192.0.2.3"), List.of()), resolution(WRITER, ASTRAY)))
        .isEmpty();
  }

  @Test
  void a_replica_in_another_vpc_is_told_with_both() {
    DatabaseFacts.Elsewhere far = new DatabaseFacts.Elsewhere("far", "vpc-b");
    assertThat(ReaderFindings.of(facts(List.of(), List.of(far)), Optional.empty()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.READER_ELSEWHERE);
              assertThat(finding.text())
                  .contains("far", "vpc-b", "delete this one first, then make it in vpc-a");
            });
  }

  /** The name of a member is its address. */
  private static Optional<Resolution> resolution(Member... members) {
    return Optional.of(
        Resolution.of(List.of(members), List.of(HERE), name -> List.of(name.replace(".rds", ""))));
  }

  private static DatabaseFacts facts(
      List<String> publicOnes, List<DatabaseFacts.Elsewhere> elsewhere) {
    return Truths.cluster(
        "arn:orders", "cluster-1", "aurora-postgresql", "vpc-a", publicOnes, List.of(), elsewhere);
  }
}
