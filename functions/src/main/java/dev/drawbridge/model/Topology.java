package dev.drawbridge.model;

import java.util.List;
import java.util.stream.Stream;

/** How a database is built. Decided once, when RDS is asked; everything later sees members only. */
public sealed interface Topology {

  /** All instances, whatever their status. */
  List<Member> members();

  /** Aurora or a Multi-AZ DB cluster: the RDS API names the writer. */
  record Cluster(List<Member> members) implements Topology {
    /** Keeps a copy. */
    public Cluster {
      members = List.copyOf(members);
    }
  }

  /**
   * A DB instance, single or Multi-AZ, with its read replicas in the same VPC. A Multi-AZ instance
   * keeps name and role through a failover: only its zone and its address change.
   */
  record Instance(Member primary, List<Member> replicas) implements Topology {
    /** Keeps a copy. */
    public Instance {
      replicas = List.copyOf(replicas);
    }

    @Override
    public List<Member> members() {
      return Stream.concat(Stream.of(primary), replicas.stream()).toList();
    }
  }
}
