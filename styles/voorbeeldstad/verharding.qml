<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="0">
  <renderer-v2 type="categorizedSymbol" attr="soort" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
      <category type="string" value="rijbaan asfalt" symbol="0" label="rijbaan van asfalt" render="true"/>
      <category type="string" value="rijbaan elementen" symbol="1" label="rijbaan van elementen (klinkers)" render="true"/>
      <category type="string" value="fietspad" symbol="2" label="fietspad" render="true"/>
      <category type="string" value="trottoir tegels" symbol="3" label="trottoir van tegels" render="true"/>
    </categories>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="111,111,111,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="111,111,111,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.05"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="176,138,114,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="176,138,114,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.05"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="181,84,90,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="181,84,90,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.05"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
      <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="201,196,186,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="201,196,186,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.05"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
    </symbols>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <layerGeometryType>2</layerGeometryType>
</qgis>
