<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="LinePatternFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="angle" value="45"/><Option type="QString" name="distance" value="2.5"/><Option type="QString" name="distance_unit" value="MM"/><Option type="QString" name="line_width" value="0.3"/><Option type="QString" name="color" value="123,63,160,255"/></Option><symbol type="line" name="@0@1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="line_color" value="123,63,160,255"/><Option type="QString" name="line_width" value="0.3"/><Option type="QString" name="line_width_unit" value="MM"/><Option type="QString" name="line_style" value="solid"/><Option type="QString" name="capstyle" value="round"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol></layer><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="123,63,160,255"/><Option type="QString" name="style" value="no"/><Option type="QString" name="outline_color" value="123,63,160,255"/><Option type="QString" name="outline_style" value="dash"/><Option type="QString" name="outline_width" value="0.6"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName='"naam"' isExpression="1" fontFamily="Open Sans" fontSize="7" fontSizeUnit="Point" fontWeight="50" textColor="92,45,122,255" textOpacity="1" multilineHeight="0.95" namedStyle="">
        <text-buffer bufferDraw="1" bufferSize="1.0" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="0"/>
        <families><family name="Noto Sans"/><family name="Segoe UI"/><family name="Helvetica Neue"/><family name="DejaVu Sans"/></families>
      </text-style>
      <text-format multilineAlign="1" wrapChar="" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" addDirectionSymbol="0"/>
      <placement placement="1" priority="5" polygonPlacementFlags="2" centroidInside="1" centroidWhole="1" fitInPolygonOnly="0"/>
      <rendering drawLabels="1" fontLimitPixelSize="0" obstacle="0" displayAll="0" zIndex="0" minFeatureSize="0" limitNumLabels="0" scaleVisibility="0"/>
    </settings>
  </labeling>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <layerGeometryType>2</layerGeometryType>
</qgis>
