# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets QGIS, desktop and qgis_process, into the compiled library of this QGIS version."""

import ctypes
import os
import re

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt import sip


def classFactory(iface):  # noqa: N802, the name that QGIS calls
    return KoppelkansEntry(iface)


def load_library(folder, version):
    """The library for QGIS ``version`` ("3.22") in ``folder``; RuntimeError, naming both versions, where there is none."""
    built = sorted(m.group(1) for m in map(re.compile(r"libkoppelkans-(\d+\.\d+)\.so$").match, os.listdir(folder)) if m)
    path = os.path.join(folder, f"libkoppelkans-{version}.so")
    if version not in built:
        raise RuntimeError(f"Koppelkans here is built for QGIS {', '.join(built) or '(none)'}; this is QGIS {version}.")
    # A file may bear the wrong name, and loading a library for another QGIS would crash this one.
    with open(path, "rb") as library:
        mark = re.search(rb"koppelkans-built-for-qgis:([\d.]+);", library.read())
    if not mark or mark.group(1).decode() != version:
        found = mark.group(1).decode() if mark else "unknown"
        raise RuntimeError(f"{os.path.basename(path)} is built for QGIS {found}; this is QGIS {version}.")
    return ctypes.CDLL(path)


class KoppelkansEntry:
    def __init__(self, iface):
        self.iface = iface
        self.library = None
        self.gui = False

    def initProcessing(self):  # noqa: N802
        number = Qgis.QGIS_VERSION_INT
        version = f"{number // 10000}.{number // 100 % 100}"
        try:
            library = load_library(os.path.join(os.path.dirname(__file__), "lib"), version)
        except (OSError, RuntimeError) as error:
            QgsMessageLog.logMessage(str(error), "Koppelkans", Qgis.Critical)
            if self.iface:
                self.iface.messageBar().pushCritical("Koppelkans", str(error))
            else:
                raise
            return
        if library.koppelkansInitProcessing():
            self.library = library

    def initGui(self):  # noqa: N802
        self.initProcessing()
        if self.library:
            address = ctypes.c_void_p(sip.unwrapinstance(self.iface))
            self.gui = bool(self.library.koppelkansInitGui(address))

    def unload(self):
        if self.gui:
            self.library.koppelkansUnloadGui()
            self.gui = False
        if self.library:
            self.library.koppelkansUnloadProcessing()
            self.library = None
