"""The preview's web server: this machine alone, and pages that reload by themselves.

The standard library's server, with what a preview with drafts in it needs: it answers only to names
of this machine (another site's page could otherwise read it by way of a name that resolves here),
never lists a folder, and never leaves the preview. The script that reloads a page is added to HTML
on its way out and stands in no file.
"""

from __future__ import annotations

import json
import mimetypes
import threading
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from rapport.errors import RapportError, UsageError
from rapport.store import inside

LOCAL = ("127.0.0.1", "localhost", "[::1]")
_CHANGES = "/.rapport/changes"
_ALIVE = 15.0
_SCRIPT = """<script>(() => {
  const seen = %d, box = document.createElement("pre");
  box.setAttribute("role", "alert");
  box.style.cssText = "position:fixed;inset:auto 0 0 0;z-index:9;margin:0;padding:1rem;"
    + "max-height:50vh;overflow:auto;white-space:pre-wrap;background:#7a1b12;color:#fff;"
    + "font:14px/1.4 monospace";
  let source;
  const listen = () => {
    source = new EventSource("%s");
    source.onmessage = (event) => {
      const now = JSON.parse(event.data);
      if (now.version !== seen) return location.reload();
      box.textContent = now.message;
      now.message ? document.body.append(box) : box.remove();
    };
  };
  document.addEventListener("visibilitychange", () => document.hidden ? source.close() : listen());
  listen();
})()</script>
"""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the preview shows: which build (0: none yet), and what is wrong in words."""

    version: int = 0
    message: str = ""
    root: Path | None = None
    closed: bool = False


class Stage:
    """The scene that is shown now, and a way to wait for the next."""

    def __init__(self) -> None:
        self._scene = Scene(message="The first build is under way.")
        self._changed = threading.Condition()

    @property
    def scene(self) -> Scene:
        """What is shown now."""
        return self._scene

    def show(self, scene: Scene) -> None:
        """Change the scene and wake everybody who waits."""
        with self._changed:
            self._scene = scene
            self._changed.notify_all()

    def next(self, known: Scene | None, patience: float) -> Scene:
        """The scene as soon as it is another than `known`, or after `patience` seconds the same."""
        with self._changed:
            self._changed.wait_for(lambda: self._scene is not known, patience)
            return self._scene


class Server(ThreadingHTTPServer):
    """Serves a preview. Raises UsageError when the address is not this machine's, or taken."""

    daemon_threads = True
    stage: Stage

    def __init__(self, host: str, port: int, stage: Stage) -> None:
        if host not in ("127.0.0.1", "localhost"):
            raise UsageError(
                f"The preview shows drafts and the desk, so it is served to this machine alone: "
                f"--host {host} is not 127.0.0.1."
            )
        self.stage = stage
        try:
            super().__init__(("127.0.0.1", port), Handler)
        except OSError as fault:
            raise UsageError(
                f"Port {port} cannot be used: {fault.strerror}. Another program has it; choose "
                "another port, or 0 for a free one."
            ) from fault

    @property
    def url(self) -> str:
        """Where a browser finds it."""
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of an answer is nobody's fault."""


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server

    def do_GET(self) -> None:
        """A page, a file, or the stream of changes."""
        if self.headers.get("Host", "").rpartition(":")[0] not in LOCAL:
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"This preview answers to 127.0.0.1.\n")
        elif urlsplit(self.path).path == _CHANGES:
            self._stream()
        else:
            self._serve(self.server.stage.scene)

    do_HEAD = do_GET  # noqa: N815 - the standard library's name

    def _serve(self, scene: Scene) -> None:
        if scene.root is None:
            page = f"<!DOCTYPE html><title>Preview</title><body><pre>{escape(scene.message)}</pre>"
            self._page(HTTPStatus.SERVICE_UNAVAILABLE, page.encode(), scene)
            return
        wanted = unquote(urlsplit(self.path).path).lstrip("/")
        file = _file(scene.root, wanted)
        if file is not None and file.is_dir():
            if wanted and not wanted.endswith("/"):
                self._redirect("/" + quote(wanted) + "/")
                return
            file = _file(scene.root, f"{wanted}index.html")
        if file is not None and file.is_file():
            self._answer(HTTPStatus.OK, file, scene)
        else:
            self._answer(HTTPStatus.NOT_FOUND, scene.root / "404.html", scene)

    def _answer(self, status: HTTPStatus, file: Path, scene: Scene) -> None:
        try:
            data = file.read_bytes()
        except OSError:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"There is no such page.\n")
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if kind == "text/html":
            self._page(status, data, scene)
        else:
            self._send(status, kind, data)

    def _page(self, status: HTTPStatus, page: bytes, scene: Scene) -> None:
        script = (_SCRIPT % (scene.version, _CHANGES)).encode()
        before, end, after = page.rpartition(b"</body>")
        whole = before + script + end + after if end else page + script
        self._send(status, "text/html; charset=utf-8", whole)

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _redirect(self, url: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", url)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _stream(self) -> None:
        """Server-sent events: the scene now, and whenever it changes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        known: Scene | None = None
        with suppress(ConnectionError):
            while not self.server.stage.scene.closed:
                scene = self.server.stage.next(known, _ALIVE)
                said = json.dumps({"version": scene.version, "message": scene.message})
                self.wfile.write(f"data: {said}\n\n".encode() if scene is not known else b":\n\n")
                self.wfile.flush()
                known = scene

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the standard library's name
        """Say nothing: whoever serves decides what is printed."""


def _file(root: Path, wanted: str) -> Path | None:
    """What is wanted, links resolved; None when it is not there, or not in the preview."""
    if not wanted:
        return root
    try:
        file = inside(root, wanted)
        return file if file.exists() else None
    except (RapportError, OSError, ValueError):
        return None
