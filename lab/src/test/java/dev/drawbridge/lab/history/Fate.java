package dev.drawbridge.lab.history;

import java.util.List;
import java.util.stream.Stream;

/** What may become of an exposed database, and of the others around it. */
enum Fate {
  FAIL_OVER,
  ADD_READER,
  REMOVE_READER,
  /** The last instance, too: a cluster may have none for a while. */
  REMOVE_ANY,
  BLUE_GREEN,
  DELETE,
  RENAME,
  /** Another database is made in the same subnets, and gets the addresses that are free. */
  CREATE_OTHER,
  DELETE_OTHER,
  /** Restored, or made again: the same ARN, and another database. */
  CREATE_NAMESAKE,
  /** Another database gets the name. */
  RENAME_OTHER,
  /** RDS refuses to describe anything for a while. */
  REFUSE,
  /** RDS throttles nine calls of ten for a while. */
  THROTTLE;

  static Fate draw(Neighbourhood place) {
    List<Fate> fitting = Stream.of(values()).filter(fate -> fate.fits(place)).toList();
    return fitting.get(place.chance().nextInt(fitting.size()));
  }

  private boolean fits(Neighbourhood place) {
    return switch (this) {
      case FAIL_OVER, ADD_READER, REMOVE_READER, REMOVE_ANY ->
          place.exposed().isPresent() && place.cluster();
      case BLUE_GREEN ->
          place.exposed().isPresent() && place.cluster() && place.calm() && place.mayBeSwitched();
      // What a deployment calls its databases once they are renamed is not known: followed first.
      case RENAME ->
          place.cluster() && place.calm() && !place.unseen() && place.exposed().isPresent();
      case DELETE -> place.exposed().isPresent() && place.calm();
      case CREATE_OTHER -> place.others().size() < 3;
      case DELETE_OTHER -> !place.others().isEmpty() && place.calm();
      case CREATE_NAMESAKE -> place.exposed().isEmpty() && place.nameIsFree();
      case RENAME_OTHER ->
          place.cluster() && place.calm() && place.nameIsFree() && !place.others().isEmpty();
      case REFUSE, THROTTLE -> true;
    };
  }

  /**
   * Lets it happen.
   *
   * @throws dev.drawbridge.simulator.operation.ServiceError if RDS refuses
   */
  void happen(Neighbourhood place) {
    switch (this) {
      case FAIL_OVER -> place.failOver();
      case ADD_READER -> place.addReader();
      case REMOVE_READER -> place.removeReader();
      case REMOVE_ANY -> place.removeAny();
      case BLUE_GREEN -> place.switchOver();
      case DELETE -> place.delete();
      case RENAME -> place.rename();
      case CREATE_OTHER -> place.createOther();
      case DELETE_OTHER -> place.deleteOther();
      case CREATE_NAMESAKE -> place.createNamesake();
      case RENAME_OTHER -> place.renameOther();
      case REFUSE -> place.refuse();
      case THROTTLE -> place.throttle();
    }
  }
}
