"""Draws a region from vector tiles, and from its outline, with QGIS, and prints as JSON how many pixels each covers.

argv: template of the tiles' addresses, layer in them, file with the outline, id of the region, deepest zoom level.
"""
import json
import os
import sys

from qgis.core import (
    QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsFillSymbol, QgsMapRendererSequentialJob,
    QgsMapSettings, QgsProject, QgsSingleSymbolRenderer, QgsVectorLayer, QgsVectorTileBasicRenderer,
    QgsVectorTileBasicRendererStyle, QgsVectorTileLayer, QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

template, name, file, region, deepest = sys.argv[1:]
application = QgsApplication([], False)
application.initQgis()


def red():
    return QgsFillSymbol.createSimple({"color": "#ff0000", "outline_style": "no"})


def checked(layer):
    if not layer.isValid():
        raise SystemExit(f"QGIS cannot open {layer.source()}")
    return layer


style = QgsVectorTileBasicRendererStyle("found", name, QgsWkbTypes.PolygonGeometry)
style.setFilterExpression(f"\"id\" = '{region}'")
style.setSymbol(red())
renderer = QgsVectorTileBasicRenderer()
renderer.setStyles([style])
tiles = checked(QgsVectorTileLayer(f"type=xyz&url={template}&zmin=0&zmax={deepest}", name))
tiles.setRenderer(renderer)
outline = checked(QgsVectorLayer(file, name, "ogr"))
outline.setRenderer(QgsSingleSymbolRenderer(red()))

web = QgsCoordinateReferenceSystem("EPSG:3857")
transform = QgsCoordinateTransform(outline.crs(), web, QgsProject.instance())
extent = transform.transformBoundingBox(outline.extent())


def pixels(layer):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(web)
    settings.setOutputSize(QSize(300, 300))
    settings.setBackgroundColor(QColor("white"))
    settings.setExtent(extent)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    return {
        (x, y) for x in range(300) for y in range(300) if image.pixelColor(x, y).green() < 128
    }


drawn, wanted = pixels(tiles), pixels(outline)
print(json.dumps({
    "deepest": tiles.sourceMaxZoom(),
    "outline": len(wanted),
    "both": len(drawn & wanted),
    "either": len(drawn | wanted),
}), flush=True)
# QGIS 3.22 crashes while it tears down its threads; everything has been said by now.
os._exit(0)
