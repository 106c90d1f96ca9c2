# SPDX-License-Identifier: GPL-3.0-or-later
# Finds QGIS and the Qt that it was built with: targets qgis_core and qgis_gui, QGIS_VERSION_MINOR ("3.22").
find_path( QGIS_INCLUDE_DIR qgsconfig.h PATH_SUFFIXES qgis REQUIRED )
find_library( QGIS_CORE_LIBRARY qgis_core REQUIRED )
find_library( QGIS_GUI_LIBRARY qgis_gui REQUIRED )
file( STRINGS ${QGIS_INCLUDE_DIR}/qgsconfig.h QGIS_VERSION_LINE REGEX "define _QGIS_VERSION_INT [0-9]+" )
string( REGEX MATCH "[0-9]+$" QGIS_VERSION_INT "${QGIS_VERSION_LINE}" )
math( EXPR QGIS_VERSION_MAJOR_NUMBER "${QGIS_VERSION_INT} / 10000" )
math( EXPR QGIS_VERSION_MINOR_NUMBER "${QGIS_VERSION_INT} / 100 % 100" )
set( QGIS_VERSION_MINOR ${QGIS_VERSION_MAJOR_NUMBER}.${QGIS_VERSION_MINOR_NUMBER} )
if( QGIS_VERSION_INT LESS 32200 )
  message( FATAL_ERROR "QGIS ${QGIS_VERSION_MINOR} found; 3.22 or newer is needed" )
endif()
message( STATUS "QGIS ${QGIS_VERSION_MINOR}" )

find_package( Qt5 REQUIRED COMPONENTS Core Gui Widgets Svg Xml Network Sql LinguistTools )

foreach( part core gui )
  string( TOUPPER ${part} PART )
  add_library( qgis_${part} SHARED IMPORTED GLOBAL )
  set_target_properties( qgis_${part} PROPERTIES
    IMPORTED_LOCATION ${QGIS_${PART}_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${QGIS_INCLUDE_DIR} )
endforeach()
# Widgets: some headers of the QGIS core library name its undo stack.
target_link_libraries( qgis_core INTERFACE Qt5::Core Qt5::Gui Qt5::Widgets Qt5::Xml Qt5::Network Qt5::Sql )
target_link_libraries( qgis_gui INTERFACE qgis_core Qt5::Svg )
