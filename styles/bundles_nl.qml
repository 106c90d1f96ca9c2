<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Temporal" labelsEnabled="1">
  <temporal enabled="1" mode="2" startField="start" endField="end" startExpression="" endExpression="" durationField="" durationUnit="min" fixedDuration="0" accumulate="0" limitMode="0">
    <fixedRange><start></start><end></end></fixedRange>
  </temporal>
  <renderer-v2 type="graduatedSymbol" attr='"saving"' graduatedMethod="GraduatedColor" symbollevels="0" enableorderby="0" forceraster="0">
    <ranges>
      <range lower="-1000000000000.000000000000000" upper="10000.000000000000000" symbol="0" label="tot € 10.000 bespaard" render="true"/>
      <range lower="10000.000000000000000" upper="25000.000000000000000" symbol="1" label="€ 10.000 – 25.000" render="true"/>
      <range lower="25000.000000000000000" upper="50000.000000000000000" symbol="2" label="€ 25.000 – 50.000" render="true"/>
      <range lower="50000.000000000000000" upper="100000.000000000000000" symbol="3" label="€ 50.000 – 100.000" render="true"/>
      <range lower="100000.000000000000000" upper="250000.000000000000000" symbol="4" label="€ 100.000 – 250.000" render="true"/>
      <range lower="250000.000000000000000" upper="1000000000000.000000000000000" symbol="5" label="meer dan € 250.000" render="true"/>
    </ranges>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="165,216,195,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="165,216,195,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.7"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="98,191,168,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="98,191,168,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.7"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="47,159,150,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="47,159,150,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.7"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="28,118,134,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="28,118,134,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.7"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="21,80,108,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="21,80,108,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.7"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="12,36,64,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="12,36,64,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.7"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
    </symbols>
    <source-symbol>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="47,159,150,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="47,159,150,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.7"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
    </source-symbol>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName='to_string("year")' isExpression="1" fontFamily="Open Sans" fontSize="7.5" fontSizeUnit="Point" fontWeight="75" textColor="12,36,64,255" textOpacity="1" multilineHeight="0.95" namedStyle="">
        <text-buffer bufferDraw="1" bufferSize="1.0" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.9" bufferJoinStyle="128" bufferNoFill="0"/>
        <families><family name="Noto Sans"/><family name="Segoe UI"/><family name="Helvetica Neue"/><family name="DejaVu Sans"/></families>
      </text-style>
      <text-format multilineAlign="1" wrapChar="" autoWrapLength="0" useMaxLineLengthForAutoWrap="1" addDirectionSymbol="0"/>
      <placement placement="1" priority="10" polygonPlacementFlags="3" centroidInside="1" centroidWhole="1" fitInPolygonOnly="0"/>
      <rendering drawLabels="1" fontLimitPixelSize="0" obstacle="0" displayAll="0" zIndex="0" minFeatureSize="0" limitNumLabels="0" scaleVisibility="1" scaleMin="0" scaleMax="15000"/>
    </settings>
  </labeling>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <layerGeometryType>2</layerGeometryType>
</qgis>
