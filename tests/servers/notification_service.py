"""A stand-in for the notification service of a desktop, strict about types, on a session bus of its own.

Run as a program with the address of a bus: takes the name org.freedesktop.Notifications there, writes each call as a
line of JSON to standard output.
"""

from __future__ import annotations

import json
import sys

from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.Notifications"
WANTED = {"Notify": "susssasa{sv}i", "CloseNotification": "u"}


def main() -> None:
    """Answer until the bus goes."""
    bus = open_dbus_connection(sys.argv[1])
    bus.send_and_get_reply(message_bus.RequestName(NAME))
    print(json.dumps(["ready"]), flush=True)
    while True:
        message = bus.receive()
        if message.header.message_type != MessageType.method_call:
            continue
        member = message.header.fields[HeaderFields.member]
        signature = message.header.fields.get(HeaderFields.signature, "")
        if WANTED.get(member) != signature:
            print(json.dumps(["refused", member, signature]), flush=True)
            bus.send(new_error(message, "org.freedesktop.DBus.Error.InvalidArgs", "s", (f"{member}: {signature}",)))
        else:
            print(json.dumps([member, *message.body]), flush=True)
            if member == "Notify":
                bus.send(new_method_return(message, "u", (message.body[1] or 7,)))
            else:
                bus.send(new_method_return(message))


if __name__ == "__main__":
    main()
