<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="0">
  <renderer-v2 type="categorizedSymbol" attr="soort" symbollevels="0" enableorderby="0" forceraster="0">
    <categories>
      <category type="string" value="weg" symbol="0" label="weg: herbestraten of herasfalteren" render="true"/>
      <category type="string" value="groen" symbol="1" label="groen: vervangen of omvormen" render="true"/>
    </categories>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="140,140,140,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="90,90,90,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.15"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="127,174,90,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="79,122,47,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.15"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="round"/></Option></layer></symbol>
    </symbols>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>0.9</layerOpacity>
  <layerGeometryType>2</layerGeometryType>
</qgis>
