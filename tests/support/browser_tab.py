"""One page in a browser, watched: errors on its console, and requests to anywhere but the site."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page, Request

WAIT = 20_000  # milliseconds a page may take


class Tab:
    """A page of the site, and what went wrong or went out while it was open."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.faults: list[str] = []
        self.outside: list[str] = []
        page.set_default_timeout(WAIT)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        # On a deep link Streamlit's client first asks for its own endpoints below the page's path, then at the root.
        probe = "/_stcore/" in message.location.get("url", "")
        if message.type == "error" and not probe:
            self.faults.append(message.text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.site, self.site.replace("http", "ws", 1), "data:", "blob:")):
            self.outside.append(request.url)

    def open(self, path: str) -> Page:
        """Go to a path and wait until the page has its heading and has stopped running."""
        self.page.goto(f"{self.site}/{path}")
        self.page.wait_for_selector("h1")
        self.settle()
        return self.page

    def settle(self) -> None:
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
