"""A connection with nobody at the other end, which answers what a client would answer."""

import asyncio
from typing import Any

import msgpack
from flet.controls.base_control import BaseControl
from flet.messaging.connection import Connection
from flet.messaging.protocol import Message, MessageAction, configure_encode_object_for_msgpack
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub


class QuietConnection(Connection):
    """Every message is encoded as for a real client, so that what cannot be sent is found."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.get_running_loop()
        self.pubsubhub = PubSubHub()
        self.page_url = "http://localhost/"
        self.page_name = ""
        self.session: Session | None = None
        self.crashes: list[str] = []
        self.asked: list[str] = []

    def send_message(self, message: Message) -> None:
        """Keep count of a message on its way to the client."""
        encode = configure_encode_object_for_msgpack(BaseControl)
        msgpack.packb([message.action, message.body], default=encode)
        if message.action == MessageAction.SESSION_CRASHED:
            self.crashes.append(message.body.message)
        if message.action == MessageAction.INVOKE_METHOD:
            self.asked.append(message.body.name)
            self.loop.call_soon(self._answer, message.body)

    def _answer(self, body: Any) -> None:
        assert self.session is not None
        self.session.handle_invoke_method_results(body.control_id, body.call_id, None, None)
