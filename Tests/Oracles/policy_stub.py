"""Lets the real gcloud run a script of bindings against stubs of Resource Manager and IAM.

usage: policy_stub.py SCRIPT GCLOUD

The script runs twice, with GCLOUD's folder first in PATH. Prints one JSON object: `runs`, for each
run its exit `status`, the words on standard error (`errors`), the `policies` by project, each read
by Google's own message google.iam.v1.Policy and written again, and the custom `roles` by name.
"""

import copy
import http.server
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import urllib.parse

from google.iam.v1 import policy_pb2
from google.protobuf import json_format


class Stub(http.server.BaseHTTPRequestHandler):
    """Keeps a policy for each project, and custom roles."""

    policies = {}
    roles = {}

    def answer(self, document, status=200):
        data = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def refuse(self, status, words):
        self.answer({"error": {"code": status, "message": words, "status": words}}, status)

    def body(self):
        return json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")

    def do_GET(self):
        name = urllib.parse.urlparse(self.path).path.removeprefix("/v1/")
        if name in self.roles:
            self.answer(self.roles[name])
        else:
            self.refuse(404, "NOT_FOUND")

    def do_POST(self):
        path = urllib.parse.urlparse(self.path).path
        body = self.body()
        if match := re.fullmatch(r"/v1/projects/([^/:]+):getIamPolicy", path):
            self.answer(self.policies.get(match[1], {"etag": "BwXhqDVYZBo=", "version": 1}))
        elif match := re.fullmatch(r"/v1/projects/([^/:]+):setIamPolicy", path):
            self.policies[match[1]] = body["policy"]
            self.answer(body["policy"])
        elif match := re.fullmatch(r"/v1/(projects/[^/]+)/roles", path):
            name = f"{match[1]}/roles/{body['roleId']}"
            if name in self.roles:
                return self.refuse(409, "ALREADY_EXISTS")
            self.roles[name] = dict(body["role"], name=name, etag="BwXhqDVYZBo=")
            self.answer(self.roles[name])
        elif path == "/v1/permissions:queryTestablePermissions":
            # gcloud asks which permissions of a new role are no more than TESTING: none.
            self.answer({"permissions": []})
        else:
            self.refuse(501, f"no stub of {path}")

    def log_message(self, *arguments):
        pass


def main():
    script, gcloud = sys.argv[1:]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/"
    runs = []
    with tempfile.TemporaryDirectory() as configuration:
        environment = dict(
            os.environ, PATH=f"{os.path.dirname(gcloud)}:{os.environ['PATH']}",
            CLOUDSDK_CONFIG=configuration, CLOUDSDK_AUTH_DISABLE_CREDENTIALS="true",
            CLOUDSDK_CORE_DISABLE_PROMPTS="1", CLOUDSDK_CORE_DISABLE_USAGE_REPORTING="true",
            CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDRESOURCEMANAGER=url,
            CLOUDSDK_API_ENDPOINT_OVERRIDES_IAM=url)
        for _ in range(2):
            result = subprocess.run(
                ["bash", script], env=environment, capture_output=True, text=True, timeout=600)
            runs.append({
                "status": result.returncode, "errors": result.stderr,
                "policies": {name: checked(policy) for name, policy in Stub.policies.items()},
                "roles": copy.deepcopy(Stub.roles)})
    json.dump({"runs": runs}, sys.stdout, sort_keys=True)


def checked(policy):
    message = json_format.ParseDict(policy, policy_pb2.Policy())
    return json_format.MessageToDict(message)


main()
