"""The preview's server: this machine alone, no listing, no way out, pages that reload."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rapport.building.server import Scene, Server, Stage
from rapport.errors import UsageError


class Served:
    """A server with a small preview, and a browser without a face."""

    def __init__(self, root: Path) -> None:
        self.stage = Stage()
        self.server = Server("127.0.0.1", 0, self.stage)
        self.port = self.server.server_address[1]
        self.stage.show(Scene(1, "", root))
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, str, str]:
        """Status, body, and where a redirect leads."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, body, answer.getheader("Location") or ""

    def close(self) -> None:
        self.stage.show(Scene(closed=True))
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    root = tmp_path / "preview"
    (root / "locks").mkdir(parents=True)
    (root / "empty").mkdir()
    (root / "index.html").write_text("<html><body>Home</body></html>")
    (root / "locks" / "index.html").write_text("<html><body>Locks</body></html>")
    (root / "404.html").write_text("<html><body>Not here</body></html>")
    (root / "wörter.txt").write_text("words")
    (tmp_path / "secret.txt").write_text("secret")
    (root / "way-out.txt").symlink_to(tmp_path / "secret.txt")
    (root / "way-up").symlink_to(tmp_path)
    there = Served(root)
    yield there
    there.close()


def test_pages_are_served_with_a_script_that_stands_in_no_file(
    served: Served, tmp_path: Path
) -> None:
    status, body, _ = served.get("/")
    assert status == 200
    assert body.startswith("<html><body>Home<script>")
    assert body.endswith("</script>\n</body></html>")
    assert "const seen = 1" in body
    assert "script" not in (tmp_path / "preview" / "index.html").read_text("utf-8")


def test_a_folder_is_its_index_and_never_a_list(served: Served) -> None:
    assert "Locks" in served.get("/locks/")[1]
    assert served.get("/locks")[0::2] == (301, "/locks/")
    assert served.get("//evil.example/../locks")[0] in (301, 404)
    for path in ("/empty/", "/none/", "/none"):
        status, body, _ = served.get(path)
        assert status == 404
        assert "Not here" in body
        assert "<script>" in body


def test_a_redirect_never_leaves_this_server(served: Served) -> None:
    for path in ("//locks", "///locks", "/%2flocks", "/\\locks"):
        status, _, where = served.get(path)
        assert status == 404 or (status == 301 and where == "/locks/"), path


def test_other_files_are_as_they_are(served: Served) -> None:
    assert served.get("/w%C3%B6rter.txt")[:2] == (200, "words")
    assert served.get("/w%C3%B6rter.txt?x=1")[:2] == (200, "words")
    assert served.get("/", method="HEAD")[:2] == (200, "")
    assert served.get("/", method="POST")[0] == 501


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/locks/../../secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/way-out.txt",
        "/way-up/secret.txt",
        "/way-up/",
        "/%00",
        "/locks/index.html%00.txt",
        "/" + "x" * 5000,
    ],
)
def test_no_path_leads_out_of_the_preview(served: Served, path: str) -> None:
    status, body, _ = served.get(path)
    assert status == 404
    assert "secret" not in body


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example:1"])
def test_a_name_that_merely_leads_here_is_refused(served: Served, host: str) -> None:
    assert served.get("/", Host=host)[0] == 403
    assert served.get("/.rapport/changes", Host=host)[0] == 403
    assert served.get("/", Host=f"localhost:{served.port}")[0] == 200


def test_whoever_listens_hears_of_each_change(served: Served, tmp_path: Path) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
    connection.request("GET", "/.rapport/changes")
    answer = connection.getresponse()
    assert answer.getheader("Content-Type") == "text/event-stream"

    def heard() -> dict[str, object]:
        line = answer.readline()
        assert answer.readline() == b"\n"
        found: dict[str, object] = json.loads(line.removeprefix(b"data: "))
        return found

    assert heard() == {"version": 1, "message": ""}
    served.stage.show(Scene(1, "locks.rst:3 </script>", tmp_path / "preview"))
    assert heard() == {"version": 1, "message": "locks.rst:3 </script>"}
    served.stage.show(Scene(2, "", tmp_path / "preview"))
    assert heard()["version"] == 2
    served.stage.show(Scene(closed=True))
    assert b'version": 1' not in answer.read(), "and then the stream ends"
    connection.close()


def test_before_the_first_build_the_reason_is_shown_as_text(served: Served) -> None:
    served.stage.show(Scene(message="No <b>posts</b>"))
    status, body, _ = served.get("/")
    assert status == 503
    assert "No &lt;b&gt;posts&lt;/b&gt;" in body
    assert "EventSource" in body


def test_a_preview_without_a_404_page_still_answers(served: Served, tmp_path: Path) -> None:
    (tmp_path / "preview" / "404.html").unlink()
    assert served.get("/none")[0] == 404


def test_only_this_machine_and_only_a_free_port(served: Served) -> None:
    with pytest.raises(UsageError, match="this machine alone"):
        Server("0.0.0.0", 0, Stage())  # noqa: S104 - it must be refused
    with pytest.raises(UsageError, match=rf"Port {served.port} cannot be used"):
        Server("127.0.0.1", served.port, Stage())
