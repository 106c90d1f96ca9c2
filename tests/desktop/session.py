# SPDX-License-Identifier: GPL-3.0-or-later
"""One session of a user with QGIS: does the steps that it is given and writes down, after each, what is to be seen.

Run by QGIS itself (qgis --code); test_desktop.cpp gives the steps and knows what should come of them. Python, since that is
what QGIS takes there.
"""

import os
import traceback

import processing
import qgis.utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QDockWidget, QMenu, QTreeView

iface = qgis.utils.iface
steps = os.environ["KOPPELKANS_STEPS"].split(",")
log = open(os.environ["KOPPELKANS_LOG"], "w", encoding="utf-8")


def seen():
    """How often Koppelkans is there: as provider, and as menu with an entry for each algorithm."""
    providers = [p for p in QgsApplication.processingRegistry().providers() if p.id() == "koppelkans"]
    menus = iface.mainWindow().findChildren(QMenu, "mKoppelkansMenu")
    algorithms = sorted(a.displayName() for p in providers for a in p.algorithms())
    whole = all(sorted(a.text().rstrip("…").replace("&", "") for a in m.actions()) == algorithms for m in menus)
    return f"providers {len(providers)}, menus {len(menus)}" + ("" if whole else ", not every algorithm in the menu")


def run():
    """Stacks one theme, and shows the cells with their style."""
    project = QgsProject.instance()
    parameters = {"THEMES": project.mapLayersByName("heat"), "CELL_SIZE": 25, "CELLS": "TEMPORARY_OUTPUT"}
    result = processing.runAndLoadResults("koppelkans:stacklayers", parameters)
    cells = project.mapLayer(result["CELLS"])
    values = sorted(f["overlap_index"] for f in cells.getFeatures())
    return f"overlap_index {values}, drawn by {cells.renderer().type()}"


def picture():
    """The whole screen, with the algorithms in the toolbox."""
    toolbox = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    toolbox.show()
    tree = toolbox.findChild(QTreeView)
    for row in range(tree.model().rowCount()):
        index = tree.model().index(row, 0)
        if index.data() == "Koppelkans":
            tree.expandRecursively(index)
            tree.scrollTo(index, QAbstractItemView.PositionAtTop)
    iface.zoomFull()
    iface.mapCanvas().waitWhileRendering()
    QApplication.processEvents()
    saved = QApplication.primaryScreen().grabWindow(0).save(os.environ["KOPPELKANS_PICTURE"])
    return "saved" if saved else "not saved"


def python_on():
    qgis.utils.loadPlugin("koppelkans")
    qgis.utils.startPlugin("koppelkans")


def python_off():
    qgis.utils.unloadPlugin("koppelkans")


def native(wanted):
    """Ticks Koppelkans in the Plugin Manager, as a user does: a C++ plugin has no other way to be loaded or unloaded."""

    def tick():
        manager = next(w for w in QApplication.topLevelWidgets() if w.metaObject().className() == "QgsPluginManager")
        plugins = manager.findChild(QAbstractItemView, "vwPlugins").model().sourceModel()
        # With both entrances there are two of that name; the C++ one is known by its library.
        for row in range(plugins.rowCount()):
            item = plugins.item(row)
            if item.text() == "Koppelkans" and any("libkoppelkans" in str(item.data(role)) for role in range(Qt.UserRole, Qt.UserRole + 20)):
                item.setCheckState(Qt.Checked if wanted else Qt.Unchecked)
        manager.close()

    QTimer.singleShot(1000, tick)
    iface.pluginManagerInterface().showPluginManager(0)


DO = {
    "start": lambda: None,
    "run": run,
    "picture": picture,
    "python on": python_on,
    "python off": python_off,
    "native on": lambda: native(True),
    "native off": lambda: native(False),
}


def next_step():
    step = steps.pop(0)
    try:
        outcome = DO[step]()
        print(f"{step}: {outcome or seen()}", file=log, flush=True)
    except Exception as error:  # whatever it is: the test has to see it
        print(f"{step}: {error!r}", file=log, flush=True)
        traceback.print_exc()
        steps.clear()
    # One by one through the event loop, so that what a step deletes later is gone before the next.
    QTimer.singleShot(300, next_step if steps else leave)


def leave():
    QgsProject.instance().clear()  # or QGIS asks whether to save
    iface.actionExit().trigger()


def begin():
    iface.mainWindow().setGeometry(0, 0, 1600, 1000)  # there is no window manager to do that
    iface.addVectorLayer(os.environ["KOPPELKANS_THEME"], "heat", "ogr")  # gives the project its CRS, a moment later
    QTimer.singleShot(500, next_step)


iface.initializationCompleted.connect(begin)
