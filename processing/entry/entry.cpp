// SPDX-License-Identifier: GPL-3.0-or-later
#include "processing/registration.h"

#include <QtGlobal>

#include <exception>

/*
 * What the Python entry calls to have the algorithms, in QGIS desktop and in qgis_process. No exception leaves these
 * functions.
 */

// Found by the entry in the file itself, so that a library for another QGIS is refused before it is loaded.
extern "C" Q_DECL_EXPORT const char koppelkansBuiltFor[] = "koppelkans-built-for-qgis:" KOPPELKANS_QGIS_VERSION ";";

extern "C" Q_DECL_EXPORT int koppelkansInitProcessing()
{
  try
  {
    return koppelkans::registerProvider() ? 1 : 0;
  }
  catch ( const std::exception & )
  {
    return 0;
  }
}

extern "C" Q_DECL_EXPORT void koppelkansUnloadProcessing()
{
  try
  {
    koppelkans::unregisterProvider();
  }
  catch ( const std::exception & )
  {
    // There is nobody left to tell.
  }
}
