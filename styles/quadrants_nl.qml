<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="0">
  <renderer-v2 type="categorizedSymbol" attr="quadrant" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
      <category value="do_now" type="string" symbol="0" label="Nu doen: dringend en er wordt gewerkt" render="true"/>
      <category value="seek_works" type="string" symbol="1" label="Werk zoeken: dringend, maar er staat weinig gepland" render="true"/>
      <category value="ride_along" type="string" symbol="2" label="Meeliften: niet dringend, maar er wordt gewerkt" render="true"/>
      <category value="leave" type="string" symbol="3" label="Laten: niet dringend en er staat weinig gepland" render="true"/>
      <category value="" type="NULL" symbol="4" label="Niet bekend: geen gegevens" render="true"/>
    </categories>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="213,94,0,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="90,90,90,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="240,190,80,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="90,90,90,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="115,184,222,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="90,90,90,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="232,232,228,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="90,90,90,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="160,160,160,255"/><Option type="QString" name="style" value="b_diagonal"/><Option type="QString" name="outline_color" value="90,90,90,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
    </symbols>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <layerGeometryType>2</layerGeometryType>
</qgis>
