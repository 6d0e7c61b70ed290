"""Runs a command while an emulator of Cloud Storage serves a bucket on a loopback port.

usage: storage_emulator.py BUCKET DIRECTORY COMMAND [ARGUMENT ...]

The files of DIRECTORY are the objects of the bucket. gcloud finds the emulator by its environment;
it needs no credentials. Exits with the status of the command.
"""

import os
import pathlib
import subprocess
import sys
import urllib.parse
import urllib.request

from gcp_storage_emulator.server import create_server


def main():
    bucket, directory, *command = sys.argv[1:]
    server = create_server("127.0.0.1", 0, in_memory=True, default_bucket=bucket)
    server.start()
    # The port that the system chose for 0; the emulator has no other way to tell.
    base = f"http://127.0.0.1:{server._api._httpd.server_port}"
    root = pathlib.Path(directory)
    try:
        for path in sorted(root.rglob("*")):
            if path.is_file():
                upload(base, bucket, str(path.relative_to(root)), path.read_bytes())
        environment = dict(
            os.environ,
            CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE=f"{base}/storage/v1/",
            CLOUDSDK_AUTH_DISABLE_CREDENTIALS="true",
            CLOUDSDK_CORE_PROJECT="emulated",
            CLOUDSDK_CORE_DISABLE_USAGE_REPORTING="true",
        )
        return subprocess.run(command, env=environment, check=False).returncode
    finally:
        server.stop()


def upload(base, bucket, name, data):
    query = urllib.parse.urlencode({"uploadType": "media", "name": name})
    request = urllib.request.Request(
        f"{base}/upload/storage/v1/b/{bucket}/o?{query}", data=data, method="POST",
        headers={"Content-Type": "application/octet-stream"})
    urllib.request.urlopen(request).close()


if __name__ == "__main__":
    sys.exit(main())
