#!/usr/bin/env python3
"""Applies the module beside it against the lab, plans it without changes and destroys it.

    AWS_ENDPOINT_URL=... run.py MIRROR [CALLS]

MIRROR is a directory that holds Terraform's AWS provider as a filesystem mirror. With CALLS every call is
written there, one JSON object a line, for the test that replays them where Terraform is not.
"""
import http.client
import http.server
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
DOOR = urllib.parse.urlsplit(os.environ["AWS_ENDPOINT_URL"])
REGION = os.environ["AWS_DEFAULT_REGION"]
ACCOUNT = os.environ["AWS_ACCESS_KEY_ID"]
IDS = re.compile(r"(?:vpc|subnet|sg|sgr|rtb|vpce-svc)-[0-9a-f]{17}|(?<=/)[0-9a-f]{16}\b")
START = time.monotonic()


class Recorder(http.server.BaseHTTPRequestHandler):
    """Hands every call on, and keeps what the test needs to know of it."""

    protocol_version = "HTTP/1.1"
    calls = []
    lock = threading.Lock()

    def serve(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        with self.lock:
            at = time.monotonic() - START
            onward = http.client.HTTPConnection(DOOR.netloc, timeout=300)
            onward.request(self.command, self.path, body, dict(self.headers))
            answer = onward.getresponse()
            text = answer.read()
            self.keep(at, body, answer.status, text)
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("content-length", "transfer-encoding", "date", "connection"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = do_PUT = do_DELETE = serve

    def keep(self, at, body, status, text):
        scope = re.search(r"Credential=[^/]+/\d+/([^/]+)/([^/]+)/", self.headers["Authorization"])
        kept = {"at": round(at, 1), "service": scope[2], "region": scope[1], "method": self.command,
                "path": self.path, "body": body.decode(), "status": status,
                "ids": IDS.findall(text.decode())}
        if "X-Amz-Target" in self.headers:
            kept["target"] = self.headers["X-Amz-Target"]
        self.calls.append(kept)

    def log_message(self, *arguments):
        pass


def ask(parameters):
    """One Query call through the recorder, so that the replay learns the ids of the network."""
    connection = http.client.HTTPConnection("127.0.0.1", proxy.server_address[1])
    scope = f"AWS4-HMAC-SHA256 Credential={ACCOUNT}/20260101/{REGION}/rds/aws4_request"
    connection.request("POST", "/", urllib.parse.urlencode(parameters), {"Authorization": scope})
    return connection.getresponse().read().decode()


def terraform(work, *arguments):
    network = ask({"Action": "DescribeDBSubnetGroups", "DBSubnetGroupName": "private"})
    environment = {
        **os.environ,
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{proxy.server_address[1]}",
        "AWS_REGION": REGION,
        "AWS_EC2_METADATA_DISABLED": "true",
        "CHECKPOINT_DISABLE": "1",
        "TF_CLI_CONFIG_FILE": str(work / "mirror.tfrc"),
        "TF_VAR_vpc_id": re.search(r"vpc-[0-9a-f]{17}", network)[0],
        "TF_VAR_subnet_ids": json.dumps(re.findall(r"subnet-[0-9a-f]{17}", network)),
    }
    run = subprocess.run([os.environ.get("TERRAFORM", "terraform"), *arguments], cwd=work, env=environment, text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if run.returncode != 0:
        print(run.stdout)
        sys.exit(f"terraform {arguments[0]} ended with {run.returncode}")
    print("\n".join(line for line in run.stdout.splitlines() if re.match(r"(No changes|\w+ complete!)", line)))


def main():
    with tempfile.TemporaryDirectory() as directory:
        work = pathlib.Path(directory)
        for name in ("main.tf", "refresh.zip"):
            shutil.copy(HERE / name, work)
        mirror = f'provider_installation {{ filesystem_mirror {{ path = "{sys.argv[1]}" }} }}\n'
        (work / "mirror.tfrc").write_text(mirror)
        terraform(work, "init", "-no-color")
        terraform(work, "apply", "-no-color", "-auto-approve")
        terraform(work, "plan", "-no-color", "-detailed-exitcode")
        terraform(work, "destroy", "-no-color", "-auto-approve")
    if len(sys.argv) > 2:
        lines = (json.dumps(call, sort_keys=True) + "\n" for call in Recorder.calls)
        pathlib.Path(sys.argv[2]).write_text("".join(lines))
    print(f"{len(Recorder.calls)} calls")


proxy = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
threading.Thread(target=proxy.serve_forever, daemon=True).start()
main()
