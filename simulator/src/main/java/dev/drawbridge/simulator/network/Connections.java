package dev.drawbridge.simulator.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The open connections of this world, so that whatever AWS cuts is told so. */
public final class Connections {

  /** One open connection. */
  public interface Connection {
    /** Ends it from one of its own ends; the cut's callback is not called. */
    void close();
  }

  private final Map<Connection, Entry> open = new LinkedHashMap<>();

  private record Entry(Reached path, Consumer<Cut> onCut) {}

  /** Registers a connection that took {@code path}; {@code onCut} is called once if AWS cuts it. */
  public Connection open(Reached path, Consumer<Cut> onCut) {
    Connection connection =
        new Connection() {
          @Override
          public void close() {
            open.remove(this);
          }
        };
    open.put(connection, new Entry(path, onCut));
    return connection;
  }

  /** Cuts every connection that {@code affected} names. */
  public void cut(Predicate<Reached> affected, Cut why) {
    List<Map.Entry<Connection, Entry>> cut =
        open.entrySet().stream().filter(each -> affected.test(each.getValue().path())).toList();
    cut.forEach(each -> open.remove(each.getKey()));
    cut.forEach(each -> each.getValue().onCut().accept(why));
  }

  /** The paths of all open connections. */
  public List<Reached> paths() {
    return open.values().stream().map(Entry::path).toList();
  }
}
