"""What a screen reader has: the tree of a program over AT-SPI, what has the focus, and keys pressed at the display.

Run by the system's own Python, which has Debian's pyatspi: ``/usr/bin/python3 ears.py PID``. Every line it is given
is a question in JSON, every line it gives back the answer. It knows nothing of the program but its process's number.
"""

import ctypes
import json
import re
import sys

import pyatspi
from gi.repository import Atspi, GLib

PATIENCE = 20_000  # milliseconds in which a busy program answers
MOST_CHILDREN = 400  # of one thing: a list of thousands shows some thirty
LISTS = (pyatspi.ROLE_LIST, pyatspi.ROLE_TREE, pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE)
NAMED = {"\t": 0xFF09, "\n": 0xFF0D}
MODIFIERS = {"Ctrl": "Control_L", "Shift": "Shift_L", "Alt": "Alt_L"}
STATES = ("focused", "focusable", "checkable", "checked", "selectable", "selected", "enabled", "sensitive", "editable",
          "active", "modal", "expandable", "expanded", "read only", "multi line")


class Ears:
    """One program, listened to."""

    def __init__(self, pid):
        self.pid = pid
        self.focused = None
        self.heard = []
        self._keys = Keys()
        Atspi.set_timeout(PATIENCE, PATIENCE)  # by itself it gives up after less than a second, and hears no name
        # every question goes to the program: what is kept may be old
        pyatspi.Registry.getDesktop(0).setCacheMask(pyatspi.cache.NONE)
        pyatspi.Registry.registerEventListener(self._focus, "object:state-changed:focused")
        pyatspi.Registry.registerEventListener(self._appeared, "object:state-changed:showing")

    def answer(self, question):
        """Do what a question asks; return the answer."""
        return getattr(self, f"do_{question.pop('do')}")(**question)

    def do_tree(self):
        """All that is shown, window by window; None while the program is not there."""
        application = self._application()
        if application is None:
            return None
        return [window for window in (self._describe(one) for one in _children(application)) if window]

    def do_find(self, name, role):
        """The first thing whose name fits a pattern, with this role ("" for any), and the rows of a list."""
        thing = self._find(self._application(), re.compile(name, re.DOTALL), role)
        return self._describe(thing) if thing is not None else None

    def do_focus(self):
        """What has the focus: what said so last, or what says so now."""
        for look in (lambda: self.focused, lambda: self._look_for_focus(self._application())):
            thing = look()
            try:
                facts = _facts(thing) if thing is not None else {"states": ()}
            except GLib.Error:
                continue  # it is gone
            if {"focused", "focusable"} <= set(facts["states"]):  # what is drawn on says it has the focus as well
                return facts
        return None

    def do_heard(self):
        """What was said since the last question."""
        heard, self.heard = self.heard, []
        return heard

    def do_press(self, keys):
        """Press one key, held down with others: ``Tab``, ``Ctrl+Shift+Z``."""
        self._keys.press(keys)

    def do_type(self, text):
        """Type a text."""
        self._keys.type(text)

    def _application(self):
        for one in _children(pyatspi.Registry.getDesktop(0)):
            try:
                if one.get_process_id() == self.pid:
                    return one
            except GLib.Error:
                continue  # another program is about to end
        return None

    def _focus(self, event):
        if event.detail1 and event.source is not None:
            self.focused = event.source

    def _find(self, thing, name, role):
        if thing is None:
            return None
        for child in _children(thing):
            try:
                if not child.getState().contains(pyatspi.STATE_SHOWING):
                    continue
                if name.fullmatch(child.name) and role in ("", child.getRoleName()):
                    return child
                if (found := self._find(child, name, role)) is not None:
                    return found
            except GLib.Error:
                continue  # it went while it was looked at
        return None

    def _look_for_focus(self, thing):
        """The innermost that has the focus; a row that is merely the current one of its list has none."""
        if thing is None:
            return None
        for child in _children(thing):
            try:
                states = child.getState()
                shown = states.contains(pyatspi.STATE_SHOWING)
                if shown and states.contains(pyatspi.STATE_FOCUSED) and states.contains(pyatspi.STATE_FOCUSABLE):
                    return self._look_for_focus(child) or child
                if shown and child.getRole() not in LISTS and (found := self._look_for_focus(child)) is not None:
                    return found
            except GLib.Error:
                continue  # it went while it was looked at
        return None

    def _appeared(self, event):
        try:
            if event.detail1 and event.source.getRole() == pyatspi.ROLE_NOTIFICATION:  # every Orca says these
                self.heard.append(event.source.name)
        except GLib.Error:
            pass  # it is gone again

    def _describe(self, thing):
        try:
            states = thing.getState()
            if not states.contains(pyatspi.STATE_SHOWING):
                return None
            found = _facts(thing, states)
            found["children"] = [one for one in map(self._describe, _children(thing)) if one]
            return found
        except GLib.Error:
            return None  # it went while it was looked at


