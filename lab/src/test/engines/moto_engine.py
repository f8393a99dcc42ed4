"""moto's own interpreter of the Amazon States Language behind Step Functions' API.

usage: moto_engine.py PORT LAMBDA_ENDPOINT ACCOUNT

Functions are invoked at LAMBDA_ENDPOINT, signed with ACCOUNT as the access key, instead of in moto.
Five gaps of moto 5.2.1 are closed here, each named where it is; everything else is moto's.
"""

import copy
import os
import sys
import types

PORT, LAMBDA_ENDPOINT, ACCOUNT = sys.argv[1:4]
os.environ["MOTO_PORT"] = PORT
os.environ["MOTO_ACCOUNT_ID"] = ACCOUNT  # workers refuse a database of another account than the run's

import boto3  # noqa: E402
from botocore.config import Config  # noqa: E402

from moto.core.config import default_user_config  # noqa: E402
from moto.core.responses import EmptyResult  # noqa: E402
from moto.server import main  # noqa: E402
from moto.stepfunctions import responses  # noqa: E402
from moto.stepfunctions.parser import models  # noqa: E402
from moto.stepfunctions.parser.asl.component.state.exec.state_task import (  # noqa: E402
    lambda_eval_utils,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import (  # noqa: E402
    state_task_service_sfn,
)
from moto.stepfunctions.parser.asl.eval import states  # noqa: E402

default_user_config["stepfunctions"]["execute_state_machine"] = True


def lambda_client(region, service, state_credentials=None):
    return boto3.client(
        service,
        region_name=region,
        endpoint_url=LAMBDA_ENDPOINT,
        aws_access_key_id=ACCOUNT,
        aws_secret_access_key="unused",
        config=Config(
            parameter_validation=False,
            retries={"max_attempts": 0, "total_max_attempts": 1},
            read_timeout=900,
        ),
    )


lambda_eval_utils.boto_client_for = lambda_client


# Gap 1: the context object has no $$.Execution.RedriveCount.
def with_redrive_count(original):
    def made(self, context):
        context["Execution"].setdefault("RedriveCount", 0)
        original(self, context)

    return made


states.States.__init__ = with_redrive_count(states.States.__init__)


# Gap 2: the arguments of a nested startExecution keep their capitals, which botocore does not know.
def with_lower_case(original):
    def evaluated(self, env, resource_runtime_part, normalised_parameters, state_credentials):
        arguments = {k[0].lower() + k[1:]: v for k, v in normalised_parameters.items()}
        original(self, env, resource_runtime_part, arguments, state_credentials)
        answer = env.stack.pop()
        env.stack.append({k[0].upper() + k[1:]: v for k, v in answer.items()})

    return evaluated


SFN = state_task_service_sfn.StateTaskServiceSfn
SFN._eval_service_task = with_lower_case(SFN._eval_service_task)

# Gap 3: a machine cannot be copied in depth while an execution of it holds a lock.
models.copy = types.SimpleNamespace(deepcopy=copy.copy)


# Gap 4: the cause of SendTaskFailure is dropped before it reaches the interpreter.
def with_cause(self):
    token, error, cause = (self._get_param(each) for each in ("taskToken", "error", "cause"))
    self.stepfunction_backend.send_task_failure(token, error=error, cause=cause)
    return EmptyResult()


responses.StepFunctionResponse.send_task_failure = with_cause


# Gap 5: what becomes of a nested execution is told without the capitals that Step Functions gives it.
def with_capitals(self, response, *args, **kwargs):
    for key in list(response):
        response[key[0].upper() + key[1:]] = response.pop(key)


SFN._normalise_response = with_capitals

if __name__ == "__main__":
    main(["-H", "127.0.0.1", "-p", PORT])
