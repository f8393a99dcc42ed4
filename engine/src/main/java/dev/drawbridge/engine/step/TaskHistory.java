package dev.drawbridge.engine.step;

import dev.drawbridge.engine.history.Details;
import dev.drawbridge.engine.path.Payload;
import dev.drawbridge.engine.task.Integration;

/** The events of a task, which differ between functions named by ARN and service integrations. */
interface TaskHistory {
  static TaskHistory of(Integration integration) {
    return switch (integration) {
      case Integration.Function function -> new FunctionHistory(function);
      case Integration.Service service -> new ServiceHistory(service);
    };
  }

  /** How AWS names the task when its result is too large. */
  String what();

  Branch scheduled(Branch branch, Transition transition, Activity.Working working, String region);

  Branch started(Branch branch, Transition transition);

  Branch submitted(Branch branch, Transition transition, Payload response);

  Branch succeeded(Branch branch, Transition transition, Payload output);

  Branch failed(Branch branch, Transition transition, Failure failure);

  Branch timedOut(Branch branch, Transition transition, Failure failure);

  /** {@code LambdaFunction...} events. */
  record FunctionHistory(Integration.Function function) implements TaskHistory {
    @Override
    public String what() {
      return function.arn();
    }

    @Override
    public Branch scheduled(
        Branch branch, Transition transition, Activity.Working working, String region) {
      return transition.record(
          branch,
          "LambdaFunctionScheduled",
          new Details.FunctionScheduled(
              function.arn(), working.arguments().toString(), working.timeout()));
    }

    @Override
    public Branch started(Branch branch, Transition transition) {
      return transition.record(branch, "LambdaFunctionStarted", new Details.None());
    }

    @Override
    public Branch submitted(Branch branch, Transition transition, Payload response) {
      return branch;
    }

    @Override
    public Branch succeeded(Branch branch, Transition transition, Payload output) {
      return transition.record(
          branch, "LambdaFunctionSucceeded", new Details.Succeeded(output.text()));
    }

    @Override
    public Branch failed(Branch branch, Transition transition, Failure failure) {
      return transition.record(branch, "LambdaFunctionFailed", details(failure));
    }

    @Override
    public Branch timedOut(Branch branch, Transition transition, Failure failure) {
      return transition.record(branch, "LambdaFunctionTimedOut", details(failure));
    }

    private static Details details(Failure failure) {
      return new Details.Failed(failure.error(), failure.cause());
    }
  }

  /** {@code Task...} events. */
  record ServiceHistory(Integration.Service service) implements TaskHistory {
    @Override
    public String what() {
      return service.service();
    }

    @Override
    public Branch scheduled(
        Branch branch, Transition transition, Activity.Working working, String region) {
      return transition.record(
          branch,
          "TaskScheduled",
          new Details.TaskScheduled(
              service,
              region,
              working.arguments().toString(),
              working.timeout(),
              working.heartbeat()));
    }

    @Override
    public Branch started(Branch branch, Transition transition) {
      return transition.record(branch, "TaskStarted", new Details.TaskStarted(service));
    }

    @Override
    public Branch submitted(Branch branch, Transition transition, Payload response) {
      return answered(branch, transition, "TaskSubmitted", response);
    }

    @Override
    public Branch succeeded(Branch branch, Transition transition, Payload output) {
      return answered(branch, transition, "TaskSucceeded", output);
    }

    @Override
    public Branch failed(Branch branch, Transition transition, Failure failure) {
      return transition.record(branch, "TaskFailed", details(failure));
    }

    @Override
    public Branch timedOut(Branch branch, Transition transition, Failure failure) {
      return transition.record(branch, "TaskTimedOut", details(failure));
    }

    private Branch answered(Branch branch, Transition transition, String type, Payload payload) {
      return transition.record(branch, type, new Details.TaskAnswered(service, payload.text()));
    }

    private Details details(Failure failure) {
      return new Details.TaskFailed(service, failure.error(), failure.cause());
    }
  }
}
