<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="0">
  <renderer-v2 type="categorizedSymbol" attr="CASE WHEN &quot;bundle_id&quot; IS NOT NULL THEN 'bundel' WHEN &quot;year&quot; IS NOT NULL THEN 'alleen' ELSE 'niet' END" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
      <category type="string" value="bundel" symbol="0" label="weg of groen in een bundel" render="true"/>
      <category type="string" value="alleen" symbol="1" label="weg of groen, op zichzelf" render="true"/>
      <category type="string" value="niet" symbol="2" label="weg of groen, niet in het plan" render="true"/>
    </categories>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="201,214,220,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="12,36,64,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.1"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="204,195,180,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="138,127,109,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.2"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="244,241,234,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="244,241,234,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.1"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer><layer class="LinePatternFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="angle" value="45"/><Option type="QString" name="distance" value="1.4"/><Option type="QString" name="distance_unit" value="MM"/><Option type="QString" name="line_width" value="0.18"/><Option type="QString" name="color" value="138,127,109,255"/></Option><symbol type="line" name="@2@1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="line_color" value="138,127,109,255"/><Option type="QString" name="line_width" value="0.18"/><Option type="QString" name="line_width_unit" value="MM"/><Option type="QString" name="line_style" value="solid"/><Option type="QString" name="capstyle" value="round"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol></layer></symbol>
    </symbols>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <layerGeometryType>2</layerGeometryType>
</qgis>
