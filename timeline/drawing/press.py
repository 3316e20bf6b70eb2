"""Press: prints a page with a browser; a script for a process of its own, which `printing` starts and gives JSON to read."""

from __future__ import annotations

import asyncio
import base64
import json
import sys
from collections.abc import Awaitable, Callable
from typing import Any

_NOWHERE = "http://127.0.0.1:9"  # a proxy that is not there: whatever a browser wants of a network, it does not get


def main() -> int:
    """Writes a PDF to standard output and gives 0, or the reason why there is none and gives 1."""
    asked = json.load(sys.stdin)
    try:
        data = asyncio.run(_printed(asked["page"], asked["inches"], asked["seconds"]))
    except TimeoutError:
        data, code = f"no answer in {asked['seconds']} seconds".encode(), 1
    except Exception as fault:  # whatever a browser or its driver says is a reason, and no fault of ours
        data, code = str(fault.args[0] if fault.args else fault).rstrip(".").encode("utf-8", "replace"), 1
    else:
        code = 0
    sys.stdout.buffer.write(data)
    sys.stdout.flush()
    return code


async def _printed(page: str, inches: tuple[float, float], seconds: float) -> bytes:
    from choreographer import Browser

    async with asyncio.timeout(seconds), Browser(proxy_server=_NOWHERE, enable_extensions=False) as browser:
        send = (await browser.create_tab("about:blank")).send_command
        frame = (await _told(send, "Page.getFrameTree"))["frameTree"]["frame"]["id"]
        await _told(send, "Page.setDocumentContent", frameId=frame, html=page)
        await _told(send, "Runtime.evaluate", expression="document.fonts.ready.then(() => 1)", awaitPromise=True)
        printed = await _told(
            send, "Page.printToPDF", printBackground=True, pageRanges="1", paperWidth=inches[0], paperHeight=inches[1],
            marginTop=0, marginBottom=0, marginLeft=0, marginRight=0,
        )  # fmt: skip
        return base64.b64decode(printed["data"])


async def _told(send: Callable[..., Awaitable[Any]], command: str, **params: Any) -> Any:
    answer = await send(command, params)
    if "error" in answer:
        raise RuntimeError(f"{command}: {answer['error'].get('message', '')}")
    return answer["result"]


if __name__ == "__main__":
    sys.exit(main())
