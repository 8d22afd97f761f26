"""`python -m crawlers.replica`: serves the five portals until it is told to stop (Ctrl-C or SIGTERM)."""

from __future__ import annotations

import argparse
import signal
import sys

from crawlers.replica import PORTALS, serve


def main() -> int:
    """Serves in the foreground; returns the exit code."""
    arguments = argparse.ArgumentParser(prog="python -m crawlers.replica", description="Five portals on loopback, as an HTTP proxy.")
    arguments.add_argument("--port", type=int, default=0, help="the port to listen on (default: a free one)")
    stops = {signal.SIGINT, signal.SIGTERM}
    # Blocked before the server's threads start, which inherit it: the signal then waits for sigwait instead of interrupting anything.
    signal.pthread_sigmask(signal.SIG_BLOCK, stops)
    port = arguments.parse_args().port
    try:
        with serve(port=port) as address:
            print(f"http_proxy={address}", flush=True)
            for portal in PORTALS:
                print(f"{portal.name}\thttp://{portal.hosts[0]}{portal.folder}{portal.index}", flush=True)
            signal.sigwait(stops)
    except OSError as problem:
        print(f"cannot listen on port {port}: {problem.strerror}; choose another with --port", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
