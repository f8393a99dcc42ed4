package dev.drawbridge.lab.lambda;

import dev.drawbridge.simulator.call.Caller;
import dev.drawbridge.workflows.WorkerFunction;
import java.util.Map;
import java.util.TreeMap;

/**
 * The environment variables that Lambda sets ("Working with Lambda environment variables", AWS
 * Lambda Developer Guide), and no others.
 *
 * @param owner the function's account and region
 * @param runtimeApi host and port
 * @param taskRoot where the artefact is
 */
record RuntimeVariables(Caller owner, String runtimeApi, String taskRoot) {
  /** What the container endpoint wants to see, which is on the Runtime API's own port. */
  record Container(String path, String authorization) {}

  /**
   * A function with SnapStart: "container credentials instead of the access key environment
   * variables", and no names of logs ("Activating and managing Lambda SnapStart"; "Defined runtime
   * environment variables").
   */
  Map<String, String> withSnapStart(WorkerFunction worker, Container container) {
    Map<String, String> variables = common(worker, "snap-start", "1");
    variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://" + runtimeApi + container.path());
    variables.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", container.authorization());
    return variables;
  }

  /** A function without it: its role's keys are in its environment. */
  Map<String, String> onDemand(WorkerFunction worker) {
    Map<String, String> variables = common(worker, "on-demand", "1");
    variables.put("AWS_ACCESS_KEY_ID", owner.account());
    variables.put("AWS_SECRET_ACCESS_KEY", "unused");
    variables.put("AWS_SESSION_TOKEN", "role/" + worker.name());
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + worker.name());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "lab");
    return variables;
  }

  private Map<String, String> common(WorkerFunction worker, String start, String version) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("_HANDLER", worker.handlerClass());
    variables.put("AWS_DEFAULT_REGION", owner.region());
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(worker.memoryMb()));
    variables.put("AWS_LAMBDA_FUNCTION_NAME", worker.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", version);
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", start);
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    variables.put("AWS_REGION", owner.region());
    variables.put("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
    variables.put("AWS_XRAY_DAEMON_ADDRESS", "169.254.79.129:2000");
    variables.put("LAMBDA_RUNTIME_DIR", "/var/runtime");
    variables.put("LAMBDA_TASK_ROOT", taskRoot);
    variables.put("LANG", "en_US.UTF-8");
    variables.put("LD_LIBRARY_PATH", "/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/opt/lib");
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin:/opt/bin");
    variables.put("TZ", ":UTC");
    return variables;
  }
}