class Keys:
    """The keys of this display, pressed through XTest: a program cannot tell them from a keyboard's."""

    def __init__(self):
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        for function, result, arguments in (
            (self._x.XOpenDisplay, ctypes.c_void_p, [ctypes.c_char_p]),
            (self._x.XStringToKeysym, ctypes.c_ulong, [ctypes.c_char_p]),
            (self._x.XKeysymToKeycode, ctypes.c_ubyte, [ctypes.c_void_p, ctypes.c_ulong]),
            (self._x.XkbKeycodeToKeysym, ctypes.c_ulong, [ctypes.c_void_p, ctypes.c_ubyte, ctypes.c_int, ctypes.c_int]),
            (self._x.XChangeKeyboardMapping, ctypes.c_int,
             [ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.POINTER(ctypes.c_ulong), ctypes.c_int]),
            (self._x.XSync, ctypes.c_int, [ctypes.c_void_p, ctypes.c_int]),
            (self._test.XTestFakeKeyEvent, ctypes.c_int,
             [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]),
        ):
            function.restype, function.argtypes = result, arguments
        self._display = self._x.XOpenDisplay(None)
        self._spare = [code for code in range(9, 256) if not any(
            self._x.XkbKeycodeToKeysym(self._display, code, 0, level) for level in range(4))]

    def press(self, keys):
        """Press the last of these while the others are held: ``Ctrl+Shift+z``."""
        *held, key = keys.split("+")
        self._strike(self._code(self._x.XStringToKeysym(key.encode())), [MODIFIERS[one] for one in held])

    def type(self, text):
        """Type a text; a letter that the keyboard has no key for is given one that is free."""
        for letter in text:
            symbol = NAMED.get(letter) or (ord(letter) if ord(letter) < 256 else 0x1000000 + ord(letter))
            code = self._code(symbol)
            plain = self._x.XkbKeycodeToKeysym(self._display, code, 0, 0) == symbol
            self._strike(code, [] if plain else ["Shift_L"])

    def _strike(self, code, held):
        codes = [self._code(self._x.XStringToKeysym(name.encode())) for name in held]
        for one in [*codes, code]:
            self._test.XTestFakeKeyEvent(self._display, one, 1, 0)
        for one in [code, *reversed(codes)]:
            self._test.XTestFakeKeyEvent(self._display, one, 0, 0)
        self._x.XSync(self._display, 0)

    def _code(self, symbol):
        code = self._x.XKeysymToKeycode(self._display, symbol)
        if symbol and not code:
            code = self._spare.pop()
            self._x.XChangeKeyboardMapping(self._display, code, 2, (ctypes.c_ulong * 2)(symbol, symbol), 1)
            self._x.XSync(self._display, 0)
        if not code:
            raise LookupError("there is no such key")
        return code


def _children(thing):
    for place in range(min(thing.childCount, MOST_CHILDREN)):
        child = thing.getChildAtIndex(place)
        if child is not None:
            yield child


def _facts(thing, states=None):
    held = {pyatspi.stateToString(one) for one in (states or thing.getState()).getStates()}
    found = {"role": thing.getRoleName(), "name": thing.name, "description": thing.description,
             "states": sorted(held.intersection(STATES))}
    if "text" in found["role"] or held.intersection(("editable", "multi line")):
        text = thing.queryText()
        found["text"] = text.getText(0, min(text.characterCount, 100_000))
    area = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    found["area"] = [area.x, area.y, area.width, area.height]
    return found


def listen():
    """Answer until nothing more is asked."""
    ears = Ears(int(sys.argv[1]))

    def line(channel, _condition):
        given = channel.readline()
        if not given:
            pyatspi.Registry.stop()
            return False
        try:
            said = {"answer": ears.answer(json.loads(given))}
        except Exception as error:  # whatever it is, the one who asked shall hear of it
            said = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(said), flush=True)
        return True

    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, line)
    pyatspi.Registry.start()


if __name__ == "__main__":
    listen()
