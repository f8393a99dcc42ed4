package dev.drawbridge.engine.step;

import dev.drawbridge.engine.history.Histories;
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
          event ->
              event.lambdaFunctionScheduledEventDetails(
                  details ->
                      details
                          .resource(function.arn())
                          .input(working.arguments().toString())
                          .inputDetails(Histories.whole())
                          .timeoutInSeconds(working.timeout())));
    }

    @Override
    public Branch started(Branch branch, Transition transition) {
      return transition.record(branch, "LambdaFunctionStarted", Histories.plain());
    }

    @Override
    public Branch submitted(Branch branch, Transition transition, Payload response) {
      return branch;
    }

    @Override
    public Branch succeeded(Branch branch, Transition transition, Payload output) {
      return transition.record(
          branch,
          "LambdaFunctionSucceeded",
          event ->
              event.lambdaFunctionSucceededEventDetails(
                  details -> details.output(output.text()).outputDetails(Histories.whole())));
    }

    @Override
    public Branch failed(Branch branch, Transition transition, Failure failure) {
      return transition.record(
          branch,
          "LambdaFunctionFailed",
          event ->
              event.lambdaFunctionFailedEventDetails(
                  details -> details.error(failure.error()).cause(failure.cause())));
    }

    @Override
    public Branch timedOut(Branch branch, Transition transition, Failure failure) {
      return transition.record(
          branch,
          "LambdaFunctionTimedOut",
          event ->
              event.lambdaFunctionTimedOutEventDetails(
                  details -> details.error(failure.error()).cause(failure.cause())));
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
          event ->
              event.taskScheduledEventDetails(
                  details ->
                      details
                          .resourceType(service.service())
                          .resource(service.resource())
                          .region(region)
                          .parameters(working.arguments().toString())
                          .timeoutInSeconds(working.timeout())
                          .heartbeatInSeconds(working.heartbeat())));
    }

    @Override
    public Branch started(Branch branch, Transition transition) {
      return transition.record(
          branch,
          "TaskStarted",
          event ->
              event.taskStartedEventDetails(
                  details -> details.resourceType(service.service()).resource(service.resource())));
    }

    @Override
    public Branch submitted(Branch branch, Transition transition, Payload response) {
      return transition.record(
          branch,
          "TaskSubmitted",
          event ->
              event.taskSubmittedEventDetails(
                  details ->
                      details
                          .resourceType(service.service())
                          .resource(service.resource())
                          .output(response.text())
                          .outputDetails(Histories.whole())));
    }

    @Override
    public Branch succeeded(Branch branch, Transition transition, Payload output) {
      return transition.record(
          branch,
          "TaskSucceeded",
          event ->
              event.taskSucceededEventDetails(
                  details ->
                      details
                          .resourceType(service.service())
                          .resource(service.resource())
                          .output(output.text())
                          .outputDetails(Histories.whole())));
    }

    @Override
    public Branch failed(Branch branch, Transition transition, Failure failure) {
      return transition.record(
          branch,
          "TaskFailed",
          event ->
              event.taskFailedEventDetails(
                  details ->
                      details
                          .resourceType(service.service())
                          .resource(service.resource())
                          .error(failure.error())
                          .cause(failure.cause())));
    }

    @Override
    public Branch timedOut(Branch branch, Transition transition, Failure failure) {
      return transition.record(
          branch,
          "TaskTimedOut",
          event ->
              event.taskTimedOutEventDetails(
                  details ->
                      details
                          .resourceType(service.service())
                          .resource(service.resource())
                          .error(failure.error())
                          .cause(failure.cause())));
    }
  }
}
