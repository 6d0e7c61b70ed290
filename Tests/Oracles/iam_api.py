"""A stub of the IAM API: roles in three pages, custom roles, and its ways to fail.

Usage: iam_api.py MODE COMMAND...; serves on a loopback port while the command runs, which gets
IAM_ENDPOINT and IAM_ACCESS_TOKEN, and exits as the command does.
Modes: pages, error (the second page is one), expired, basic, garbage, loop.
"""

import http.server
import json
import os
import subprocess
import sys
import threading
import urllib.parse

MODE = sys.argv[1]


def role(name, *permissions, stage="GA"):
    return {"name": name, "title": name, "stage": stage, "includedPermissions": permissions}


PAGES = {
    "": ([role("roles/run.invoker", "run.routes.invoke")], "two/+&"),
    "two/+&": ([role("roles/zeta.viewer", "zeta.things.get", "zeta.things.list")], "three"),
    "three": ([role("roles/viewer", "run.routes.invoke", "zeta.things.get")], None),
}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        query = urllib.parse.parse_qs(url.query)
        token = query.get("pageToken", [""])[0]
        if self.headers["Authorization"] != "Bearer secret" or MODE == "expired":
            return self.answer(401, {"error": {"code": 401, "status": "UNAUTHENTICATED"}})
        if url.path == "/v1/projects/acme-prod/roles":
            mine = role("projects/acme-prod/roles/mine", "zeta.things.get")
            return self.answer(200, {"roles": [mine]})
        if url.path == "/v1/organizations/1/roles":
            return self.answer(200, {})
        if url.path != "/v1/roles":
            return self.answer(403, {"error": {"code": 403, "status": "PERMISSION_DENIED"}})
        if MODE == "error" and token:
            return self.answer(500, {"error": {"code": 500, "message": "try\x1b again"}})
        if MODE == "garbage":
            return self.answer(200, "<html>", raw=True)
        roles, following = PAGES[token]
        if MODE == "basic" or query.get("view") != ["FULL"]:
            roles = [{k: v for k, v in r.items() if k != "includedPermissions"} for r in roles]
        if MODE == "loop":
            following = "two/+&"
        page = {"roles": roles}
        if following:
            page["nextPageToken"] = following
        return self.answer(200, page)

    def answer(self, status, body, raw=False):
        data = (body if raw else json.dumps(body, indent=2)).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
environment = dict(os.environ, IAM_ENDPOINT=f"http://127.0.0.1:{server.server_port}")
environment.setdefault("IAM_ACCESS_TOKEN", "secret")
sys.exit(subprocess.run(sys.argv[2:], env=environment).returncode)
