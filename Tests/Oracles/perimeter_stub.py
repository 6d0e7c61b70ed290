"""Reads a rule of a service perimeter as YAML, and lets the real gcloud apply it to a stub.

usage: perimeter_stub.py RULES DIRECTION [GCLOUD]

RULES is a file for --set-ingress-policies or --set-egress-policies, DIRECTION ingress or egress.
Prints one JSON object: `yaml` is what PyYAML reads; `patch`, with GCLOUD, the body of the PATCH
that gcloud sends to a stub of Access Context Manager on a loopback port, `path` and `mask` where to.
"""

import http.server
import json
import os
import subprocess
import sys
import threading
import urllib.parse

import yaml


class Stub(http.server.BaseHTTPRequestHandler):
    """Answers like the API, as far as an update asks, and keeps what is to be changed."""

    changes = []

    def answer(self, document):
        data = json.dumps(document).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        name = urllib.parse.urlparse(self.path).path.removeprefix("/v1/")
        if name.startswith("operations/"):
            self.answer({"name": name, "done": True, "response": {}})
        else:
            self.answer({"name": name, "title": "stub", "status": {}})

    def do_PATCH(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.changes.append((self.path, body))
        self.answer({"name": "operations/stub", "done": True, "response": {}})

    def log_message(self, *arguments):
        pass


def patched(gcloud, rules, direction):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = dict(
        os.environ, CLOUDSDK_AUTH_DISABLE_CREDENTIALS="true", CLOUDSDK_CORE_DISABLE_PROMPTS="1",
        CLOUDSDK_CORE_DISABLE_USAGE_REPORTING="true",
        CLOUDSDK_API_ENDPOINT_OVERRIDES_ACCESSCONTEXTMANAGER=(
            f"http://127.0.0.1:{server.server_port}/"))
    command = [gcloud, "access-context-manager", "perimeters", "update", "prod", "--policy=1",
               f"--set-{direction}-policies={rules}"]
    try:
        subprocess.run(command, env=environment, check=True, stdout=sys.stderr)
    finally:
        server.shutdown()
    [(path, body)] = Stub.changes
    url = urllib.parse.urlparse(path)
    return {"patch": body, "path": url.path,
            "mask": urllib.parse.parse_qs(url.query).get("updateMask", [""])[0]}


def main():
    rules, direction, *gcloud = sys.argv[1:]
    with open(rules, encoding="utf-8") as file:
        result = {"yaml": yaml.safe_load(file)}
    if gcloud:
        result.update(patched(gcloud[0], rules, direction))
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
