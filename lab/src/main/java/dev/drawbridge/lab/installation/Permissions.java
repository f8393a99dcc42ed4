package dev.drawbridge.lab.installation;

import dev.drawbridge.workflows.Catalogue;
import dev.drawbridge.workflows.WorkerFunction;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the policies of the workers' roles allow, by action: whatever the catalogue leaves out is
 * refused here as on AWS, so that every test of the lab proves that it is complete.
 */
final class Permissions {
  private static final Map<String, Set<String>> ACTIONS =
      Catalogue.workers().stream()
          .collect(Collectors.toMap(WorkerFunction::name, worker -> Set.copyOf(worker.actions())));

  private Permissions() {}

  /** Whether a worker's role may do that. */
  static boolean allow(String role, String action) {
    return ACTIONS.getOrDefault(role, Set.of()).contains(iam(action));
  }

  /** IAM's name of an operation, which differs for this one only. */
  private static String iam(String action) {
    return action.equals("lambda:Invoke") ? "lambda:InvokeFunction" : action;
  }
}
