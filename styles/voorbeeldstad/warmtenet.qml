<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="1">
  <renderer-v2 type="graduatedSymbol" attr="fase_van" graduatedMethod="GraduatedColor" symbollevels="0" enableorderby="0" forceraster="0">
    <ranges>
      <range lower="0.000000000000000" upper="2028.000000000000000" symbol="0" label="aanleg begint tot en met 2028" render="true"/>
      <range lower="2029.000000000000000" upper="2031.000000000000000" symbol="1" label="begint 2029 – 2031" render="true"/>
      <range lower="2032.000000000000000" upper="9999.000000000000000" symbol="2" label="begint na 2031" render="true"/>
    </ranges>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="136,34,85,190"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="92,23,58,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="181,96,127,170"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="92,23,58,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="224,179,196,170"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="92,23,58,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
    </symbols>
    <source-symbol>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="136,34,85,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="136,34,85,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.2"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
    </source-symbol>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="&quot;fase_van&quot; || '–' || &quot;fase_tot&quot;" isExpression="1" fontFamily="Open Sans" fontSize="7" fontSizeUnit="Point" fontWeight="75" textColor="92,23,58,255" textOpacity="1" multilineHeight="0.95" namedStyle="">
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
